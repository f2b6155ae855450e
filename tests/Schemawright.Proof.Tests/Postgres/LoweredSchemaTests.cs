using Schemawright.Diagnostics;
using Schemawright.Postgres;
using Schemawright.Proof.Servers;
using Schemawright.Rendering;
using Schemawright.Tests.Postgres;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Postgres;

/// <summary>The hand-made design on a real server: its files run, and each mechanism accepts and refuses.</summary>
public sealed class LoweredSchemaTests : IAsyncLifetime
{
    private const string AnnsPatient = "(SELECT id FROM app.patients WHERE name = 'Rex')";
    private const string Ann = "'0190a000-0000-7000-8000-000000000002'";

    private Deployed _deployed = null!;
    private ProofSession _session = null!;

    public async ValueTask InitializeAsync()
    {
        var design = SampleDesign.Create();
        _deployed = await Deployed.OfAsync(DatabaseFiles.Render(design, PostgresLowering.Lower(design, new Findings())).Where(IsRun));
        _session = _deployed.Session;
        await _session.RunAsync("SET ROLE vet_desk_application");
        await _session.RunAsync($"SET app.tenant_id = '{SampleDesign.Tenant}'");
        await _session.RunAsync($"INSERT INTO app.patients (owner_id, name) VALUES ({Ann}, 'Rex')");
    }

    public ValueTask DisposeAsync() => _deployed.DisposeAsync();

    [Fact]
    public async Task Each_mechanism_refuses_by_its_own_name()
    {
        (string Sql, string Answer)[] vectors =
        [
            ("INSERT INTO app.owners (name, email) VALUES ('B', 'no address')", "refused 23514 email_check"),
            ("UPDATE app.owners SET version = 7", "refused 40001 owners_version_check"),
            ("UPDATE app.owners SET id = app.uuid7()", "refused 23514 owners_key_unchangeable"),
            ("DELETE FROM app.owners", "refused 42501"),
            ($"INSERT INTO app.patients (owner_id, name, born_on) VALUES ({Ann}, 'B', '2999-01-01')", "refused 23514 patients_born_in_past"),
            ($"INSERT INTO app.patients (owner_id, name) SELECT {Ann}::uuid, 'B' FROM generate_series(1, 3)", "refused 23514 patients_per_owner"),
            ($"INSERT INTO app.patients (owner_id, second_owner_id, name, is_active) VALUES ({Ann}, {Ann}, 'B', false)", "refused 23514 patients_owners_differ"),
            ($"INSERT INTO app.visits (patient_id, room, starts_at, weight_kg) VALUES ({AnnsPatient}, 'A', now(), 'NaN')", "refused 23514 visits_weight_kg_exact"),
            ($"INSERT INTO app.visits (patient_id, room, starts_at) VALUES ({AnnsPatient}, 'A', now()), ({AnnsPatient}, 'A', now() + interval '1 day')", "refused 23P01 visits_room_once"),
            ("INSERT INTO app.visits (patient_id, room, starts_at) VALUES (app.uuid7(), 'A', now())", "refused 23503 visits_patient_fkey"),
            ($"INSERT INTO app.invoices (owner_id, status, currency, total) VALUES ({Ann}, 'paid', 'EUR', 1)", "refused 23514 invoices_status_steps"),
            ($"INSERT INTO app.invoices (owner_id, currency, total) VALUES ({Ann}, 'EUR', 1.005)", "refused 23514 invoices_total_exact"),
            ("INSERT INTO app.events (what, payload) VALUES ('a', '[]')", "refused 23514 events_payload_shape"),
            ("SELECT count(*) FROM audit.audit_logs", "refused 42501"),
        ];
        foreach (var (sql, answer) in vectors)
        {
            (await _session.TryAsync(sql)).Words.ShouldBe(answer, sql);
        }
    }

    [Fact]
    public async Task What_must_be_kept_is_kept_even_from_the_owner_of_the_tables()
    {
        await _session.RunAsync("RESET ROLE");
        await _session.RunAsync("SET ROLE vet_desk_owner");
        (await _session.TryAsync("DELETE FROM app.owners")).Words.ShouldBe("refused 23514 owners_kept_a_year");
    }

