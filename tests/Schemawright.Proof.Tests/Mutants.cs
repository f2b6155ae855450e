using Schemawright.Proof.Obligations;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>All defects that are built in on purpose, each with the claim it breaks.</summary>
public static class Mutants
{
    /// <summary>The claim, and the SQL that builds the defect into the database.</summary>
    public static TheoryData<string, string> InTheDatabase { get; } = new()
    {
        { nameof(NoDrift), "CREATE TABLE app.stowaways (id integer)" },
        { nameof(NoDrift), "ALTER TABLE app.visits ALTER COLUMN notes SET DEFAULT 'none'" },
        { nameof(NoDrift), "GRANT TRUNCATE ON app.pets TO PUBLIC" },
        { nameof(NoDrift), "ALTER TABLE app.pets DISABLE TRIGGER b_touch" },
        { nameof(TenantsAreIsolated), "DROP POLICY tenant_isolation ON app.pets" },
        { nameof(TenantsAreIsolated), "ALTER TABLE app.pets NO FORCE ROW LEVEL SECURITY" },
        { nameof(TenantsAreIsolated), "ALTER TABLE app.rooms DISABLE ROW LEVEL SECURITY" },
        { nameof(TenantsAreIsolated), "ALTER POLICY tenant_isolation ON app.rooms USING (practice_id = (SELECT app.tenant_id()) OR (SELECT app.tenant_id()) IS NULL)" },
        { nameof(TenantsAreIsolated), "ALTER POLICY tenant_isolation ON app.rooms WITH CHECK (true)" },
        { nameof(TenantsAreIsolated), "ALTER TABLE app.pets DROP CONSTRAINT pets_owner_id_fkey" },
        { nameof(TenantsAreIsolated), "CREATE MATERIALIZED VIEW app.all_pets AS SELECT * FROM app.pets; GRANT SELECT ON app.all_pets TO paw_ledger_application" },
        { nameof(TenantsAreIsolated), "CREATE VIEW app.open_pets AS SELECT * FROM app.pets; GRANT SELECT ON app.open_pets TO paw_ledger_vet" },
        { nameof(TenantsAreIsolated), "CREATE FUNCTION app.count_pets() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM app.pets'" },
        { nameof(TenantsAreIsolated), "CREATE FUNCTION app.become(p_tenant uuid) RETURNS text LANGUAGE sql AS $mutant$ SELECT set_config('app.tenant_id', p_tenant::text, true) $mutant$" },
        { nameof(TenantsAreIsolated), "CREATE SEQUENCE app.counters; GRANT SELECT ON app.counters TO paw_ledger_application" },
        { nameof(RolesAreLimited), "GRANT DELETE ON app.invoices TO paw_ledger_clerk" },
        { nameof(RolesAreLimited), "GRANT SELECT ON app.owners TO paw_ledger_vet" },
        { nameof(RolesAreLimited), "DROP POLICY vet_select_limit ON app.visits" },
        { nameof(RolesAreLimited), "ALTER POLICY vet_select_limit ON app.visits USING (vet_id = (SELECT app.user_id()) OR (SELECT app.user_id()) IS NULL)" },
        { nameof(AuditRecordsEveryChange), "DROP TRIGGER z_audit_update ON app.pets" },
        { nameof(AuditRecordsEveryChange), "DROP TRIGGER z_audit_truncate ON app.pets" },
        { nameof(AuditRecordsEveryChange), "DROP TRIGGER a_skip_unchanged ON app.rooms" },
        { nameof(AuditRecordsEveryChange), "ALTER TABLE audit.activity_trails DISABLE TRIGGER append_only" },
        { nameof(AuditRecordsEveryChange), "GRANT USAGE ON SCHEMA audit TO paw_ledger_application; GRANT INSERT ON audit.activity_trails TO paw_ledger_application" },
        { nameof(PersonalDataStaysHidden), "DO $mutant$ BEGIN EXECUTE 'CREATE OR REPLACE VIEW app.owners_masked AS ' || replace(pg_get_viewdef('app.owners_masked'::regclass), '>= 8', '>= 0'); END $mutant$" },
        {
            nameof(PersonalDataStaysHidden),
            """
            CREATE FUNCTION app.same_for_all() RETURNS trigger LANGUAGE plpgsql AS $mutant$ BEGIN NEW.insurance_number_ciphertext := '\x00'; RETURN NEW; END $mutant$;
            CREATE TRIGGER same_for_all BEFORE UPDATE ON app.owners FOR EACH ROW EXECUTE FUNCTION app.same_for_all()
            """
        },
        { nameof(JobsKeepTheirTime), "CREATE MATERIALIZED VIEW app.owner_names AS SELECT full_name FROM app.owners" },
        { nameof(JobsKeepTheirTime), Rewritten("record_owners", "- ARRAY[", "- ARRAY[NULL]::text[] || ARRAY[") },
        { nameof(ReportsTellTheTruth), "CREATE OR REPLACE VIEW app.visits_by_room_and_month WITH (security_barrier = true) AS SELECT practice_id, room_id, month, number_of_seen_visits, total_amount_of_invoices FROM report.visits_by_room_and_month" },
        { nameof(NumbersLeaveNoGap), "CREATE SEQUENCE app.pet_numbers; GRANT USAGE ON SEQUENCE app.pet_numbers TO paw_ledger_owner; " + Rewritten("give_pets_file_number", "NEW.file_number := next_number", "NEW.file_number := nextval(''app.pet_numbers'')") },
        { nameof(NumbersLeaveNoGap), Rewritten("give_pets_file_number", "NEW.file_number := next_number", "NEW.file_number := coalesce(NEW.file_number, next_number)") },
        { nameof(SearchesStayWithinTheTenant), Rewritten("pets", "found.practice_id = (SELECT app.tenant_id())", "true") },
        { nameof(SearchesStayWithinTheTenant), Rewritten("pets", "''%'', ''\\%''", "''%'', ''%''") },
        { nameof(ReportsTellTheTruth), "DROP INDEX report.visits_by_room_and_month_key" },
        { nameof(ReportsTellTheTruth), "GRANT SELECT ON report.visits_by_room_and_month TO paw_ledger_application; GRANT USAGE ON SCHEMA report TO paw_ledger_application" },
        { nameof(ReportsTellTheTruth), Miscounted("JOIN app.invoices AS other ON other.visit_id = counted.id") },
        { nameof(ReportsTellTheTruth), Miscounted("") },
        { nameof(StaleUpdatesAreRefused), "DROP TRIGGER b_touch ON app.pets" },
        { nameof(StaleUpdatesAreRefused), "DROP TRIGGER a_skip_unchanged ON app.pets" },
        { nameof(ApplicationCanWork), "REVOKE INSERT ON app.pets FROM paw_ledger_application" },
        { nameof(ApplicationCanWork), "ALTER TABLE app.pets ADD CONSTRAINT nobody_can CHECK (name = 'impossible')" },
        { nameof(JobsKeepTheirTime), Rewritten("invoices_draft_timeout", "30 days", "20 days") },
        { nameof(JobsKeepTheirTime), Rewritten("invoices_draft_timeout", "30 days", "60 days") },
        { nameof(JobsKeepTheirTime), Rewritten("ensure_partitions", "FOR ahead IN -1 .. p_ahead", "FOR ahead IN -1 .. -1") },
        { nameof(JobsKeepTheirTime), Rewritten("drop_expired_partitions", "- p_keep", "") },
        { nameof(DictionaryMatchesCatalogue), "COMMENT ON COLUMN app.pets.name IS NULL" },
        { nameof(DictionaryMatchesCatalogue), "CREATE TABLE app.stowaways (id integer)" },
        { nameof(TheDocumentsSqlRuns), "ALTER TABLE app.pets ALTER COLUMN name DROP NOT NULL" },
    };

