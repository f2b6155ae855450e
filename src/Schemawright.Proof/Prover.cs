using System.Globalization;
using Schemawright.Collections;
using Schemawright.Proof.Catalog;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof;

/// <param name="PgBin">The folder with initdb and postgres; null: found on the machine.</param>
/// <param name="Only">Names of obligations to try; empty: all.</param>
public sealed record ProofOptions(string? PgBin = null, Seq<string> Only = default, bool FailFast = false);

/// <summary>What happens while proving, for showing progress.</summary>
/// <param name="Obligation">The claim's name.</param>
/// <param name="Done">Vectors tried so far.</param>
/// <param name="Total">Vectors to try, 0 when not yet known.</param>
public sealed record ProofEvent(string Obligation, string Message, int Done, int Total);

/// <summary>Runs the artefacts of a compilation on a throw-away server and tries every promise.</summary>
public static class Prover
{
    private const string Migrations = "db/migrations/";

    /// <summary>The names of all claims, in the order of the report.</summary>
    public static Seq<string> Obligations { get; } = [.. ObligationList.All.Select(ObligationList.NameOf)];

    /// <exception cref="ServerUnavailableException">No server could be had.</exception>
    public static async Task<ProofReport> ProveAsync(
        Compilation compilation, ProofOptions options, IProgress<ProofEvent> progress, CancellationToken cancellation)
    {
        progress.Report(new("server", "starting a throw-away PostgreSQL", 0, 0));
        await using var cluster = await ThrowAwayCluster.StartAsync(options.PgBin, cancellation);
        progress.Report(new("server", cluster.Version, 0, 0));
        return await ProveAsync(cluster, compilation, options, progress, sabotage: "", cancellation);
    }

    /// <param name="sabotage">SQL run after the migrations: a defect the obligations have to find.</param>
    internal static async Task<ProofReport> ProveAsync(
        ThrowAwayCluster cluster, Compilation compilation, ProofOptions options, IProgress<ProofEvent> progress, string sabotage, CancellationToken cancellation)
    {
        var bench = await ApplyAsync(cluster, compilation, sabotage, cancellation);
        var wanted = ObligationList.All.Where(obligation => options.Only.Count == 0 || options.Only.Contains(ObligationList.NameOf(obligation), StringComparer.Ordinal)).ToArray();
        var results = new ObligationResult?[wanted.Length];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, 6), CancellationToken = CancellationToken.None };
        await Parallel.ForAsync(0, wanted.Length, parallel, async (index, _) =>
        {
            if (!stop.IsCancellationRequested)
            {
                results[index] = await ObligationRun.TryAsync(wanted[index], bench with { Cancellation = stop.Token }, progress);
            }

            if (options.FailFast && results[index]?.Verdict is Verdict.Refuted)
            {
                await stop.CancelAsync();
            }
        });
        cancellation.ThrowIfCancellationRequested();
        return new(compilation.Domain.AppName, cluster.Version, [.. results.OfType<ObligationResult>()]);
    }

    private static async Task<ProofBench> ApplyAsync(ThrowAwayCluster cluster, Compilation compilation, string sabotage, CancellationToken cancellation)
    {
        var name = ProofBench.NextName();
        await cluster.CreateDatabaseAsync(name, template: null, cancellation);
        await using var session = await ProofSession.OpenAsync(cluster, name, cancellation);
        var outcomes = new List<StatementOutcome>();
        var files = compilation.Artifacts.Where(IsMigration).OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
        foreach (var file in files.TakeWhile(_ => outcomes.TrueForAll(outcome => outcome.Answer.Accepted)))
        {
            outcomes.AddRange(await ScriptRunner.RunAsync(session, file.Path, file.Text));
        }

        foreach (var statement in SqlSplitter.Split("sabotage", sabotage))
        {
            await session.RunAsync(statement.Sql);
        }

        var now = DateTime.Parse((await session.AskAsync("SELECT date_trunc('second', now())::timestamp::text"))!, CultureInfo.InvariantCulture);
        return new(compilation, cluster, name, [.. outcomes], await CatalogReader.ReadAsync(session), await CatalogReader.ReadWholesAsync(session), new ServerClock(now), (_, _) => { }, cancellation);
    }

    private static bool IsMigration(Rendering.Artifact file) =>
        file.Path.StartsWith(Migrations, StringComparison.Ordinal) && file.Path.EndsWith(".sql", StringComparison.Ordinal);
}
