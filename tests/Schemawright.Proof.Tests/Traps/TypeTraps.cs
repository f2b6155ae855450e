using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Traps 6, 32 and 33: types that are declared and not used, keys without order, patterns that refuse good and accept bad values.</summary>
public class TypeTraps(TrapProduct product)
{
    private const string UnusedTypes =
        """
        SELECT typname::text FROM pg_type JOIN pg_namespace ON pg_namespace.oid = typnamespace
        WHERE nspname IN ('app', 'public') AND typtype IN ('e', 'd') AND NOT EXISTS (SELECT FROM pg_attribute WHERE atttypid = pg_type.oid AND attnum > 0)
        """;

    private static readonly string[] GoodAddresses = ["o'neil@example.co", "first.last+tag@sub.example.org", "x@example.museum", "a_b-c@xn--bcher-kva.example", "1@example.io"];

    private static readonly string[] BadAddresses = ["a@b..co", ".a@example.org", "a..b@example.org", "a.@example.org", "a@-example.org", "a@example-.org", "a@example.org.", "@example.org", "a@b", "A@example.org", "a b@example.org"];

    [Fact]
    public async Task Trap_6_an_enum_type_beside_a_check_is_used_by_nothing()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TYPE order_status AS ENUM ('draft', 'paid'); CREATE TABLE orders (status text CHECK (status IN ('draft', 'paid', 'void')))");
        (await trap.ListAsync(UnusedTypes)).ShouldBe(["order_status"]);
        await trap.AcceptsAsync("BEGIN; ALTER TYPE order_status ADD VALUE 'void'");
        await trap.RefusesAsync("SELECT 'void'::order_status", "55P04");

        await using var ours = await product.OursAsync();
        (await ours.ListAsync(UnusedTypes)).ShouldBeEmpty();
        await ours.AnswersAsync("SELECT count(*)::text FROM pg_type WHERE typtype = 'e'", "0");
        await ours.RefusesAsync($"UPDATE app.orders SET status = 'void' WHERE id = '{TrapProduct.OrderA}'", "23514", "orders_status_values");
    }

    [Fact]
    public async Task Trap_32_random_keys_scatter_and_ours_follow_the_time()
    {
        await using var ours = await product.OursAsync();
        const string descents = "SELECT count(*)::text FROM (SELECT id < lag(id) OVER (ORDER BY place) AS back FROM (SELECT place, {0} AS id FROM generate_series(1, 1000) AS place) AS made) AS pairs WHERE back";
        int.Parse((await ours.AskAsync(descents.Replace("{0}", "gen_random_uuid()", StringComparison.Ordinal)))!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(300);
        int.Parse((await ours.AskAsync(descents.Replace("{0}", "app.uuid7()", StringComparison.Ordinal)))!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThan(30);
        await ours.AnswersAsync("SELECT string_agg(DISTINCT substr(app.uuid7()::text, 15, 1), '') FROM generate_series(1, 50)", "7");
        var isNative = await ours.AskAsync("SELECT (current_setting('server_version_num')::integer >= 180000)::text") == "true";
        (await ours.ListAsync("EXPLAIN (VERBOSE, COSTS OFF) SELECT app.uuid7()")).ShouldContain(line => line.Contains(isNative ? "uuidv7()" : "overlay(", StringComparison.OrdinalIgnoreCase) && !line.Contains("app.uuid7", StringComparison.Ordinal), "the body stands in place of the call");
        await ours.AnswersAsync("SELECT count(*)::text FROM pg_index JOIN pg_attrdef ON adrelid = indrelid AND adnum = indkey[0] WHERE pg_get_expr(adbin, adrelid) LIKE '%gen_random_uuid%'", "0"); // behind a time it scatters nothing
    }

    [Fact]
    public async Task Trap_33_the_usual_pattern_accepts_bad_addresses_and_refuses_good_ones()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE potters (email varchar(255) CHECK (email ~* '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+[.][A-Za-z]{2,4}$'))");
        (await VerdictsAsync("INSERT INTO potters VALUES ('{0}')", GoodAddresses)).ShouldContain(false);
        (await VerdictsAsync("INSERT INTO potters VALUES ('{0}')", BadAddresses)).Count(accepted => accepted).ShouldBeGreaterThan(5);

        await using var ours = await product.OursAsync();
        (await OursAsync(GoodAddresses)).ShouldAllBe(accepted => accepted);
        (await OursAsync(BadAddresses)).ShouldAllBe(accepted => !accepted);
        await ours.AnswersAsync("SELECT count(*)::text FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = 'app' AND atttypid = 'varchar'::regtype", "0");

        async Task<List<bool>> VerdictsAsync(string insert, string[] values) => await EachAsync(trap, insert, values);
        async Task<List<bool>> OursAsync(string[] values) => await EachAsync(ours, "SELECT '{0}'::app.email", values);
    }

    private static async Task<List<bool>> EachAsync(Servers.ProofSession session, string sql, string[] values)
    {
        var verdicts = new List<bool>();
        foreach (var value in values)
        {
            verdicts.Add((await session.TryAsync(sql.Replace("{0}", value.Replace("'", "''", StringComparison.Ordinal), StringComparison.Ordinal))).Accepted);
        }

        return verdicts;
    }
}
