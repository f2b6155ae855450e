using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Traps 21 and 22: prepared figures of all tenants, and a partitioned table without key, zone or next month.</summary>
public class PartitionTraps(TrapProduct product)
{
    /// <summary>Prepared figures that cannot be renewed beside readers.</summary>
    private const string Unkeyed =
        "SELECT relname::text FROM pg_class WHERE relkind = 'm' AND NOT EXISTS (SELECT FROM pg_index WHERE indrelid = pg_class.oid AND indisunique AND indpred IS NULL AND indexprs IS NULL)";

    [Fact]
    public async Task Trap_21_prepared_figures_know_no_policies()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync(
            """
            CREATE TABLE orders (tenant_id integer, price integer); INSERT INTO orders VALUES (1, 10), (2, 20);
            ALTER TABLE orders ENABLE ROW LEVEL SECURITY; ALTER TABLE orders FORCE ROW LEVEL SECURITY;
            CREATE POLICY own ON orders USING (tenant_id = current_setting('app.tenant', true)::integer);
            CREATE MATERIALIZED VIEW revenue AS SELECT tenant_id, sum(price) FROM orders GROUP BY 1;
            CREATE ROLE trap_reader; GRANT SELECT ON orders, revenue TO trap_reader
            """);
        (await trap.ListAsync(Unkeyed)).ShouldBe(["revenue"]);
        await trap.RefusesAsync("REFRESH MATERIALIZED VIEW CONCURRENTLY revenue", "55000");
        await trap.AcceptsAsync("SET ROLE trap_reader; SET app.tenant = '1'");
        await trap.AnswersAsync("SELECT (SELECT count(*) FROM orders) || ' ' || (SELECT count(*) FROM revenue)", "1 2");

        await using var ours = await product.OursAsync();
        (await ours.ListAsync(Unkeyed)).ShouldBeEmpty();
        await ours.AnswersAsync("SELECT count(*)::text FROM pg_class WHERE relkind = 'm' AND (has_table_privilege('kilnbook_application', oid, 'SELECT') OR has_table_privilege('kilnbook_readonly', oid, 'SELECT'))", "0");
    }

    [Fact]
    public async Task Trap_22_a_table_partitioned_by_hand_takes_a_key_twice_and_ends_with_the_month()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync(
            """
            CREATE TABLE audit_logs (id integer, created_at timestamp DEFAULT now()) PARTITION BY RANGE (created_at);
            CREATE TABLE audit_logs_2025_01 PARTITION OF audit_logs FOR VALUES FROM ('2025-01-01') TO ('2025-02-01');
            INSERT INTO audit_logs VALUES (1, '2025-01-05'), (1, '2025-01-06')
            """);
        await trap.RefusesAsync("INSERT INTO audit_logs VALUES (2, '2025-02-01')", "23514");

        await using var ours = await product.OursAsync();
        foreach (var month in new[] { 0, 1, 2, 3 })
        {
            await ours.AcceptsAsync($"INSERT INTO audit.audit_logs (occurred_at, table_name, verb) VALUES (now() + interval '{month} months', 'kilns', 'insert')");
        }

        await ours.AnswersAsync("SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = 'audit.audit_logs'::regclass AND attname = 'occurred_at'", "timestamp with time zone");
        await ours.AnswersAsync("SELECT count(*)::text FROM pg_constraint WHERE contype = 'p' AND conrelid = 'audit.audit_logs'::regclass", "1");
        await ours.AnswersAsync("SELECT (count(*) >= 4)::text FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'audit.audit_logs'::regclass AND relrowsecurity AND relforcerowsecurity", "true");
        await ours.AnswersAsync("SELECT count(*)::text FROM pg_class WHERE pg_get_expr(relpartbound, oid) = 'DEFAULT'", "0");
    }
}
