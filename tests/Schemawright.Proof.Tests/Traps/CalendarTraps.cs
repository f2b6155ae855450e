using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Days on which nobody works, and zones that nobody lives in.</summary>
public sealed class CalendarTraps
{
    private const string Documents =
        """
        # Couriers

        ## Data model

        ### Depot
        - id: uuid
        - name: string (required, unique)
        - time_zone: IANA time zone (required)

        ### Parcel
        - id: uuid
        - depot_id: uuid (FK -> Depot, required)
        - posted_on: date (required)
        - due_on: date (required)
        - paid_on: date

        **Rules**:
        - The due date of a parcel must be at least 3 business days after the posted date
        - A parcel must be paid within 5 business days of the due date
        """;

    [Fact]
    public async Task Working_days_leave_out_weekends_and_the_holidays_that_were_entered()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", Documents)], "couriers", new Findings());
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        await session.AcceptsAsync(
            """
            INSERT INTO app.depots (id, name, time_zone) VALUES (md5('d')::uuid, 'Quay', 'Europe/Lisbon');
            INSERT INTO app.public_holidays (day, name) VALUES ('2025-06-10', 'Day of the country')
            """);
        const string parcel = "INSERT INTO app.parcels (depot_id, posted_on, due_on) VALUES (md5('d')::uuid, '2025-06-06', ";
        await session.AnswersAsync("SELECT (DATE '2025-06-06' + INTERVAL '3 days' <= DATE '2025-06-09')::text", "true");
        await session.RefusesAsync(parcel + "'2025-06-11')", "23514");
        await session.AcceptsAsync(parcel + "'2025-06-12')");
        await session.AnswersAsync("SELECT app.working_days(DATE '2025-06-12', -3)::text", "-6");
        await session.AcceptsAsync("DELETE FROM app.public_holidays; DELETE FROM app.parcels");
        await deployed.ProveAsync(compilation);
    }

    [Fact]
    public async Task A_zone_that_somebody_made_up_is_known_to_the_server_and_refused_by_ours()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", Documents)], "couriers", new Findings());
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        foreach (var zone in new[] { "America/Xapuri5", "Etc/Lisbon+5", "europe/lisbon" })
        {
            await session.AcceptsAsync($"SELECT now() AT TIME ZONE '{zone}'");
            await session.RefusesAsync($"SELECT '{zone}'::app.time_zone", "23514", "time_zone_check");
        }

        (await session.ListAsync($"SELECT name FROM unnest(ARRAY[{string.Join(", ", Terms.TimeZones.All.Select(name => $"'{name}'"))}]) AS name WHERE name NOT IN (SELECT name FROM pg_timezone_names)")).ShouldBeEmpty();
    }

    private const string Waiting =
        """
        # Couriers

        All times are in Asia/Tokyo.

        - A report shows the number of parcels per depot and month, up to date

        ## Data model

        ### Depot
        - id: uuid
        - name: string (required, unique)

        ### Parcel
        - id: uuid
        - depot_id: uuid (FK -> Depot, required)
        - scanned_at: timestamp (required)
        - paid_at: timestamp
        - status: enum (posted, lost, refunded) - required

        ### Complaint
        - id: uuid
        - parcel_id: uuid (FK -> Parcel, required)
        - text: string (required)

        ### Parcel State Machine
        ```yaml
        States:
          posted:
            allowed_transitions: [lost, refunded]
            timeout: 5 business days → lost
          lost:
            allowed_transitions: []
          refunded:
            allowed_transitions: []
        ```

        **Rules**:
        - Parcels can be refunded within 14 days after the scan
        - Complaints are possible within 30 days after payment
        """;

    [Fact]
    public async Task A_job_waits_for_working_days_and_the_holidays_among_them()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", Waiting)], "couriers", new Findings());
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        var job = compilation.Schema.Functions.Single(function => function.JobsOnly && function.Name.Name.Text.Contains("timeout", StringComparison.Ordinal)).Name;
        await session.AcceptsAsync(
            """
            INSERT INTO app.depots (id, name) VALUES (md5('d')::uuid, 'Quay');
            INSERT INTO app.parcels (id, depot_id, scanned_at, status) VALUES (md5('old')::uuid, md5('d')::uuid, now(), 'posted'), (md5('young')::uuid, md5('d')::uuid, now(), 'posted');
            SET session_replication_role = replica;
            UPDATE app.parcels SET status_since = now() - CASE id WHEN md5('old')::uuid THEN INTERVAL '9 days' ELSE INTERVAL '4 days' END;
            SET session_replication_role = origin;
            INSERT INTO app.public_holidays (day, name) SELECT current_date - back, 'Festival' FROM generate_series(0, 9) AS back
            """);
        await session.AcceptsAsync($"SELECT {job}()");
        await session.AnswersAsync("SELECT count(*)::text FROM app.parcels WHERE status = 'lost'", "0");
        await session.AcceptsAsync("DELETE FROM app.public_holidays");
        await session.AcceptsAsync($"SELECT {job}()");
        await session.AnswersAsync("SELECT string_agg((id = md5('old')::uuid)::text, ' ') FROM app.parcels WHERE status = 'lost'", "true");
    }

    [Fact]
    public async Task What_is_possible_for_some_days_is_refused_afterwards_and_stays_as_it_was_done()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", Waiting)], "couriers", new Findings());
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        await session.AcceptsAsync(
            """
            INSERT INTO app.depots (id, name) VALUES (md5('d')::uuid, 'Quay');
            INSERT INTO app.parcels (id, depot_id, scanned_at, paid_at, status) VALUES
                (md5('late')::uuid, md5('d')::uuid, now() - INTERVAL '15 days', now() - INTERVAL '31 days', 'posted'),
                (md5('soon')::uuid, md5('d')::uuid, now() - INTERVAL '13 days', now() - INTERVAL '29 days', 'posted')
            """);
        await session.RefusesAsync("UPDATE app.parcels SET status = 'refunded' WHERE id = md5('late')::uuid", "23514");
        await session.AcceptsAsync("UPDATE app.parcels SET status = 'refunded' WHERE id = md5('soon')::uuid");
        await session.RefusesAsync("INSERT INTO app.complaints (parcel_id, text) VALUES (md5('late')::uuid, 'Wet')", "23514");
        await session.AcceptsAsync("INSERT INTO app.complaints (parcel_id, text) VALUES (md5('soon')::uuid, 'Wet')");
        await session.AcceptsAsync("UPDATE app.parcels SET paid_at = now() - INTERVAL '60 days' WHERE id = md5('soon')::uuid; UPDATE app.complaints SET text = 'Damp'");
    }

    [Fact]
    public async Task A_month_of_a_report_begins_where_the_documents_say_that_times_are_meant()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", Waiting)], "couriers", new Findings());
        compilation.Domain.Zone!.Name.ShouldBe("Asia/Tokyo");
        await using var deployed = await Deployed.OfAsync(compilation);
        await deployed.Session.AcceptsAsync(
            """
            INSERT INTO app.depots (id, name) VALUES (md5('d')::uuid, 'Quay');
            INSERT INTO app.parcels (depot_id, scanned_at, status) VALUES (md5('d')::uuid, '2025-01-31 14:59+00', 'posted'), (md5('d')::uuid, '2025-01-31 15:01+00', 'posted')
            """);
        var report = compilation.Schema.ReadModels.ShouldHaveSingleItem();
        (await deployed.Session.ListAsync($"SELECT month::text FROM {report.Shown.Name} ORDER BY 1")).ShouldBe(["2025-01-01", "2025-02-01"]);
    }
}
