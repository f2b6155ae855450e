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
}
