using System.Collections.Concurrent;
using Npgsql;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof;

/// <summary>Sessions on copies of the database for obligations that take back whatever they do: one obligation after the other works on the same copy.</summary>
internal sealed class CleanCopies : IAsyncDisposable
{
    private readonly ConcurrentBag<ProofSession> _free = [];

    public async Task<ProofSession> BorrowAsync(ProofBench bench)
    {
        if (_free.TryTake(out var known))
        {
            return known;
        }

        var name = ProofBench.NextName();
        await bench.Cluster.CreateDatabaseAsync(name, bench.Applied, bench.Cancellation);
        return await ProofSession.OpenAsync(bench.Cluster, name, bench.Cancellation, bench.Wholes, takenBack: TakeBackAsync);
    }

    /// <summary>Roles, settings and whatever else outlives a transaction are reset.</summary>
    private async Task<bool> TakeBackAsync(ProofSession session)
    {
        try
        {
            await session.TryAsync("ROLLBACK");
            if (!(await session.TryAsync("DISCARD ALL")).Accepted)
            {
                return false;
            }
        }
        catch (Exception broken) when (broken is NpgsqlException or OperationCanceledException or InvalidOperationException)
        {
            return false;
        }

        _free.Add(session);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        while (_free.TryTake(out var session))
        {
            await session.CloseAsync();
        }
    }
}
