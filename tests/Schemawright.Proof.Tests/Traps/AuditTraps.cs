using Npgsql;
using Schemawright.Proof.Servers;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Trap 7: an audit table which nothing fills, which anybody changes, and which keeps people from being erased.</summary>
public class AuditTraps(TrapProduct product)
{
    [Fact]
    public async Task Trap_7_an_audit_table_alone_records_nothing_can_be_changed_and_blocks_erasure()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync(
            """
            CREATE TABLE users (id uuid PRIMARY KEY, name text);
            CREATE TABLE audit_logs (id serial PRIMARY KEY, user_id uuid REFERENCES users (id), record_id uuid, old_values jsonb);
            INSERT INTO users VALUES ('00000000-0000-4000-8000-000000000001', 'Ada');
            UPDATE users SET name = 'Eve'
            """);
        await trap.AnswersAsync("SELECT count(*)::text FROM audit_logs", "0");
        await trap.AcceptsAsync("INSERT INTO audit_logs (user_id) SELECT id FROM users; UPDATE audit_logs SET old_values = '{\"name\": \"forged\"}'");
        await trap.RefusesAsync("DELETE FROM users", "23503");
    }

    [Fact]
    public async Task Trap_7_ours_records_every_change_and_cannot_be_changed()
    {
        await using var ours = await product.OursAsync();
        await ours.AcceptsAsync($"SET app.actor = 'ada'; UPDATE app.kilns SET code = 'K9' WHERE id = '{TrapProduct.KilnA}'");
        await ours.AnswersAsync("SELECT actor || ' ' || (old_values ->> 'code') FROM audit.audit_logs WHERE table_name = 'kilns' AND verb = 'update'", "ada K1");
        await ours.RefusesAsync("UPDATE audit.audit_logs SET old_values = NULL", "23514", "audit_logs_append_only");
        await ours.RefusesAsync("DELETE FROM audit.audit_logs", "23514", "audit_logs_append_only");
        await ours.RefusesAsync("TRUNCATE audit.audit_logs", "23514", "audit_logs_append_only");
    }

    [Fact]
    public async Task Trap_7_ours_lets_a_person_go_and_remembers_keys_of_any_shape()
    {
        await using var ours = await product.OursAsync();
        await ours.AcceptsAsync($"SET app.actor = '{TrapProduct.OtherPotterA}'; UPDATE app.potters SET status = 'suspended' WHERE id = '{TrapProduct.OtherPotterA}'");
        await ours.AcceptsAsync($"DELETE FROM app.potters WHERE id = '{TrapProduct.OtherPotterA}'");
        await ours.AnswersAsync("SELECT count(*)::text FROM audit.audit_logs WHERE table_name = 'potters' AND verb IN ('update', 'delete')", "2");
        (await ours.AskAsync("SELECT string_agg(old_values::text, ' ') FROM audit.audit_logs WHERE table_name = 'potters' AND verb = 'delete'"))!.ShouldNotContain("Amos");
        await ours.AnswersAsync("SELECT count(*)::text FROM pg_constraint WHERE contype = 'f' AND (conrelid = 'audit.audit_logs'::regclass OR confrelid = 'audit.audit_logs'::regclass)", "0");
    }

    [Fact]
    public async Task Trap_7_the_usual_join_of_old_and_new_rows_keeps_the_plan_of_the_first_row_changed()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync(
            """
            CREATE TABLE jars (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), label text);
            CREATE TABLE jar_log (id uuid, label text);
            CREATE FUNCTION record_jars() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN
                INSERT INTO jar_log SELECT o.id, o.label FROM old_rows AS o JOIN new_rows AS n ON n.id = o.id; RETURN NULL; END $f$;
            CREATE TRIGGER record AFTER UPDATE ON jars REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_jars();
            INSERT INTO jars (label) SELECT 'jar ' || g FROM generate_series(1, 500) AS g
            """);
        (await PlansAsync(trap, "UPDATE jars SET label = 'one' WHERE label = 'jar 1'", "UPDATE jars SET label = 'all'"))
            .ShouldContain(plan => plan.Contains("INSERT INTO jar_log", StringComparison.Ordinal) && plan.Contains("Nested Loop", StringComparison.Ordinal) && plan.Contains("rows=1 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trap_7_ours_matches_many_rows_by_hashing_whatever_the_session_changed_before()
    {
        await using var ours = await product.OursAsync();
        await ours.AcceptsAsync($"INSERT INTO app.glazes (studio_id, name) SELECT '{TrapProduct.StudioA}', 'Glaze ' || g FROM generate_series(1, 500) AS g");
        var plans = (await PlansAsync(ours, "UPDATE app.glazes SET description = 'one' WHERE name = 'Glaze 1'", "UPDATE app.glazes SET description = 'all'"))
            .Where(plan => plan.Contains("INSERT INTO audit.audit_logs", StringComparison.Ordinal)).ToList();
        plans.Count.ShouldBe(2);
        plans.ShouldAllBe(plan => plan.Contains("Hash Join", StringComparison.Ordinal) && !plan.Contains("Nested Loop", StringComparison.Ordinal) && !plan.Contains("JIT", StringComparison.Ordinal));
        await ours.AnswersAsync("SELECT count(*)::text FROM audit.audit_logs WHERE table_name = 'glazes' AND verb = 'update' AND old_values = '{}'", "0");
    }

    /// <summary>How the server carried out each statement, those of triggers included.</summary>
    private async Task<List<string>> PlansAsync(ProofSession session, params string[] statements)
    {
        var told = new List<string>();
        await using var source = (await product.ClusterAsync()).Database(session.Database);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        connection.Notice += (_, notice) => told.Add(notice.Notice.MessageText);
        string[] all = ["LOAD 'auto_explain'", "SET auto_explain.log_nested_statements = on", "SET client_min_messages = log", "SET auto_explain.log_min_duration = 0", .. statements];
        foreach (var statement in all)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        return told;
    }
}
