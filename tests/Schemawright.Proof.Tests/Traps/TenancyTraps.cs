using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Traps 23 to 25: tenants without keys, policies without force, functions without a path.</summary>
public class TenancyTraps(TrapProduct product)
{
    private const string Usual =
        """
        CREATE TABLE orders (id integer PRIMARY KEY, tenant_id uuid NOT NULL);
        CREATE TABLE order_lines (id integer PRIMARY KEY, tenant_id uuid NOT NULL, order_id integer REFERENCES orders (id));
        INSERT INTO orders VALUES (1, '00000000-0000-4000-8000-000000000001'), (2, '00000000-0000-4000-8000-000000000002');
        ALTER TABLE orders ENABLE ROW LEVEL SECURITY; ALTER TABLE order_lines ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON orders USING (tenant_id = current_setting('app.current_tenant')::uuid);
        CREATE POLICY own ON order_lines USING (tenant_id = current_setting('app.current_tenant')::uuid)
        """;

    [Fact]
    public async Task Trap_23_a_plain_reference_crosses_tenants()
    {
        await using var trap = await AsGuestOf(Usual);
        await trap.AcceptsAsync("SET app.current_tenant = '00000000-0000-4000-8000-000000000001'; INSERT INTO order_lines VALUES (1, '00000000-0000-4000-8000-000000000001', 2)");

        await using var ours = await product.OursAsAsync("application");
        await ours.RefusesAsync($"INSERT INTO app.order_lines (order_id, glaze_id, quantity) VALUES ('{TrapProduct.OrderB}', '{TrapProduct.GlazeA}', 1)", "23503", "order_lines_order_id_fkey");
        await ours.RefusesAsync($"INSERT INTO app.order_lines (studio_id, order_id, glaze_id, quantity) VALUES ('{TrapProduct.StudioB}', '{TrapProduct.OrderB}', '{TrapProduct.GlazeB}', 1)", "42501");
        await ours.AcceptsAsync($"INSERT INTO app.order_lines (order_id, glaze_id, quantity) VALUES ('{TrapProduct.OrderA}', '{TrapProduct.GlazeA}', 1)");
    }

    [Fact]
    public async Task Trap_24_the_usual_policy_fails_in_a_pool_and_binds_neither_the_owner_nor_the_next_policy()
    {
        await using var trap = await AsGuestOf(Usual);
        await trap.RefusesAsync("SELECT FROM orders", "42704");
        await trap.AcceptsAsync("BEGIN; SET LOCAL app.current_tenant = '00000000-0000-4000-8000-000000000001'; COMMIT");
        await trap.RefusesAsync("SELECT FROM orders", "22P02");
        await trap.AcceptsAsync("RESET ROLE; ALTER TABLE orders OWNER TO trap_guest; SET ROLE trap_guest");
        await trap.AnswersAsync("SELECT count(*)::text FROM orders", "2");
        await trap.AcceptsAsync("RESET ROLE; ALTER TABLE orders OWNER TO postgres; CREATE POLICY reports ON orders FOR SELECT USING (true); GRANT SELECT ON orders TO trap_guest; SET ROLE trap_guest; SET app.current_tenant = '00000000-0000-4000-8000-000000000001'");
        await trap.AnswersAsync("SELECT count(*)::text FROM orders", "2");
    }

    [Theory]
    [InlineData("application")]
    [InlineData("owner")]
    public async Task Trap_24_ours_shows_nothing_without_a_tenant_and_no_policy_widens_it(string role)
    {
        const string count = "SELECT count(*)::text FROM app.orders";
        await using var ours = await product.OursAsync();
        await ours.AcceptsAsync($"SET ROLE kilnbook_{role}");
        await ours.AnswersAsync(count, "0");
        await ours.AcceptsAsync("SET app.tenant_id = ''");
        await ours.AnswersAsync(count, "0");
        await ours.RefusesAsync($"INSERT INTO app.studios (id, name, time_zone) VALUES ('{TrapProduct.StudioB}', 'x', 'UTC')", "42501");
        await ours.AcceptsAsync($"SET app.tenant_id = '{TrapProduct.StudioA}'");
        await ours.AnswersAsync(count, "1");
        await ours.AcceptsAsync($"RESET ROLE; CREATE POLICY reports ON app.orders FOR SELECT USING (true); SET ROLE kilnbook_{role}");
        await ours.AnswersAsync(count, "1");
    }

    [Fact]
    public async Task Trap_25_a_function_of_the_owner_without_a_path_reads_the_callers_table()
    {
        await using var trap = await AsGuestOf(
            """
            CREATE TABLE limits (most integer); INSERT INTO limits VALUES (3);
            CREATE FUNCTION most_firings() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT most FROM limits'
            """);
        await trap.AcceptsAsync("CREATE TEMP TABLE limits (most integer); INSERT INTO pg_temp.limits VALUES (1000000)");
        await trap.AnswersAsync("SELECT most_firings()::text", "1000000");

        await using var ours = await product.OursAsAsync("application");
        await ours.AnswersAsync("SELECT count(*)::text FROM pg_proc WHERE prosecdef AND pronamespace IN ('app'::regnamespace, 'audit'::regnamespace) AND NOT coalesce(proconfig::text LIKE '%search_path=pg_catalog, pg_temp%', false)", "0");
        await ours.AnswersAsync("SELECT count(*)::text FROM pg_class WHERE relnamespace IN ('app'::regnamespace, 'audit'::regnamespace) AND has_table_privilege('public', oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')", "0");
        await ours.RefusesAsync("CREATE TABLE app.limits (most integer)", "42501");
        await ours.RefusesAsync("TRUNCATE app.glazes", "42501");
        await ours.RefusesAsync("ALTER TABLE app.orders DISABLE ROW LEVEL SECURITY", "42501");
    }

    private async Task<Servers.ProofSession> AsGuestOf(string sql)
    {
        var trap = await product.EmptyAsync();
        await trap.AcceptsAsync(sql);
        await trap.AcceptsAsync(
            """
            DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trap_guest') THEN CREATE ROLE trap_guest; END IF; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            GRANT USAGE, CREATE ON SCHEMA public TO trap_guest; GRANT ALL ON ALL TABLES IN SCHEMA public TO trap_guest; SET ROLE trap_guest
            """);
        return trap;
    }
}
