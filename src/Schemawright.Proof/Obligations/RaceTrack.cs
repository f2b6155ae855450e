using Schemawright.Proof.Rules;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>Two sessions on one database, in which rows are really committed, and taken out again after each race.</summary>
internal sealed class RaceTrack : IAsyncDisposable
{
    private const string Quiet = "SET LOCAL session_replication_role = replica";
    private const string Asked = "SET CONSTRAINTS ALL IMMEDIATE";

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(40);

    private readonly ProofSession _first;
    private readonly ProofSession _second;

    private RaceTrack(ProofSession first, ProofSession second) => (_first, _second) = (first, second);

    public static async Task<RaceTrack> OpenAsync(ProofBench bench)
    {
        var first = await bench.OpenCopyAsync();
        return new(first, await ProofSession.OpenAsync(bench.Cluster, first.Database, bench.Cancellation, bench.Wholes));
    }

    /// <summary>Commits what must stand first; the answer is a refusal, or null.</summary>
    public async Task<ServerAnswer?> StoreAsync(Scene scene)
    {
        var answer = await _first.TryAllAsync(["BEGIN", Quiet, .. scene.Setup, "COMMIT"]);
        if (answer.Accepted)
        {
            return null;
        }

        await _first.TryAsync("ROLLBACK");
        return answer;
    }

    /// <summary>Both have begun before either acts; where the second has to wait for the first, it waits.</summary>
    /// <param name="atCommit">Rules that wait for the commit are asked in both sessions before either has committed.</param>
    public async Task<(ServerAnswer One, ServerAnswer Other)> CollideAsync(RaceScene scene, bool atCommit)
    {
        await _first.TryAllAsync(["BEGIN", .. SceneRunner.Settings(scene.First)]);
        await _second.TryAllAsync(["BEGIN", .. SceneRunner.Settings(scene.First), "SET LOCAL lock_timeout = '20s'"]);
        var one = await _first.TryAllAsync([scene.First.Tried, .. scene.WithFirst]);
        var waiting = _second.TryAllAsync([scene.Second, .. scene.WithSecond]);
        await Task.WhenAny(waiting, Task.Delay(Beat));
        if (atCommit && one.Accepted)
        {
            one = await _first.TryAsync(Asked);
            waiting = AskedTooAsync(waiting);
            await Task.WhenAny(waiting, Task.Delay(Beat));
        }

        var committed = one.Accepted ? await _first.TryAsync("COMMIT") : one;
        var other = await waiting;
        var ended = other.Accepted ? await _second.TryAsync("COMMIT") : other;
        await _first.TryAsync("ROLLBACK");
        await _second.TryAsync("ROLLBACK");
        return (committed, ended);
    }

    private async Task<ServerAnswer> AskedTooAsync(Task<ServerAnswer> waiting) => await waiting is { Accepted: false } refusal ? refusal : await _second.TryAsync(Asked);

    /// <summary>Takes every row out of the tables the race has touched.</summary>
    public Task ClearAsync(RaceScene scene)
    {
        var tables = scene.First.Setup.Append(scene.First.Tried).Append(scene.Second).Concat(scene.WithFirst).Concat(scene.WithSecond).Where(sql => sql.StartsWith(Inserting, StringComparison.Ordinal))
            .Select(sql => sql[Inserting.Length..sql.IndexOf(" (", StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal);
        return _first.TryAllAsync(["BEGIN", Quiet, .. tables.Select(table => $"DELETE FROM {table}"), "COMMIT"]);
    }

    private const string Inserting = "INSERT INTO ";

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }
}
