using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Periods that a rule of the same documents seems to forbid, or that begin when a state does; and what is protected, shared and softly deleted in plain words.</summary>
public sealed class PeriodTraps
{
    private const string Documents =
        """
        # Tide gauges

        The ports are tenants: each port sees only its own rows.

        ## Data model

        ### Port
        - id: uuid
        - name: string (required, unique)

        ### Datum
        - id: uuid
        - name: string (required, unique)

        ### Gauge
        - id: uuid
        - port_id: uuid (FK -> Port, required)
        - datum_id: uuid (FK -> Datum, required)
        - code: string(20) (required, unique within the port)

        ### Sounding
        - id: uuid
        - gauge_id: uuid (FK -> Gauge, required)
        - level: decimal(6,3) (required)

        ### Permit
        - id: uuid
        - port_id: uuid (FK -> Port, required)
        - status: enum [open, closed, renewed]
        - holder: string(80) (required)

        ### Keeper
        - id: uuid
        - port_id: uuid (FK -> Port, required)
        - badge: string(20) (required, unique within the port)
        - email: email (required)
        - born_on: date

        ## Rules

        - Soundings are append-only: they are never changed.
        - Soundings are kept for 2 years and then deleted.
        - Closed permits are deleted after 5 years.
        - Gauges are soft deleted and can be restored within 30 days.
        - Datums are a global list shared by all ports.
        - E-mail and born on of keepers are encrypted.
        """;

    private readonly Compilation _compilation = Compiler.Compile([new InputDocument("PRD.md", Documents), new InputDocument("SCALE.md", "# Scale\n\n- 10 ports\n- 100 gauges per port\n- 30,000,000 soundings per year\n")], "gauges", new Findings());

    private const string Rows =
        """
        INSERT INTO app.ports (id, name) VALUES (md5('p')::uuid, 'North'), (md5('q')::uuid, 'South');
        INSERT INTO app.data (id, name) VALUES (md5('d')::uuid, 'Mean sea level');
        INSERT INTO app.gauges (id, port_id, datum_id, code) VALUES (md5('g')::uuid, md5('p')::uuid, md5('d')::uuid, '1'), (md5('h')::uuid, md5('q')::uuid, md5('d')::uuid, '1');
        INSERT INTO app.soundings (port_id, gauge_id, level) VALUES (md5('p')::uuid, md5('g')::uuid, 1.5);
        INSERT INTO app.permits (id, port_id, status, holder, created_at) VALUES (md5('old')::uuid, md5('p')::uuid, 'open', 'Ann', now() - interval '9 years'), (md5('gone')::uuid, md5('p')::uuid, 'open', 'Ben', now() - interval '9 years')
        """;

    [Fact]
    public async Task What_is_only_ever_added_leaves_with_its_partition_when_its_time_is_over()
    {
        _compilation.Design.Find("soundings")!.Partition!.Keep!.ToString().ShouldBe("2 years");
        await using var deployed = await Deployed.OfAsync(_compilation);
        var session = deployed.Session;
        await session.AcceptsAsync(Rows);
        // The usual guard refuses whoever deletes, and so the job that the documents ask for.
        await session.AcceptsAsync("BEGIN; CREATE TABLE added (id int); CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'append-only'; END $$; CREATE TRIGGER kept BEFORE DELETE ON added FOR EACH ROW EXECUTE FUNCTION refuse(); INSERT INTO added VALUES (1)");
        await session.RefusesAsync("DELETE FROM added", "P0001");
        await session.AcceptsAsync("ROLLBACK");

        await session.RefusesAsync("DELETE FROM app.soundings", "23514", "soundings_no_deletion_guard");
        await session.RefusesAsync("UPDATE app.soundings SET level = 2", "23514", "soundings_no_change_immutable");
        await session.AcceptsAsync("CREATE OR REPLACE FUNCTION app.job_time() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE RETURN now() + interval '3 years'");
        await session.AcceptsAsync("SELECT app.drop_expired_partitions('app.soundings', interval '2 years')");
        await session.AnswersAsync("SELECT count(*)::text FROM app.soundings", "0");
    }

    [Fact]
    public async Task The_period_of_rows_in_a_state_begins_with_the_state()
    {
        await using var deployed = await Deployed.OfAsync(_compilation);
        var session = deployed.Session;
        await session.AcceptsAsync(Rows);
        await session.AcceptsAsync("UPDATE app.permits SET status = 'closed'");
        await session.AcceptsAsync("BEGIN; SET LOCAL session_replication_role = replica; UPDATE app.permits SET status_since = now() - interval '6 years' WHERE id = md5('gone')::uuid; COMMIT");
        // The usual job counts from the creation of the row, and removes what was closed a moment ago.
        await session.AnswersAsync("SELECT count(*)::text FROM app.permits WHERE status = 'closed' AND created_at < now() - interval '5 years'", "2");
        await session.AcceptsAsync($"SELECT app.{_compilation.Design.RetentionJobs.Single(job => job.Table == "permits").Name}()");
        await session.AnswersAsync("SELECT string_agg(holder, ' ') FROM app.permits", "Ann");
    }

    [Fact]
    public async Task What_all_tenants_share_carries_no_tenant_and_what_is_encrypted_is_no_plain_date()
    {
        await using var deployed = await Deployed.OfAsync(_compilation);
        var session = deployed.Session;
        await session.AcceptsAsync(Rows);
        await session.AnswersAsync("SELECT count(*)::text FROM information_schema.columns WHERE table_name = 'data' AND column_name = 'port_id'", "0");
        (await session.ListAsync("SELECT column_name || ' ' || data_type FROM information_schema.columns WHERE table_name = 'keepers' AND column_name ~ 'email|born_on' ORDER BY 1")).ShouldBe(["born_on_ciphertext bytea", "born_on_key_id text", "email_ciphertext bytea", "email_key_id text"]);
        await session.RefusesAsync("INSERT INTO app.keepers (port_id, badge, email_ciphertext) VALUES (md5('p')::uuid, '1', '\\x01')", "23502");
        // Softly deleted rows come back, which says nothing of how soon the server has to.
        _compilation.Design.RetentionJobs.Single(job => job.Table == "gauges").After.ToString().ShouldBe("30 days");
        _compilation.Domain.Recovery.ShouldBeEmpty();
    }
}