    /// <summary>The claim, the rule it has to name, and the SQL that takes the rule away or loosens it.</summary>
    public static TheoryData<string, string, string> OfARule { get; } = new()
    {
        { nameof(TenantsAreIsolated), "invoices.invoices_number_key", "ALTER TABLE app.invoices DROP CONSTRAINT invoices_number_key; CREATE UNIQUE INDEX invoices_number_key ON app.invoices (number)" },
        {
            nameof(TenantsAreIsolated), "members",
            """
            CREATE FUNCTION app.is_clerk() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $mutant$ SELECT EXISTS (SELECT FROM app.members WHERE id::text = current_setting('app.user_id', true) AND role = 'clerk') $mutant$;
            ALTER POLICY tenant_isolation ON app.members USING (practice_id = (SELECT app.tenant_id()) OR (SELECT app.is_clerk()))
            """
        },
        {
            nameof(TenantsAreIsolated), "audit.activity_trails",
            """
            GRANT USAGE ON SCHEMA audit TO paw_ledger_application;
            GRANT SELECT ON audit.activity_trails TO paw_ledger_application;
            ALTER TABLE audit.activity_trails DISABLE ROW LEVEL SECURITY
            """
        },
        { nameof(RulesAcceptAndRefuse), "invoices.invoices_amount_positive_check", "ALTER TABLE app.invoices DROP CONSTRAINT invoices_amount_positive_check, ADD CONSTRAINT invoices_amount_positive_check CHECK (amount >= 0)" },
        { nameof(RulesAcceptAndRefuse), "pets.c_keep_keys", "DROP TRIGGER c_keep_keys ON app.pets" },
        { nameof(RolesAreLimited), "paw_ledger_clerk: TABLE app.invoices", "REVOKE INSERT ON app.invoices FROM paw_ledger_clerk" },
        { nameof(RolesAreLimited), "paw_ledger_application: TABLE app.pets", "GRANT TRUNCATE ON app.pets TO paw_ledger_application" },
        { nameof(RolesAreLimited), "paw_ledger_application: FUNCTION app.tenant_id()", "REVOKE EXECUTE ON FUNCTION app.tenant_id() FROM paw_ledger_application" },
        { nameof(IndexesServeTheirQueries), "pets.pets_owner_id_idx", "DROP INDEX app.pets_owner_id_idx" },
        { nameof(RulesAcceptAndRefuse), "pets.name", "ALTER TABLE app.pets ALTER COLUMN name DROP NOT NULL" },
        { nameof(RulesAcceptAndRefuse), "invoices.invoices_number_key", "ALTER TABLE app.invoices DROP CONSTRAINT invoices_number_key" },
        { nameof(RulesAcceptAndRefuse), "pets.pets_owner_id_fkey", "ALTER TABLE app.pets DROP CONSTRAINT pets_owner_id_fkey" },
        { nameof(RulesAcceptAndRefuse), "invoice_lines.invoice_lines_invoice_id_fkey", ReplaceReference("invoice_lines", "invoice_id", "invoices", "NO ACTION") },
        { nameof(RulesAcceptAndRefuse), "invoice_lines.invoice_lines_invoice_id_fkey", "ALTER TABLE app.invoice_lines DROP CONSTRAINT invoice_lines_invoice_id_fkey" },
        { nameof(RulesAcceptAndRefuse), "invoices.invoices_approved_by_fkey", ReplaceReference("invoices", "approved_by", "members", "NO ACTION") },
        { nameof(RulesAcceptAndRefuse), "visits.visits_room_is_free_excl", "ALTER TABLE app.visits DROP CONSTRAINT visits_room_is_free_excl" },
        { nameof(RulesAcceptAndRefuse), "visits.visits_status_transition", "DROP TRIGGER visits_status_transition ON app.visits" },
        { nameof(RulesAcceptAndRefuse), "visits.visits_starts_in_future_rule", "DROP TRIGGER visits_starts_in_future_rule ON app.visits" },
        { nameof(RulesAcceptAndRefuse), "visits.visits_at_most_20_per_pet_limit", "DROP TRIGGER visits_at_most_20_per_pet_limit ON app.visits" },
        { nameof(RulesAcceptAndRefuse), "pets.pets_file_number_without_gaps_numbering", "DROP TRIGGER pets_file_number_without_gaps_numbering ON app.pets" },
        { nameof(RulesAcceptAndRefuse), "invoices.invoices_has_line_when_sent_minimum", "DROP TRIGGER invoices_has_line_when_sent_minimum ON app.invoices" },
        { nameof(RulesAcceptAndRefuse), "invoices.invoices_frozen_when_sent_immutable", "DROP TRIGGER invoices_frozen_when_sent_immutable ON app.invoices" },
        { nameof(RulesAcceptAndRefuse), "invoices.invoices_kept_when_sent_guard", "DROP TRIGGER invoices_kept_when_sent_guard ON app.invoices" },
        { nameof(RulesAcceptAndRefuse), "app.email", "ALTER DOMAIN app.email DROP CONSTRAINT email_check" },

        // Alone, each session still counts right: only the race shows that the lock is gone.
        {
            nameof(RulesHoldAtTheSameTime), "visits.visits_at_most_20_per_pet_limit",
            """
            DO $mutant$ BEGIN EXECUTE (
                SELECT regexp_replace(pg_get_functiondef(tgfoid), 'PERFORM pg_advisory_xact_lock[^;]*;', '', 'g')
                FROM pg_trigger WHERE tgname = 'visits_at_most_20_per_pet_limit');
            END $mutant$
            """
        },
        { nameof(RulesHoldAtTheSameTime), "invoices.invoices_has_line_when_sent_minimum", Rewritten("enforce_invoices_has_line_when_sent_minimum_child", "PERFORM pg_advisory_xact_lock", "PERFORM concat") },
        { nameof(RulesHoldAtTheSameTime), "visits.visits_status_transition", "DROP TRIGGER visits_status_transition ON app.visits" },
        { nameof(RulesHoldAtTheSameTime), "pets.pets_owner_id_fkey", LookedUp("pets", "pets_owner_id_fkey", "NOT EXISTS (SELECT FROM app.owners WHERE id = NEW.owner_id)", "foreign_key_violation") },
        { nameof(RulesHoldAtTheSameTime), "owners.owners_code_key", "DROP INDEX app.owners_code_key; " + Looking("owners", "EXISTS (SELECT FROM app.owners WHERE code = NEW.code AND deleted_at IS NULL)", "unique_violation") },
    };

