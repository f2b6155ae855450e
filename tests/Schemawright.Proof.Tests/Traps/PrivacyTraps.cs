using Schemawright.Design;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Traps 28 and 29: hashes that can be guessed, keys in a setting, masks that fail open.</summary>
public class PrivacyTraps(TrapProduct product)
{
    [Fact]
    public async Task Trap_28_a_plain_hash_is_guessed_and_a_key_in_a_setting_is_read_by_others()
    {
        await using var trap = await product.EmptyAsync();
        await trap.AcceptsAsync("CREATE TABLE potters (phone_hash bytea); INSERT INTO potters VALUES (sha256('+442079460123')); SET app.encryption_key = 'correct horse'");
        await trap.AnswersAsync("SELECT guess FROM (SELECT '+442079460' || lpad(number::text, 3, '0') AS guess FROM generate_series(0, 999) AS number) AS guesses JOIN potters ON phone_hash = sha256(guess::bytea)", "+442079460123");
        await trap.AcceptsAsync("SET app.encryption_key = 'battery staple'");
        await using var other = await product.BesideAsync(trap);
        (await other.AskAsync($"SELECT query FROM pg_stat_activity WHERE datname = '{trap.Database}' AND pid <> pg_backend_pid()"))!.ShouldContain("battery staple");

        await using var ours = await product.OursAsync();
        await ours.AnswersAsync("SELECT string_agg(attname || ' ' || format_type(atttypid, NULL), ', ' ORDER BY attname) FROM pg_attribute WHERE attrelid = 'app.potters'::regclass AND attname LIKE 'tax%'", "tax_number_ciphertext bytea, tax_number_key_id text");
        await ours.RefusesAsync($"UPDATE app.potters SET tax_number_ciphertext = 'x' WHERE id = '{TrapProduct.PotterA}'", "23514", "potters_tax_number_key_check");
        product.Compilation.Artifacts.Where(file => file.Path.StartsWith("db/", StringComparison.Ordinal)).ShouldAllBe(file => !file.Text.Contains("pgp_sym_encrypt", StringComparison.Ordinal) && !file.Text.Contains("encryption_key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trap_29_a_mask_that_expects_a_form_shows_everything_else()
    {
        const string mask = "SELECT regexp_replace('{0}', '^(.)(.+)(.@.+)$', '\\1***\\3') || ' ' || regexp_replace('{1}', '^(\\+\\d{3})\\d+(\\d{2})$', '\\1***\\2')";
        await using var trap = await product.EmptyAsync();
        await trap.AnswersAsync(mask.Replace("{0}", "a@b.co", StringComparison.Ordinal).Replace("{1}", "07700 900123", StringComparison.Ordinal), "a@b.co 07700 900123");

        await using var ours = await product.OursAsync();
        await ours.AcceptsAsync($"UPDATE app.potters SET phone = '+1234567' WHERE id = '{TrapProduct.OtherPotterA}'; UPDATE app.potters SET full_name = 'O' WHERE id = '{TrapProduct.OtherPotterA}'");
        await ours.ActAsync("readonly");
        await ours.AnswersAsync($"SELECT email || ' ' || full_name FROM app.potters_masked WHERE id = '{TrapProduct.PotterA}'", "*** A***");
        await ours.AnswersAsync($"SELECT phone || ' ' || full_name FROM app.potters_masked WHERE id = '{TrapProduct.OtherPotterA}'", "***4567 ***");
        await ours.RefusesAsync("SELECT phone FROM app.potters", "42501");
        await ours.RefusesAsync("SELECT id FROM app.potters WHERE phone LIKE '+1%'", "42501");
        product.Compilation.Design.Find("potters")!.Columns.Where(column => column.Mask != "none").Select(column => column.Name).ShouldBe(["email", "phone", "tax_number_ciphertext", "full_name"]);
    }

    [Fact]
    public async Task A_view_of_masks_shows_a_limited_role_its_own_rows_only()
    {
        await using var ours = await product.OursAsync();
        await ours.AcceptsAsync("GRANT SELECT ON app.potters_masked TO kilnbook_potter");
        await ours.ActAsync("potter");
        await ours.AnswersAsync("SELECT string_agg(id::text, ' ') FROM app.potters_masked", TrapProduct.PotterA);
        await ours.AcceptsAsync("SET app.user_id = ''");
        await ours.AnswersAsync("SELECT count(*)::text FROM app.potters_masked", "0");
        await ours.AcceptsAsync("RESET ROLE; SET ROLE kilnbook_application");
        await ours.AnswersAsync("SELECT count(*)::text FROM app.potters_masked", "2");
    }

    [Fact]
    public async Task A_view_of_masks_shows_no_other_tenant_s_rows_whatever_a_condition_looks_at_and_nothing_without_a_tenant()
    {
        await using var ours = await product.OursAsync();
        await ours.AcceptsAsync(
            """
            CREATE SCHEMA curious; GRANT USAGE ON SCHEMA curious TO PUBLIC;
            CREATE TABLE curious.seen (shown text); GRANT INSERT ON curious.seen TO PUBLIC;
            CREATE FUNCTION curious.look(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $f$ BEGIN INSERT INTO curious.seen VALUES ($1); RETURN true; END $f$;
            GRANT EXECUTE ON FUNCTION curious.look(text) TO PUBLIC
            """);
        await ours.AnswersAsync("SELECT count(*)::text FROM app.potters", "3");
        await ours.ActAsync("application");
        await ours.AnswersAsync("SELECT count(*)::text FROM app.potters_masked WHERE curious.look(full_name) AND curious.look(email::text)", "2");
        await ours.AcceptsAsync("SET app.tenant_id = ''");
        await ours.AnswersAsync("SELECT count(*)::text FROM app.potters_masked WHERE curious.look(full_name)", "0");
        await ours.AcceptsAsync("RESET app.tenant_id");
        await ours.AnswersAsync("SELECT count(*)::text FROM app.potters_masked WHERE curious.look(full_name)", "0");
        await ours.AcceptsAsync("RESET ROLE");
        var seen = await ours.ListAsync("SELECT DISTINCT shown FROM curious.seen");
        seen.ShouldNotBeEmpty();
        seen.ShouldAllBe(shown => shown.Contains("***", StringComparison.Ordinal) && !shown.Contains("Ada", StringComparison.Ordinal) && !shown.Contains("Bea", StringComparison.Ordinal) && !shown.Contains("bea@", StringComparison.Ordinal));
    }
}
