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

    [Theory]
    [InlineData("kept for 7 years", "20200103T020000Z 20200201T020000Z")]
    [InlineData("kept for 10 years", "20200103T020000Z 20200201T020000Z")]
    [InlineData("kept for 300 days", "")]
    public async Task Trap_27_of_backups_kept_for_years_the_first_of_each_month_stays(string kept, string left)
    {
        var compilation = Compiler.Compile([new Documents.InputDocument("PRD.md", $"# Ledgers\n\n## Data model\n\n### Ledger\n- id: uuid\n- name: text (required)\n\n## Backup\n\n- Full backup nightly, backups are {kept}\n")], "ledgers", new Diagnostics.Findings());
        var script = compilation.Artifacts.Single(file => file.Path.EndsWith("backup.sh", StringComparison.Ordinal)).Text;
        var folder = Directory.CreateTempSubdirectory("backups");
        var young = DateTime.UtcNow.AddDays(-3);
        foreach (var (name, age) in new[] { ("20200103T020000Z", 400), ("20200104T020000Z", 400), ("20200201T020000Z", 370), ("20200202T020000Z", 370), ("20990102T020000Z", 3), ("20990103T020000Z", 3) })
        {
            Directory.SetLastWriteTimeUtc(Directory.CreateDirectory(Path.Combine(folder.FullName, name)).FullName, young.AddDays(3 - age));
        }

        var end = script[script.IndexOf("# Only after a good backup", StringComparison.Ordinal)..];
        var start = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, Environment = { ["BACKUP_ROOT"] = folder.FullName, ["WAL_ARCHIVE"] = folder.FullName, ["stamp"] = "x" } };
        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync("set -euo pipefail\n" + end);
        bash.StandardInput.Close();
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        bash.ExitCode.ShouldBe(0);
        string.Join(' ', folder.GetDirectories().Select(known => known.Name).Order(StringComparer.Ordinal)).ShouldBe($"{left} 20990102T020000Z 20990103T020000Z".Trim());
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Nothing_lost_asks_for_a_standby_that_every_commit_waits_for()
    {
        static Design.RecoveryDesign Of(string targets) => Compiler.Compile([new Documents.InputDocument("TECHNICAL_SPEC.md", $"# Ledgers\n\n## Data model\n\n### Ledger\n- id: uuid\n- name: text (required)\n\n## Recovery\n\n- {targets}\n")], "ledgers", new Diagnostics.Findings()).Design.Recovery;
        var none = Of("RPO 0 (no committed row may be lost), RTO 2 hours");
        (none.IsSynchronous, none.Replicas, none.Rto.ToString()).ShouldBe((true, 1, "2 hours"));
        Of("RPO: zero, RTO: 2 hours").IsSynchronous.ShouldBeTrue();
        Of("RPO 0.5 hours, RTO 2 hours").IsSynchronous.ShouldBeFalse();
        Of("RPO 5 minutes, RTO 2 hours").IsSynchronous.ShouldBeFalse();
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
