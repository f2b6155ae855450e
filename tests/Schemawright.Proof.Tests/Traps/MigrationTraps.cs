using Schemawright.Postgres.Ddl;
using Schemawright.Proof.Scripts;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Traps 17 to 20: migrations that wait for ever or fail on rows, seeds that are refused, plans that are executed.</summary>
public class MigrationTraps(TrapProduct product)
{
    [Fact]
    public async Task Trap_17_a_change_without_a_time_limit_waits_and_holds_up_every_reader()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE orders (id integer); BEGIN; SELECT FROM orders");
        await using var migration = await product.BesideAsync(trap);
        await migration.AnswersAsync("SELECT current_setting('lock_timeout')", "0");
        var change = migration.TryAsync("ALTER TABLE orders ADD COLUMN tenant_id uuid");
        await using var reader = await product.BesideAsync(trap);
        for (var waits = "0"; waits != "1";)
        {
            waits = await reader.AskAsync("SELECT count(*)::text FROM pg_locks WHERE relation = 'orders'::regclass AND NOT granted");
        }

        await reader.AcceptsAsync("SET lock_timeout = '50ms'");
        await reader.RefusesAsync("SELECT FROM orders", "55P03");
        await trap.AcceptsAsync("COMMIT");
        (await change).Accepted.ShouldBeTrue();

