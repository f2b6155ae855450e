using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Plans;

/// <summary>A copy of the database that holds generated rows in every table, so that the planner has something to choose from.</summary>
internal sealed class SampleDatabase : IAsyncDisposable
{
    private readonly ProofBench _bench;

    private SampleDatabase(ProofBench bench, string name) => (_bench, Name) = (bench, name);

    public string Name { get; }

    /// <summary>Rules are taken off, since the rows only have to look alike; keys and indexes stay.</summary>
    public static async Task<SampleDatabase> MakeAsync(ProofBench bench)
    {
        var name = ProofBench.NextName();
        await bench.Cluster.CreateDatabaseAsync(name, bench.Applied, bench.Cancellation);
        await using var session = await ProofSession.OpenAsync(bench.Cluster, name, bench.Cancellation, bench.Wholes);
        foreach (var statement in new SampleRows(bench.Compilation.Schema, bench.Compilation.Design).Statements())
        {
            bench.Cancellation.ThrowIfCancellationRequested();
            await session.TryAsync(statement);
        }

        return new(bench, name);
    }

    public async ValueTask DisposeAsync() => await _bench.Cluster.DropDatabaseAsync(Name, CancellationToken.None);
}
