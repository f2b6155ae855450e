using Schemawright.Collections;
using Schemawright.Proof.Catalog;
using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;
using Schemawright.Rendering;

namespace Schemawright.Proof.Obligations;

/// <summary>Seeds may be run again: the second run adds and changes nothing.</summary>
internal sealed class SeedsAreRepeatable : IObligation
{
    private const string Seeds = "db/seeds/";

    public string Claim => "every seed file runs, and running it again changes no table";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var files = bench.Compilation.Artifacts.Where(IsSeed).OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
        await using var session = await bench.OpenCopyAsync();
        var tables = bench.Objects.Where(found => found.Kind == "tables" && !found.Definition.Contains("partition of", StringComparison.Ordinal)).Select(found => found.Name).ToArray();
        var vectors = new List<ProofVector>();
        foreach (var file in files)
        {
            vectors.Add(await RunAsync(session, file, "run it"));
        }

        var before = await CountsAsync(session, tables);
        foreach (var file in files)
        {
            vectors.Add(await RunAsync(session, file, "run it again"));
        }

        var after = await CountsAsync(session, tables);
        return [.. vectors, .. files.Length == 0 ? [] : tables.Select((table, index) => new Attempt(table, "count its rows after the second run", Seeds).Expect(before[index], after[index]))];
    }

    private static bool IsSeed(Artifact file) => file.Path.StartsWith(Seeds, StringComparison.Ordinal) && file.Path.EndsWith(".sql", StringComparison.Ordinal);

    private static async Task<ProofVector> RunAsync(ProofSession session, Artifact file, string what)
    {
        var attempt = new Attempt(file.Path, what, file.Path);
        var outcomes = await ScriptRunner.RunAsync(session, file.Path, file.Text);
        await session.TryAsync("RESET ROLE");
        return outcomes.FirstOrDefault(outcome => !outcome.Answer.Accepted) is { } refused
            ? attempt.Broken("accepted", $"{refused.Statement.Place}: {refused.Answer.Explained}")
            : attempt.Held("accepted");
    }

    private static async Task<string[]> CountsAsync(ProofSession session, string[] tables)
    {
        var counts = new List<string>();
        foreach (var table in tables)
        {
            counts.Add($"{await session.AskAsync($"SELECT count(*)::text FROM {table}")} rows");
        }

        return [.. counts];
    }
}
