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
