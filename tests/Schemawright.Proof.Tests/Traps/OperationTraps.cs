using System.Diagnostics;
using Schemawright.Proof.Scripts;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Traps 26, 27, 30 and 31: restores that restore nothing, periods from nowhere, figures that break, upkeep that blocks.</summary>
public class OperationTraps(TrapProduct product)
{
    [Fact]
    public async Task Trap_26_pg_restore_refuses_a_file_of_statements()
    {
        var cluster = await product.ClusterAsync();
        var file = Path.Combine(Path.GetTempPath(), $"{nameof(OperationTraps)}.sql");
        await File.WriteAllTextAsync(file, "CREATE TABLE orders (id integer);", TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(cluster.Programs.Path("pg_restore")) { RedirectStandardError = true, UseShellExecute = false, ArgumentList = { "--list", file } };
        using var restore = Process.Start(start)!;
        (await restore.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("input file");
        await restore.WaitForExitAsync(TestContext.Current.CancellationToken);
        restore.ExitCode.ShouldNotBe(0);
        File.Delete(file);

        product.File("backup.sh").ShouldContain("pg_basebackup");
        product.File("restore_point_in_time.sh").ShouldContain("recovery_target_time");
        product.File("restore_table.sh").ShouldContain("--use-list");
    }

    [Fact]
    public void Trap_27_our_backups_are_kept_as_long_as_the_documents_say()
    {
        var recovery = product.Compilation.Design.Recovery;
        recovery.KeepBackups.ToString().ShouldContain("35");
        recovery.Origin.Sources.ShouldContain(source => source.Document == "TECHNICAL_SPEC.md");
        product.File("backup.sh").ShouldContain("35");
    }

    [Fact]
    public async Task Trap_30_sizes_by_joined_names_break_on_capitals()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE \"OrderLines\" (id integer)");
        await trap.RefusesAsync("SELECT pg_total_relation_size(schemaname || '.' || tablename) FROM pg_tables WHERE schemaname = 'public'", "42P01");

        await using var ours = await product.OursAsync();
        await ours.AcceptsAsync("CREATE TABLE app.\"OrderLines\" (id integer); SELECT pg_stat_clear_snapshot()");
        var upToMeta = product.File("monitoring.sql").Split("-- Slowest statements")[0];
        SqlSplitter.Split("monitoring", upToMeta).Count.ShouldBeGreaterThan(3);
        await ours.AcceptsAsync(upToMeta);
        (await ours.ListAsync(SqlSplitter.Split("monitoring", upToMeta)[0].Sql.Replace("SELECT relid::regclass AS", "SELECT relid::regclass::text AS", StringComparison.Ordinal).Replace("n_live_tup AS live_rows,", "", StringComparison.Ordinal)
            .Replace("n_dead_tup AS dead_rows,", "", StringComparison.Ordinal).Replace("last_autovacuum", "NULL", StringComparison.Ordinal))).ShouldContain("app.\"OrderLines\"");
    }

    [Fact]
    public async Task Trap_31_vacuum_full_holds_up_every_reader()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE orders (id integer PRIMARY KEY); INSERT INTO orders SELECT generate_series(1, 100); BEGIN; SELECT FROM orders");
        await using var upkeep = await product.BesideAsync(trap);
        await upkeep.AcceptsAsync("SET lock_timeout = '50ms'");
        await upkeep.RefusesAsync("VACUUM FULL orders", "55P03");
        await upkeep.RefusesAsync("REINDEX TABLE orders", "55P03");
        await upkeep.AcceptsAsync("VACUUM orders");

        var ours = product.Compilation.Artifacts.Where(file => file.Path.StartsWith("db/operations/", StringComparison.Ordinal)).ToList();
        ours.SelectMany(file => file.Text.Split('\n')).Where(line => !line.StartsWith("--", StringComparison.Ordinal) && !line.StartsWith('#'))
            .ShouldAllBe(line => !line.Contains("VACUUM FULL", StringComparison.Ordinal) && (!line.Contains("REINDEX", StringComparison.Ordinal) || line.Contains("CONCURRENTLY", StringComparison.Ordinal)));
    }
}
