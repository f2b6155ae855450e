using System.Globalization;
using Schemawright.Collections;
using Schemawright.Proof.Catalog;
using Schemawright.Proof.Mutation;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof;

/// <param name="PgBin">The folder with initdb and postgres; null: found on the machine.</param>
/// <param name="Only">Claims, objects and sentences (<c>RULES.md:12</c>) to try alone; empty: everything.</param>
public sealed record ProofOptions(string? PgBin = null, Seq<string> Only = default, bool FailFast = false)
{
    /// <summary>Also build defects into copies of the database, one at a time, and see whether the vectors notice.</summary>
    public bool Mutate { get; init; }

    /// <summary>Compare this database with the model and only read it, instead of trying promises; null: try them.</summary>
    public string? Database { get; init; }
}

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

    /// <summary>Words that name no claim, no object and no sentence of the product.</summary>
    public static Seq<string> UnknownIn(Compilation compilation, Seq<string> only) => Selection.Of(compilation, only).Unknown;

    /// <exception cref="ServerUnavailableException">No server could be had.</exception>
    public static async Task<ProofReport> ProveAsync(
        Compilation compilation, ProofOptions options, IProgress<ProofEvent> progress, CancellationToken cancellation)
    {
        if (options.Database is { } database)
        {
            return await Deployment.CompareAsync(compilation, database, options.PgBin, progress, cancellation);
        }

        progress.Report(new("server", "starting a throw-away PostgreSQL", 0, 0));
        await using var cluster = await ThrowAwayCluster.StartAsync(options.PgBin, cancellation);
        progress.Report(new("server", cluster.Version, 0, 0));
        return await ProveAsync(cluster, compilation, options, progress, sabotage: "", cancellation);
    }

    /// <param name="sabotage">SQL run after the migrations: a defect the obligations have to find.</param>
    internal static async Task<ProofReport> ProveAsync(
        ThrowAwayCluster cluster, Compilation compilation, ProofOptions options, IProgress<ProofEvent> progress, string sabotage, CancellationToken cancellation)
    {
        var selection = Selection.Of(compilation, options.Only);
        await using var copies = new CleanCopies();
        var bench = await ApplyAsync(cluster, compilation, sabotage, cancellation) with { Focus = selection.Focus, Copies = copies };
        var wanted = selection.Obligations.ToArray();
        var results = new ObligationResult?[wanted.Length];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        async Task TryAsync(int index)
        {
            if (!stop.IsCancellationRequested)
            {
                results[index] = await ObligationRun.TryAsync(wanted[index], bench with { Cancellation = stop.Token }, progress);
            }

            if (options.FailFast && results[index]?.Verdict is Verdict.Refuted)
            {
                await stop.CancelAsync();
            }
        }

        var (apart, others) = (Enumerable.Range(0, wanted.Length).Where(index => wanted[index].HasServersOfItsOwn).ToList(), Enumerable.Range(0, wanted.Length).Where(index => !wanted[index].HasServersOfItsOwn));
        var beside = apart.Select(index => Task.Run(() => TryAsync(index), CancellationToken.None)).ToList();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, 6), CancellationToken = CancellationToken.None };
        await Parallel.ForEachAsync(others, parallel, async (index, _) => await TryAsync(index));
        await Task.WhenAll(beside);
        cancellation.ThrowIfCancellationRequested();
        Seq<ObligationResult> sound = [.. wanted.Select((obligation, index) => results[index] ?? ObligationRun.NotTried(obligation)).Where(result => bench.Focus.IsEverything || result.Vectors.Count > 0)];
        var mutation = options.Mutate && bench.IsApplied ? await new MutationRun(bench, sound).RunAsync(progress) : null;
        return new(compilation.Domain.AppName, cluster.Version, sound) { Mutation = mutation };
    }

    private static async Task<ProofBench> ApplyAsync(ThrowAwayCluster cluster, Compilation compilation, string sabotage, CancellationToken cancellation)
    {
        var (session, outcomes) = await MigrateAsync(cluster, compilation, cancellation);
        await using var applied = session;
        foreach (var statement in SqlSplitter.Split("sabotage", sabotage))
        {
            await session.RunAsync(statement.Sql);
        }

        var now = DateTime.Parse((await session.AskAsync("SELECT date_trunc('second', now())::timestamp::text"))!, CultureInfo.InvariantCulture);
        return new(compilation, cluster, session.Database, outcomes, await CatalogReader.ReadAsync(session), await CatalogReader.ReadWholesAsync(session), new ServerClock(now), (_, _) => { }, cancellation);
    }

    /// <summary>All at once; on another empty database one by one where a statement is refused.</summary>
    private static async Task<(ProofSession Session, Seq<StatementOutcome> Outcomes)> MigrateAsync(ThrowAwayCluster cluster, Compilation compilation, CancellationToken cancellation)
    {
        var session = await OpenEmptyAsync(cluster, cancellation);
        if (await ScriptRunner.RunTogetherAsync(session, MigrationsOf(compilation)) is { } together)
        {
            return (session, [.. together]);
        }

        await session.DisposeAsync();
        session = await OpenEmptyAsync(cluster, cancellation);
        var outcomes = new List<StatementOutcome>();
        foreach (var file in MigrationsOf(compilation).TakeWhile(_ => outcomes.TrueForAll(outcome => outcome.Answer.Accepted)))
        {
            outcomes.AddRange(await ScriptRunner.RunAsync(session, file.Path, file.Text));
        }

        return (session, [.. outcomes]);
    }

    private static async Task<ProofSession> OpenEmptyAsync(ThrowAwayCluster cluster, CancellationToken cancellation)
    {
        var name = ProofBench.NextName();
        await cluster.CreateDatabaseAsync(name, template: null, cancellation);
        return await ProofSession.OpenAsync(cluster, name, cancellation);
    }

    /// <summary>The files that build the database, in order.</summary>
    internal static IEnumerable<Rendering.Artifact> MigrationsOf(Compilation compilation) => compilation.Artifacts.Where(IsMigration).OrderBy(file => file.Path, StringComparer.Ordinal);

    private static bool IsMigration(Rendering.Artifact file) =>
        file.Path.StartsWith(Migrations, StringComparison.Ordinal) && file.Path.EndsWith(".sql", StringComparison.Ordinal);
}
