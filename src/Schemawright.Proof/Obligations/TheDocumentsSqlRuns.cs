using Schemawright.Collections;
using Schemawright.Proof.Catalog;
using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Obligations;

/// <summary>
/// Who copies the document's SQL from top to bottom into an empty server gets the very database the migrations make; what
/// stands there as an example runs on that database.
/// </summary>
internal sealed class TheDocumentsSqlRuns : IObligation
{
    private const string Document = "DATA_MODEL.md";

    public string Claim => "every SQL statement of DATA_MODEL.md runs, and together they build the same database as the migrations";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        if (bench.Compilation.Artifacts.FirstOrDefault(file => file.Path == Document) is not { } document)
        {
            return [new Attempt(Document, "read it", Document).CouldNotVerify("the document", "it is not among the artefacts")];
        }

        await using var empty = await bench.OpenEmptyAsync();
        await using var applied = await bench.BorrowCopyAsync();
        var building = bench.Outcomes.Select(outcome => outcome.Statement.Normalized).ToHashSet(StringComparer.Ordinal);
        var vectors = new List<ProofVector>();
        foreach (var block in DocumentSql.Blocks(document.Text))
        {
            vectors.Add(await RunAsync(bench, empty, applied, block, building));
        }

        await empty.TryAsync("RESET ROLE");
        var built = vectors.Count == 0 ? [] : await CatalogReader.ReadAsync(empty);
        return [.. vectors, .. vectors.Count == 0 ? [] : Compare(bench, built)];
    }

    private static async Task<ProofVector> RunAsync(ProofBench bench, ProofSession empty, ProofSession applied, SqlBlock block, HashSet<string> building)
    {
        var attempt = new Attempt($"{Document}, {block.Heading}", "run its statements", $"{Document}:{block.Line}");
        foreach (var statement in SqlSplitter.Split(Document, block.Sql))
        {
            bench.Cancellation.ThrowIfCancellationRequested();
            var answer = await empty.TryAsync(statement.Sql);
            if (!answer.Accepted && (building.Contains(statement.Normalized) || !await RunsAloneAsync(applied, statement)))
            {
                return attempt.Broken("accepted", $"{Document}:{block.Line + statement.Line - 1}: {answer.Explained}");
            }
        }

        return attempt.Held("accepted");
    }

    /// <summary>An example speaks of the finished database, not of the one the document has built so far; it builds nothing.</summary>
    private static async Task<bool> RunsAloneAsync(ProofSession applied, SqlStatement statement) =>
        await applied.RolledBackAsync(async () => (await applied.TryAsync(statement.Sql)).Accepted);

    private static IEnumerable<ProofVector> Compare(ProofBench bench, Seq<CatalogObject> built)
    {
        var found = built.ToDictionary(known => (known.Kind, known.Name), known => known.Definition);
        foreach (var kind in bench.Objects.GroupBy(known => known.Kind, StringComparer.Ordinal))
        {
            var attempt = new Attempt(kind.Key, "compare with the document's database", Document);
            var different = kind.FirstOrDefault(known => found.GetValueOrDefault((known.Kind, known.Name)) != known.Definition);
            yield return different is null ? attempt.Held($"{kind.Count()} alike")
                : attempt.Broken($"{different.Name}: {different.Definition}", $"{different.Name}: {found.GetValueOrDefault((different.Kind, different.Name)) ?? "missing"}");
        }
    }
}