    [Fact]
    public async Task A_patient_who_is_not_active_is_refused_by_the_visit_and_accepted_once_active()
    {
        await _session.RunAsync("UPDATE app.patients SET is_active = false");
        (await _session.TryAsync($"INSERT INTO app.visits (patient_id, room, starts_at) VALUES ({AnnsPatient}, 'A', now())")).Words.ShouldBe("refused 23514 visits_patient_active");
        await _session.RunAsync("UPDATE app.patients SET is_active = true");
        (await _session.TryAsync($"INSERT INTO app.visits (patient_id, room, starts_at) VALUES ({AnnsPatient}, 'A', now())")).Words.ShouldBe("accepted");
    }

    [Fact]
    public async Task A_sent_invoice_needs_its_lines_when_the_transaction_ends()
    {
        await _session.RunAsync($"INSERT INTO app.invoices (owner_id, currency, total) VALUES ({Ann}, 'EUR', 10)");
        (await _session.TryAsync("UPDATE app.invoices SET status = 'sent'")).Words.ShouldBe("refused 23514 invoices_total_covers_lines");
        await _session.RunAsync("BEGIN");
        await _session.RunAsync("INSERT INTO app.invoice_lines (invoice_id, amount) SELECT id, 10 FROM app.invoices");
        await _session.RunAsync("UPDATE app.invoices SET status = 'sent'");
        (await _session.TryAsync("COMMIT")).Words.ShouldBe("accepted");
        (await _session.TryAsync("DELETE FROM app.invoice_lines")).Words.ShouldBe("refused 23514 invoices_have_lines");
    }

    [Fact]
    public async Task Without_a_tenant_nothing_is_seen_and_nothing_written()
    {
        await _session.RunAsync("RESET app.tenant_id");
        (await _session.TryAsync("SELECT count(*) FROM app.owners")).Rows.ShouldBe(0);
        (await _session.TryAsync($"INSERT INTO app.owners (practice_id, name, email) VALUES ('{SampleDesign.Tenant}', 'B', 'b@moor.example')")).SqlState.ShouldBe("42501");
        await _session.RunAsync("RESET ROLE");
        await _session.RunAsync("SET ROLE vet_desk_owner");
        (await _session.TryAsync("SELECT count(*) FROM app.owners")).Rows.ShouldBe(0);
        (await _session.TryAsync("SELECT count(*) FROM app.owners_masked")).Rows.ShouldBe(0);
    }

    [Fact]
    public async Task Rules_hold_for_a_superuser_who_names_no_tenant()
    {
        await _session.RunAsync("UPDATE app.patients SET is_active = false");
        await _session.RunAsync("RESET ROLE");
        await _session.RunAsync("RESET app.tenant_id");
        (await _session.TryAsync("INSERT INTO app.visits (practice_id, patient_id, room, starts_at) SELECT practice_id, id, 'A', now() FROM app.patients")).Words.ShouldBe("refused 23514 visits_patient_active");
    }

    [Fact]
    public async Task The_log_tells_what_was_before_and_cannot_be_changed()
    {
        await _session.RunAsync("UPDATE app.patients SET name = 'Max'");
        await _session.RunAsync("UPDATE app.patients SET name = 'Max'");
        await _session.RunAsync("RESET ROLE");
        (await _session.QueryAsync("SELECT old_values ->> 'name' FROM audit.audit_logs WHERE verb = 'update'")).ShouldHaveSingleItem()[0].ShouldBe("Rex");
        (await _session.TryAsync("DELETE FROM audit.audit_logs")).Words.ShouldBe("refused 23514 audit_logs_append_only");
        (await _session.TryAsync("TRUNCATE audit.audit_logs")).Words.ShouldBe("refused 23514 audit_logs_append_only");
    }

    [Fact]
    public async Task Jobs_visit_every_tenant_and_a_second_run_finds_nothing()
    {
        await _session.RunAsync("RESET ROLE");
        await _session.RunAsync("SET session_replication_role = replica");
        await _session.RunAsync("UPDATE app.owners SET updated_at = now() - interval '4 years'");
        await _session.RunAsync("SET session_replication_role = origin");
        await _session.RunAsync("SET ROLE vet_desk_jobs");
        await _session.RunAsync("RESET app.tenant_id");
        (await _session.QueryAsync("SELECT app.forget_owners()::text"))[0][0].ShouldBe("1");
        (await _session.QueryAsync("SELECT app.forget_owners()::text"))[0][0].ShouldBe("0");
    }

    private static bool IsRun(Artifact file) => file.Path.EndsWith(".sql", StringComparison.Ordinal) && !file.Path.StartsWith("db/operations/", StringComparison.Ordinal);
}
