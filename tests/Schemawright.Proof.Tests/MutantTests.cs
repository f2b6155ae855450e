using Schemawright.Proof.Obligations;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>A proof that cannot fail proves nothing: each defect in the database is found by the claim it breaks.</summary>
public class MutantTests(SampleProduct product) : IClassFixture<SampleProduct>
{
    [Theory]
    [InlineData(nameof(NoDrift), "CREATE TABLE app.stowaways (id integer)")]
    [InlineData(nameof(NoDrift), "ALTER TABLE app.visits ALTER COLUMN notes SET DEFAULT 'none'")]
    [InlineData(nameof(NoDrift), "GRANT TRUNCATE ON app.pets TO PUBLIC")]
    [InlineData(nameof(NoDrift), "ALTER TABLE app.pets DISABLE TRIGGER b_touch")]
    [InlineData(nameof(TenantsAreIsolated), "DROP POLICY tenant_isolation ON app.pets")]
    [InlineData(nameof(TenantsAreIsolated), "ALTER TABLE app.pets NO FORCE ROW LEVEL SECURITY")]
    [InlineData(nameof(TenantsAreIsolated), "ALTER TABLE app.rooms DISABLE ROW LEVEL SECURITY")]
    [InlineData(nameof(TenantsAreIsolated), "ALTER POLICY tenant_isolation ON app.rooms USING (practice_id = (SELECT app.tenant_id()) OR (SELECT app.tenant_id()) IS NULL)")]
    [InlineData(nameof(TenantsAreIsolated), "ALTER POLICY tenant_isolation ON app.rooms WITH CHECK (true)")]
    [InlineData(nameof(TenantsAreIsolated), "ALTER TABLE app.pets DROP CONSTRAINT pets_owner_id_fkey")]
    [InlineData(nameof(AuditRecordsEveryChange), "DROP TRIGGER z_audit_update ON app.pets")]
    [InlineData(nameof(AuditRecordsEveryChange), "DROP TRIGGER z_audit_truncate ON app.pets")]
    [InlineData(nameof(AuditRecordsEveryChange), "DROP TRIGGER a_skip_unchanged ON app.rooms")]
    [InlineData(nameof(AuditRecordsEveryChange), "ALTER TABLE audit.activity_trails DISABLE TRIGGER append_only")]
    [InlineData(nameof(AuditRecordsEveryChange), "GRANT USAGE ON SCHEMA audit TO paw_ledger_application; GRANT INSERT ON audit.activity_trails TO paw_ledger_application")]
    [InlineData(nameof(StaleUpdatesAreRefused), "DROP TRIGGER b_touch ON app.pets")]
    [InlineData(nameof(StaleUpdatesAreRefused), "DROP TRIGGER a_skip_unchanged ON app.pets")]
    [InlineData(nameof(ApplicationCanWork), "REVOKE INSERT ON app.pets FROM paw_ledger_application")]
    [InlineData(nameof(ApplicationCanWork), "ALTER TABLE app.pets ADD CONSTRAINT nobody_can CHECK (name = 'impossible')")]
    [InlineData(nameof(DictionaryMatchesCatalogue), "COMMENT ON COLUMN app.pets.name IS NULL")]
    [InlineData(nameof(DictionaryMatchesCatalogue), "CREATE TABLE app.stowaways (id integer)")]
    [InlineData(nameof(TheDocumentsSqlRuns), "ALTER TABLE app.pets ALTER COLUMN name DROP NOT NULL")]
    public async Task A_defect_is_found_by_the_claim_it_breaks(string claim, string sabotage) =>
        (await product.ProveAsync(claim, sabotage)).Verdict.ShouldBe(Verdict.Refuted);

    /// <summary>Alone, each session still counts right: only the race shows that the lock is gone.</summary>
    [Fact]
    public async Task A_count_without_a_lock_is_found_by_the_race()
    {
        const string Unlocked = """
            DO $mutant$ BEGIN EXECUTE (
                SELECT regexp_replace(pg_get_functiondef(tgfoid), 'PERFORM pg_advisory_xact_lock[^;]*;', '', 'g')
                FROM pg_trigger WHERE tgname = 'visits_at_most_20_per_pet_limit');
            END $mutant$
            """;
        (await product.ProveAsync(nameof(RulesHoldAtTheSameTime), Unlocked)).Vectors
            .ShouldContain(vector => vector.Subject == "visits.visits_at_most_20_per_pet_limit" && vector.Verdict == Verdict.Refuted);
    }

    [Theory]
    [InlineData("invoices.invoices_amount_positive_check", "ALTER TABLE app.invoices DROP CONSTRAINT invoices_amount_positive_check, ADD CONSTRAINT invoices_amount_positive_check CHECK (amount >= 0)")]
    [InlineData("pets.name", "ALTER TABLE app.pets ALTER COLUMN name DROP NOT NULL")]
    [InlineData("invoices.invoices_number_key", "ALTER TABLE app.invoices DROP CONSTRAINT invoices_number_key")]
    [InlineData("pets.pets_owner_id_fkey", "ALTER TABLE app.pets DROP CONSTRAINT pets_owner_id_fkey")]
    [InlineData("visits.visits_room_is_free_excl", "ALTER TABLE app.visits DROP CONSTRAINT visits_room_is_free_excl")]
    [InlineData("visits.visits_status_transition", "DROP TRIGGER visits_status_transition ON app.visits")]
    [InlineData("visits.visits_starts_in_future_rule", "DROP TRIGGER visits_starts_in_future_rule ON app.visits")]
    [InlineData("visits.visits_at_most_20_per_pet_limit", "DROP TRIGGER visits_at_most_20_per_pet_limit ON app.visits")]
    [InlineData("invoices.invoices_has_line_when_sent_minimum", "DROP TRIGGER invoices_has_line_when_sent_minimum ON app.invoices")]
    [InlineData("invoices.invoices_frozen_when_sent_immutable", "DROP TRIGGER invoices_frozen_when_sent_immutable ON app.invoices")]
    [InlineData("invoices.invoices_kept_when_sent_guard", "DROP TRIGGER invoices_kept_when_sent_guard ON app.invoices")]
    [InlineData("app.email", "ALTER DOMAIN app.email DROP CONSTRAINT email_check")]
    public async Task A_rule_that_is_gone_or_loosened_is_named(string subject, string sabotage)
    {
        var result = await product.ProveAsync(nameof(RulesAcceptAndRefuse), sabotage);
        result.Vectors.ShouldContain(vector => vector.Subject == subject && vector.Verdict == Verdict.Refuted);
    }
}
