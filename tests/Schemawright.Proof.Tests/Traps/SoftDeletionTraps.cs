using Shouldly;
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

    [Fact]
    public async Task Trap_16_marking_a_parent_as_deleted_fires_no_cascade()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync(
            """
            CREATE TABLE glazes (id integer PRIMARY KEY, deleted_at timestamptz); CREATE TABLE samples (id integer, glaze_id integer REFERENCES glazes ON DELETE CASCADE);
            INSERT INTO glazes VALUES (1); INSERT INTO samples VALUES (1, 1);
            UPDATE glazes SET deleted_at = now(); INSERT INTO samples VALUES (2, 1)
            """);
        await trap.AnswersAsync("SELECT count(*)::text FROM samples", "2");
        await trap.AcceptsAsync("DELETE FROM glazes WHERE deleted_at IS NOT NULL");
        await trap.AnswersAsync("SELECT count(*)::text FROM samples", "0");
    }

    [Fact]
    public async Task Trap_16_ours_marks_the_children_and_brings_back_only_those()
    {
        await using var ours = await product.OursAsAsync("application");
        const string glaze = $"UPDATE app.glazes SET deleted_at = {{0}} WHERE id = '{TrapProduct.GlazeA}'";
        const string live = "SELECT coalesce(string_agg(label, ' ' ORDER BY label), '') FROM app.samples WHERE deleted_at IS NULL";
        await ours.AcceptsAsync($"INSERT INTO app.samples (glaze_id, label) VALUES ('{TrapProduct.GlazeA}', 'tile 2'); UPDATE app.samples SET deleted_at = '2030-01-01' WHERE label = 'tile 2'");
        await ours.AcceptsAsync(glaze.Replace("{0}", "now()", StringComparison.Ordinal));
        await ours.AnswersAsync(live, "");
        await ours.RefusesAsync($"INSERT INTO app.samples (glaze_id, label) VALUES ('{TrapProduct.GlazeA}', 'tile 3')", "23514", "samples_glaze_live_rule");
        await ours.RefusesAsync("UPDATE app.samples SET deleted_at = NULL WHERE label = 'tile 1'", "23514", "samples_glaze_live_rule");
        await ours.AcceptsAsync(glaze.Replace("{0}", "NULL", StringComparison.Ordinal));
        await ours.AnswersAsync(live, "tile 1");
        await ours.RefusesAsync("DELETE FROM app.samples", "42501");
    }

    [Fact]
    public async Task Trap_16_ours_refuses_the_deletion_where_the_documents_do()
    {
        await using var ours = await product.OursAsAsync("application");
        const string firing = $"INSERT INTO app.firings (kiln_id, potter_id, starts_at, ends_at, opened_on) VALUES ('{TrapProduct.KilnA}', '{TrapProduct.PotterA}', now() + interval '1 day', now() + interval '2 days', CURRENT_DATE)";
        await ours.AcceptsAsync(firing);
        const string deletion = $"UPDATE app.kilns SET deleted_at = now() WHERE id = '{TrapProduct.KilnA}'";
        await ours.RefusesAsync(deletion, "23514", "kilns_without_firings_rule");
        await ours.AcceptsAsync($"DELETE FROM app.firings; {deletion}");
        await ours.RefusesAsync(firing, "23514", "firings_kiln_live_rule");
    }

    [Theory]
    [InlineData("", Verdict.Proved)]
    [InlineData("DROP TRIGGER glazes_samples_along_deletion ON app.glazes", Verdict.Refuted)]
    public async Task The_proof_tries_whether_children_go_and_come_with_their_parent(string sabotage, Verdict verdict)
    {
        var report = await Prover.ProveAsync(
            await product.ClusterAsync(), product.Compilation, new ProofOptions(Only: ["glazes_samples_along_deletion"]), new Progress<ProofEvent>(), sabotage, TestContext.Current.CancellationToken);
        var vectors = report.Obligations.Single(claim => claim.Name == nameof(Obligations.RulesAcceptAndRefuse)).Vectors;
        vectors.Select(vector => vector.Verdict).ShouldBe([verdict, verdict], customMessage: string.Join("; ", vectors.Select(vector => vector.Answer)));
    }
}
