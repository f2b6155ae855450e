using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Traps 9, 10, 14 and 15: the clock in a check, periods without an end, refusals without a name, versions nobody counts.</summary>
public class RuleTraps(TrapProduct product)
{
    private static string Firing(string starts, string ends, string closed = "NULL") =>
        $"INSERT INTO app.firings (kiln_id, potter_id, starts_at, ends_at, opened_on, closed_on) VALUES ('{TrapProduct.KilnA}', '{TrapProduct.PotterA}', {starts}, {ends}, CURRENT_DATE, {closed})";

    [Fact]
    public async Task Trap_9_a_check_on_the_clock_goes_bad_by_itself()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE firings (starts_at timestamptz CHECK (starts_at >= now()), remark text); INSERT INTO firings VALUES (now() + interval '30 milliseconds')");
        await trap.AcceptsAsync("SELECT pg_sleep(0.06)");
        await trap.RefusesAsync("UPDATE firings SET remark = 'late'", "23514");

        await using var ours = await product.OursAsAsync("application");
        await ours.AcceptsAsync(Firing("now() + interval '30 milliseconds'", "now() + interval '1 hour'"));
        await ours.AcceptsAsync("SELECT pg_sleep(0.06); UPDATE app.firings SET remark = 'late'");
        await ours.RefusesAsync(Firing("now() - interval '2 hours'", "now() - interval '1 hour'"), "23514", "firings_starts_at_not_before_today_rule");
    }

    [Fact]
    public async Task Trap_10_start_before_end_lets_a_missing_end_pass_and_refuses_a_single_day()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE firings (opened_on date, closed_on date, CHECK (opened_on < closed_on)); INSERT INTO firings VALUES (NULL, NULL)");
        await trap.RefusesAsync("INSERT INTO firings VALUES (CURRENT_DATE, CURRENT_DATE)", "23514");

        await using var ours = await product.OursAsAsync("application");
        await ours.RefusesAsync(Firing("now() + interval '1 hour'", "NULL"), "23502", "ends_at");
        await ours.RefusesAsync(Firing("now() + interval '1 hour'", "now() + interval '1 hour'"), "23514", "firings_ends_at_after_starts_at_check");
        await ours.RefusesAsync(Firing("now() + interval '1 hour'", "now() + interval '2 hours'", "CURRENT_DATE - 1"), "23514", "firings_closed_on_not_before_opened_on_check");
        await ours.AcceptsAsync(Firing("now() + interval '1 hour'", "now() + interval '2 hours'", "CURRENT_DATE"));
    }

    [Fact]
    public async Task Trap_14_a_validating_function_names_no_rule_and_lets_unknown_values_pass()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync(
            """
            CREATE TABLE firings (potter_id integer, price numeric);
            CREATE FUNCTION validate_firing() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.price < 0 OR (SELECT count(*) FROM firings WHERE potter_id = NEW.potter_id) >= 1 THEN RAISE EXCEPTION 'invalid firing'; END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER validate BEFORE INSERT ON firings FOR EACH ROW EXECUTE FUNCTION validate_firing();
            INSERT INTO firings VALUES (NULL, NULL)
            """);
        var answer = await trap.TryAsync("INSERT INTO firings VALUES (1, -1)");
        (answer.SqlState, answer.ObjectName).ShouldBe(("P0001", null));
        await using var other = await product.BesideAsync(trap);
        await trap.AcceptsAsync("BEGIN; INSERT INTO firings VALUES (1, 1)");
        await other.AcceptsAsync("INSERT INTO firings VALUES (1, 1)");
        await trap.AcceptsAsync("COMMIT");
        await trap.AnswersAsync("SELECT count(*)::text FROM firings WHERE potter_id = 1", "2");
    }

    [Fact]
    public async Task Trap_14_ours_refuses_by_the_rules_own_name_whatever_is_missing()
    {
        await using var ours = await product.OursAsAsync("application");
        await ours.RefusesAsync($"INSERT INTO app.orders (potter_id, number, status, currency) VALUES ('{TrapProduct.PotterA}', '9', 'draft', 'EUR')", "23502", "price");
        for (var place = 0; place < 3; place++)
        {
            await ours.AcceptsAsync(Firing($"now() + interval '{place + 1} days'", $"now() + interval '{place + 1} days 1 hour'"));
        }

        var answer = await ours.TryAsync(Firing("now() + interval '9 days'", "now() + interval '10 days'"));
        (answer.SqlState, answer.ObjectName, answer.Table).ShouldBe(("23514", "firings_at_most_3_per_potter_limit", "firings"));
        await ours.AcceptsAsync("BEGIN ISOLATION LEVEL REPEATABLE READ");
        await ours.RefusesAsync(Firing("now() + interval '9 days'", "now() + interval '10 days'"), "0A000");
    }

    [Fact]
    public async Task Trap_15_a_version_nobody_counts_loses_an_update()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE orders (price integer, version integer DEFAULT 1); COMMENT ON COLUMN orders.version IS 'optimistic locking'; INSERT INTO orders VALUES (100)");
        await trap.AcceptsAsync("UPDATE orders SET price = 100 - 10; UPDATE orders SET price = 100 - 20");
        await trap.AnswersAsync("SELECT price::text FROM orders", "80");

        await using var ours = await product.OursAsAsync("application");
        var update = $"UPDATE app.orders SET price = 100 - {{0}}, version = 1 WHERE id = '{TrapProduct.OrderA}'";
        await ours.AcceptsAsync(update.Replace("{0}", "10", StringComparison.Ordinal));
        await ours.RefusesAsync(update.Replace("{0}", "20", StringComparison.Ordinal), "40001", "orders_version_check");
        await ours.AnswersAsync($"SELECT price || ' ' || version FROM app.orders WHERE id = '{TrapProduct.OrderA}'", "90 2");
    }

    [Fact]
    public async Task A_time_limit_gives_the_reason_that_the_state_it_leads_to_demands()
    {
        await using var ours = await product.OursAsAsync("application");
        await ours.AcceptsAsync(Firing("now() + interval '5 days'", "now() + interval '6 days'"));
        await ours.RefusesAsync("UPDATE app.firings SET status = 'cancelled'", "23514", "firings_remark_given_when_cancelled_check");
        await ours.AcceptsAsync("RESET ROLE; SET session_replication_role = replica; UPDATE app.firings SET status_since = now() - interval '3 days'; RESET session_replication_role");
        await ours.AcceptsAsync("SET ROLE kilnbook_job_runner; SET app.tenant_id = ''");
        await ours.AnswersAsync("SELECT app.firings_planned_timeout(1000)::text", "1");
        await ours.ActAsync("application");
        await ours.AnswersAsync("SELECT status || ': ' || remark FROM app.firings", "cancelled: planned for 2 days");
    }
}