        Prover.MigrationsOf(product.Compilation).Where(file => !file.Path.Contains("004_", StringComparison.Ordinal)).ShouldAllBe(file => file.Text.Contains("SET LOCAL lock_timeout = ", StringComparison.Ordinal));
        product.Compilation.Schema.Extensions.ShouldNotContain("uuid-ossp");
    }

    /// <summary>For each kind of change a statement on the tables wholes and parts, and what it is told to take.</summary>
    private static readonly (string Kind, string Sql, string Table)[] Locked =
    [
        ("foreignKey", "ALTER TABLE parts ADD FOREIGN KEY (whole) REFERENCES wholes (id)", "wholes"),
        ("index", "CREATE INDEX ON parts (whole)", "parts"),
        ("trigger", "CREATE TRIGGER kept BEFORE UPDATE ON parts FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()", "parts"),
        ("policy", "CREATE POLICY kept ON parts USING (true)", "parts"),
        ("policy", "ALTER TABLE parts ENABLE ROW LEVEL SECURITY", "parts"),
        ("partition", "CREATE TABLE years_2030 (LIKE years); ALTER TABLE years ATTACH PARTITION years_2030 FOR VALUES FROM (2030) TO (2031)", "years"),
        ("comment", "COMMENT ON TABLE parts IS 'Parts'", "parts"),
        ("addColumn", "ALTER TABLE parts ADD COLUMN remark text", "parts"),
        ("fillColumn", "ALTER TABLE parts ADD COLUMN code uuid DEFAULT gen_random_uuid()", "parts"),
        ("required", "ALTER TABLE parts ALTER COLUMN whole SET NOT NULL", "parts"),
        ("check", "ALTER TABLE parts ADD CHECK (whole > 0)", "parts"),
        ("dropColumn", "ALTER TABLE parts DROP COLUMN whole", "parts"),
    ];

    [Fact]
    public async Task Trap_17_the_lock_that_is_told_of_a_change_is_the_lock_the_server_takes()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE wholes (id integer PRIMARY KEY); CREATE TABLE parts (whole integer); INSERT INTO wholes VALUES (1); INSERT INTO parts VALUES (1); CREATE TABLE years (year integer) PARTITION BY RANGE (year)");
        var known = StatementLocks.Created.Concat(StatementLocks.Changed).ToList();
        known.Select(change => change.Kind).ShouldBe(Locked.Select(locked => locked.Kind).Distinct(StringComparer.Ordinal));
        foreach (var (kind, sql, table) in Locked)
        {
            await trap.AcceptsAsync($"BEGIN; {sql}");
            var strongest = await trap.AskAsync(
                $"""
                SELECT upper(regexp_replace(replace(mode, 'Lock', ''), '([a-z])([A-Z])', '\1 \2', 'g')) FROM pg_locks WHERE pid = pg_backend_pid() AND relation = '{table}'::regclass
                ORDER BY array_position(ARRAY['AccessShareLock', 'RowShareLock', 'RowExclusiveLock', 'ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'], mode) DESC LIMIT 1
                """);
            strongest.ShouldBe(known.Single(change => change.Kind == kind).Level, sql);
            await trap.AcceptsAsync("ROLLBACK");
        }

        // The recipes let everybody go on.
        foreach (var (sql, level) in new[] { ("ALTER TABLE parts VALIDATE CONSTRAINT later", "ShareUpdateExclusiveLock"), ("ALTER TABLE parts VALIDATE CONSTRAINT checked", "ShareUpdateExclusiveLock") })
        {
            await trap.AcceptsAsync("ALTER TABLE parts ADD CONSTRAINT later FOREIGN KEY (whole) REFERENCES wholes (id) NOT VALID, ADD CONSTRAINT checked CHECK (whole > 0) NOT VALID");
            await trap.AcceptsAsync($"BEGIN; {sql}");
            await trap.AnswersAsync("SELECT string_agg(DISTINCT mode, ' ') FROM pg_locks WHERE pid = pg_backend_pid() AND relation = 'parts'::regclass AND mode LIKE '%ExclusiveLock'", level);
            await trap.AcceptsAsync("ROLLBACK; ALTER TABLE parts DROP CONSTRAINT later, DROP CONSTRAINT checked");
        }

        var files = string.Concat(Prover.MigrationsOf(product.Compilation).Select(file => file.Text));
        foreach (var change in StatementLocks.Created)
        {
            files.ShouldContain($"-- Lock of each {change.Change}: {change.Level}, ");
        }
    }

    [Fact]
    public async Task Trap_18_a_required_column_cannot_be_added_to_a_filled_table()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE orders (id integer); INSERT INTO orders VALUES (1)");
        await trap.RefusesAsync("ALTER TABLE orders ADD COLUMN tenant_id uuid NOT NULL", "23502");

        // Ours carry the tenant from the first migration; the steps the document shows for a change run on filled tables.
        await using var ours = await product.OursAsync();
        var blocks = DocumentSql.Blocks(product.File("DATA_MODEL.md")).Where(block => block.Heading == "Schema Evolution").ToList();
        blocks.ShouldNotBeEmpty();
        foreach (var block in blocks)
        {
            await ours.AcceptsAsync(block.Sql);
        }

        await ours.AnswersAsync("SELECT count(*)::text FROM pg_attribute WHERE attname = 'studio_id' AND attrelid IN (SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'app'::regnamespace) AND NOT attnotnull", "0");
    }

    [Fact]
    public async Task Trap_19_seeds_with_roles_the_type_does_not_know_are_refused()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TYPE role AS ENUM ('potter'); CREATE TABLE potters (role role)");
        await trap.RefusesAsync("INSERT INTO potters VALUES ('super_admin')", "22P02");

        await using var ours = await product.OursAsync();
        var seeds = product.Compilation.Artifacts.Where(file => file.Path.StartsWith("db/seeds/", StringComparison.Ordinal)).ToList();
        seeds.ShouldNotBeEmpty();
        foreach (var seed in seeds.Concat(seeds))
        {
            (await ScriptRunner.RunAsync(ours, seed.Path, seed.Text)).Where(outcome => !outcome.Answer.Accepted).Select(outcome => outcome.Answer.Explained).ShouldBeEmpty();
        }

        await ours.AnswersAsync("SELECT string_agg(DISTINCT role, ', ') FROM app.potters", "manager, potter");
    }

    [Fact]
    public async Task Trap_20_explain_analyze_of_a_change_makes_the_change()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE orders (status text); INSERT INTO orders VALUES ('draft'); EXPLAIN ANALYZE UPDATE orders SET status = 'void'");
        await trap.AnswersAsync("SELECT status FROM orders", "void");

        var plans = DocumentSql.Blocks(product.File("DATA_MODEL.md")).SelectMany(block => SqlSplitter.Split("document", block.Sql)).Select(statement => statement.Normalized)
            .Where(sql => sql.StartsWith("EXPLAIN", StringComparison.OrdinalIgnoreCase)).ToList();
        plans.ShouldNotBeEmpty();
        plans.ShouldAllBe(sql => !sql.Contains("ANALYZE", StringComparison.OrdinalIgnoreCase));
    }
}