    /// <summary>The claim, the files' path, and the line that is added to the last of them.</summary>
    public static TheoryData<string, string, string> InTheFiles { get; } = new()
    {
        { nameof(AppliesCleanly), "db/migrations/", "CREATE TABEL x ();" },
        { nameof(AppliesCleanly), "db/migrations/", "\\echo done" },
        { nameof(SeedsAreRepeatable), "db/seeds/", "INSERT INTO app.vaccines (code) VALUES (gen_random_uuid()::text);" },
        { nameof(RecoveryBringsBackTheMoment), "db/migrations/", "ALTER TABLE app.pet_vaccines SET UNLOGGED;" },
        { nameof(SeedsAreRepeatable), "db/seeds/", "INSERT INTO app.vaccine (code) VALUES ('x');" },
    };

    public static IEnumerable<string> Claims => new IEnumerable<ITheoryDataRow>[] { InTheDatabase, OfARule, InTheFiles }.SelectMany(rows => rows).Select(row => (string)row.GetData()[0]!);

    /// <summary>A function in whose text some words were exchanged.</summary>
    private static string Rewritten(string function, string words, string others) =>
        $"DO $mutant$ BEGIN EXECUTE (SELECT replace(pg_get_functiondef(oid), '{words}', '{others}') FROM pg_proc WHERE proname = '{function}'); END $mutant$";

