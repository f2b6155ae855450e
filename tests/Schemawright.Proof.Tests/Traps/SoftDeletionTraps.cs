using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Traps 1 and 16: uniqueness among rows that are only marked as deleted, and what becomes of their children.</summary>
public class SoftDeletionTraps(TrapProduct product)
{
    [Fact]
    public async Task Trap_1_a_unique_pair_with_the_time_of_deletion_accepts_live_duplicates_and_refuses_two_deletions_at_once()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE glazes (id integer PRIMARY KEY, name text, deleted_at timestamptz, UNIQUE (name, deleted_at))");
        await trap.AcceptsAsync("INSERT INTO glazes VALUES (1, 'Tenmoku', NULL), (2, 'Tenmoku', NULL)");
        await trap.RefusesAsync("UPDATE glazes SET deleted_at = now()", "23505");

        await using var ours = await product.OursAsAsync("application");
        const string insert = "INSERT INTO app.glazes (name) VALUES ('Tenmoku')";
        await ours.AcceptsAsync(insert);
        await ours.RefusesAsync(insert, "23505", "glazes_studio_id_name_key");
        const string deletion = "UPDATE app.glazes SET deleted_at = '2030-01-01' WHERE name = 'Tenmoku' AND deleted_at IS NULL";
        await ours.AcceptsAsync($"{deletion}; {insert}; {deletion}; {insert}");
        await ours.AnswersAsync("SELECT count(*)::text FROM app.glazes WHERE name = 'Tenmoku' AND deleted_at = '2030-01-01'", "2");
    }
}
