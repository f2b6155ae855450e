using System.Diagnostics;
using Schemawright.Collections;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Recovery;

/// <summary>A throw-away server that archives its log as a real one would, and servers recovered from its backup.</summary>
internal sealed class ArchivedServer(ThrowAwayCluster cluster) : IAsyncDisposable
{
    /// <summary>In seconds; a real server's is longer and stated in the recovery plan.</summary>
    public const int ArchiveTimeout = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public ThrowAwayCluster Cluster => cluster;

    private string Data => cluster.Folder + "/data";

    private string Backup => cluster.Folder + "/backup";

    /// <summary>What is committed is on disk: nothing is switched off for speed.</summary>
    public static async Task<ArchivedServer> StartAsync(ServerPrograms programs, CancellationToken cancellation) => new(await ThrowAwayCluster.StartAsync(
        programs,
        folder =>
        [
            "fsync=on", "synchronous_commit=on", "full_page_writes=on", "wal_level=replica", "max_wal_senders=2", "archive_mode=on",
            $"archive_timeout={ArchiveTimeout}", $"archive_command=mkdir -p \"{folder}/archive\" && cp \"%p\" \"{folder}/archive/%f\"",
        ],
        backup: "", cancellation));

    /// <summary>A base backup by the server's own functions; its log comes from the archive.</summary>
    public async Task BackUpAsync(ProofSession session)
    {
        await session.RunAsync("SELECT pg_backup_start('drill', fast => true)");
        await session.RunAsync(Command($"mkdir -m 700 \"{Backup}\" && cd \"{Data}\" && tar -cf - --exclude=\"./pg_wal/*\" --exclude=./postmaster.pid . | tar -xf - -C \"{Backup}\" && touch \"{Backup}/recovery.signal\""));
        var label = await session.AskAsync("SELECT labelfile FROM pg_backup_stop(wait_for_archive => true)");
        await session.RunAsync($"COPY (SELECT unnest(string_to_array({SqlLiteral.String(label!.TrimEnd('\n'))}, chr(10)))) TO {SqlLiteral.String(Backup + "/backup_label")}");
    }

    /// <summary>Waits until the log up to now is in the archive by itself.</summary>
    public async Task<TimeSpan> ArchivedAsync(ProofSession session, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var segment = await session.AskAsync("SELECT pg_walfile_name(pg_current_wal_insert_lsn())");
        while (await session.AskAsync($"SELECT (last_archived_wal >= {SqlLiteral.String(segment!)})::text FROM pg_stat_archiver") != "true")
        {
            if (watch.Elapsed > Patience)
            {
                throw new InvalidOperationException("the log does not reach the archive");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellation);
        }

        return watch.Elapsed;
    }

    /// <summary>A second server, brought to what was committed before the moment; nobody gets in before it is there.</summary>
    public async Task<(ThrowAwayCluster Recovered, TimeSpan Took)> RecoverAsync(string moment, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var recovered = await ThrowAwayCluster.StartAsync(
            cluster.Programs,
            _ => [$"restore_command=cp \"{cluster.Folder}/archive/%f\" \"%p\"", $"recovery_target_time={moment}", "recovery_target_inclusive=off", "recovery_target_action=promote", "hot_standby=off", "archive_mode=off", "wal_level=replica", "max_wal_senders=2"],
            Backup, cancellation);
        return (recovered, watch.Elapsed);
    }

    /// <summary>The server's own user does what lies in the server's own folder.</summary>
    private static string Command(string words) => $"COPY (SELECT 1 WHERE false) TO PROGRAM {SqlLiteral.String(words)}";

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