    /// <summary>The report counts visits in whatever state, and each once for every row that is joined to it.</summary>
    private static string Miscounted(string joined) => $"""
        DROP MATERIALIZED VIEW report.visits_by_room_and_month CASCADE;
        SET ROLE paw_ledger_reporter;
        CREATE MATERIALIZED VIEW report.visits_by_room_and_month AS
            SELECT counted.practice_id, counted.room_id, date_trunc('month', counted.starts_at AT TIME ZONE 'UTC')::date AS month, count(*) AS number_of_seen_visits, (SELECT sum(amount) FROM app.invoices AS added JOIN app.visits AS of_it ON of_it.id = added.visit_id WHERE of_it.room_id = counted.room_id) AS total_amount_of_invoices
            FROM app.visits AS counted {joined} GROUP BY 1, 2, 3;
        CREATE UNIQUE INDEX ON report.visits_by_room_and_month (practice_id, room_id, month);
        GRANT SELECT ON report.visits_by_room_and_month TO paw_ledger_owner;
        RESET ROLE;
        SET ROLE paw_ledger_owner;
        CREATE VIEW app.visits_by_room_and_month WITH (security_barrier = true) AS SELECT * FROM report.visits_by_room_and_month WHERE practice_id = (SELECT app.tenant_id());
        GRANT SELECT ON app.visits_by_room_and_month TO paw_ledger_application;
        RESET ROLE
        """;

    /// <summary>A trigger that looks before it lets a row in does what a constraint does, as long as nobody else acts at the same moment.</summary>
    private static string LookedUp(string table, string constraint, string broken, string condition) => $"ALTER TABLE app.{table} DROP CONSTRAINT {constraint}; {Looking(table, broken, condition)}";

    private static string Looking(string table, string broken, string condition) => $"""
        CREATE FUNCTION app.look_first() RETURNS trigger LANGUAGE plpgsql AS $mutant$ BEGIN IF {broken} THEN RAISE {condition}; END IF; RETURN NEW; END $mutant$;
        CREATE TRIGGER look_first BEFORE INSERT ON app.{table} FOR EACH ROW EXECUTE FUNCTION app.look_first()
        """;

    private static string ReplaceReference(string table, string column, string parent, string onDelete) => $"""
        ALTER TABLE app.{table} DROP CONSTRAINT {table}_{column}_fkey,
            ADD CONSTRAINT {table}_{column}_fkey FOREIGN KEY (practice_id, {column}) REFERENCES app.{parent} (practice_id, id) ON DELETE {onDelete}
        """;
}
