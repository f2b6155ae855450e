using System.Diagnostics;
using Schemawright.Proof.Rules;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>Two sessions on one database, in which rows are really committed, and taken out again after each race.</summary>
internal sealed class RaceTrack : IAsyncDisposable
{
    private const string Quiet = "SET LOCAL session_replication_role = replica";
    private const string Asked = "SET CONSTRAINTS ALL IMMEDIATE";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(2);

    private readonly ProofSession _first;
    private readonly ProofSession _second;
    private readonly ProofSession _watcher;
    private readonly string _waits;

    private RaceTrack(ProofSession first, ProofSession second, ProofSession watcher, string process)
    {
        (_first, _second, _watcher) = (first, second, watcher);
        _waits = $"SELECT (wait_event_type = 'Lock')::text FROM pg_stat_activity WHERE pid = {process}";
    }

    public static async Task<RaceTrack> OpenAsync(ProofBench bench)
    {
        var first = await bench.OpenCopyAsync();
        var second = await ProofSession.OpenAsync(bench.Cluster, first.Database, bench.Cancellation, bench.Wholes);
        var watcher = await ProofSession.OpenAsync(bench.Cluster, first.Database, bench.Cancellation);
        return new(first, second, watcher, (await second.AskAsync("SELECT pg_backend_pid()::text"))!);
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
        await WaitsOrEndsAsync(waiting);
        if (atCommit && one.Accepted)
        {
            one = await _first.TryAsync(Asked);
            waiting = AskedTooAsync(waiting);
            await WaitsOrEndsAsync(waiting);
        }

        var committed = one.Accepted ? await _first.TryAsync("COMMIT") : one;
        var other = await waiting;
        var ended = other.Accepted ? await _second.TryAsync("COMMIT") : other;
        await _first.TryAsync("ROLLBACK");
        await _second.TryAsync("ROLLBACK");
        return (committed, ended);
    }

    /// <summary>Until the second session has come to its end, or stands in line for what the first one holds.</summary>
    private async Task WaitsOrEndsAsync(Task second)
    {
        var patience = Stopwatch.StartNew();
        while (!second.IsCompleted && patience.Elapsed < Longest && await _watcher.AskAsync(_waits) != "true")
        {
            await Task.WhenAny(second, Task.Delay(Beat));
        }
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
        await _watcher.DisposeAsync();
    }
}
