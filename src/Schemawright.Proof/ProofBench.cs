using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Catalog;
using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof;

/// <summary>Everything an obligation works with: the compilation, and copies of the database its files made.</summary>
/// <param name="Applied">The name of the database the migrations were applied to; nobody stays connected to it.</param>
/// <param name="Outcomes">What the server said to each statement of the migrations.</param>
/// <param name="Objects">What the server then holds.</param>
/// <param name="Wholes">For each partition, and each of its indexes, the name of the whole.</param>
internal sealed record ProofBench(
    Compilation Compilation, ThrowAwayCluster Cluster, string Applied, Seq<StatementOutcome> Outcomes, Seq<CatalogObject> Objects,
    IReadOnlyDictionary<string, string> Wholes, ServerClock Clock, Action<int, int> Progress, CancellationToken Cancellation)
{
    private static int _copies;

    /// <summary>What the obligations look at.</summary>
    public Focus Focus { get; init; } = Focus.Everything;

    /// <summary>The database is thrown away after this look at it, so obligations work on it and not on copies.</summary>
    public bool IsDisposable { get; init; }

    /// <summary>The database is a <see cref="Plans.SampleDatabase"/>.</summary>
    public bool HoldsRows { get; init; }

    /// <summary>Copies that serve one obligation after the other; null: every session gets a copy of its own.</summary>
    public CleanCopies? Copies { get; init; }

    /// <summary>The tables looked at.</summary>
    public Seq<TableDesign> Tables => [.. Compilation.Design.Tables.Where(Focus.Has)];

    /// <summary>True when every migration ran, so that the other obligations have something to stand on.</summary>
    public bool IsApplied => Outcomes.All(outcome => outcome.Answer.Accepted);

    /// <summary>A session on a fresh copy of the applied database.</summary>
    public async Task<ProofSession> OpenCopyAsync()
    {
        if (IsDisposable)
        {
            return await ProofSession.OpenAsync(Cluster, Applied, Cancellation, Wholes);
        }

        var name = NextName();
        await Cluster.CreateDatabaseAsync(name, Applied, Cancellation);
        return await ProofSession.OpenAsync(Cluster, name, Cancellation, Wholes);
    }

    /// <summary>A session for work of which nothing is ever committed.</summary>
    public Task<ProofSession> BorrowCopyAsync() => Copies is null || IsDisposable ? OpenCopyAsync() : Copies.BorrowAsync(this);

    /// <summary>A session on an empty database.</summary>
    public async Task<ProofSession> OpenEmptyAsync()
    {
        var name = NextName();
        await Cluster.CreateDatabaseAsync(name, template: null, Cancellation);
        return await ProofSession.OpenAsync(Cluster, name, Cancellation);
    }

    public static string NextName() => $"proof_{Interlocked.Increment(ref _copies)}";
}
