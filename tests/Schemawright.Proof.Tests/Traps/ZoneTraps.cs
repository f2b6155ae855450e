using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Days that begin elsewhere: a session's zone, or universal time, would take one evening for two different days.</summary>
public sealed class ZoneTraps
{
    private const string OfOneZone =
        """
        # Ferry yard

        All times are in America/New_York.

        ### Slip
        - id (uuid)
        - name (text, required, unique)

        ### Docking
        - id (uuid)
        - slip_id (uuid, references Slip, required)
        - starts_at (timestamp, required)
        - ends_at (timestamp, required)
        - pay_by (date, required)
        - paid_at (timestamp)

        **Rules**:
        - Dockings cannot start on Sundays
        - The end of a docking must be at most 2 days after its start
        - A docking must be paid on or before its pay-by date
        - At most 2 dockings per slip per day
        """;

    private const string OfPlaces =
        """
        # Ferry yards

        ### Yard
        - id (uuid)
        - name (text, required, unique)
        - time_zone (IANA time zone, required)

        ### Pilot
        - id (uuid)
        - name (text, required, unique)
        - time_zone (IANA time zone, required)

        ### Docking
        - id (uuid)
        - yard_id (uuid, references Yard, required)
        - pilot_id (uuid, references Pilot, required)
        - number (integer, required)
        - starts_at (timestamp, required)
        - status: enum (booked, lapsed) - required

        ### Docking State Machine
        ```yaml
        States:
          booked:
            allowed_transitions: [lapsed]
            timeout: 3 days → lapsed
          lapsed:
            allowed_transitions: []
        ```

        **Rules**:
        - Dockings cannot start on Sundays
        - At most 4 dockings per pilot per day
        - Docking numbers are consecutive per yard and day, without gaps
        """;

    [Fact]
    public async Task The_day_is_the_products_whatever_zone_the_session_has()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", OfOneZone)], "yard", new Findings());
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        await session.AcceptsAsync("INSERT INTO app.slips (id, name) VALUES (md5('n')::uuid, 'North'), (md5('s')::uuid, 'South')");
        string Docking(string slip, string from, string to, string payBy = "2032-01-01", string paid = "NULL") =>
            $"INSERT INTO app.dockings (slip_id, starts_at, ends_at, pay_by, paid_at) VALUES (md5('{slip}')::uuid, '{from}', '{to}', '{payBy}', {paid})";
        foreach (var zone in new[] { "UTC", "Asia/Tokyo", "America/Los_Angeles" })
        {
            await session.AcceptsAsync($"SET TIME ZONE '{zone}'");
            // Saturday evening in New York is Sunday in UTC, and Sunday evening there is Monday.
            await session.AcceptsAsync(Docking("n", "2031-05-11 03:59+00", "2031-05-11 04:00+00"));
            await session.RefusesAsync(Docking("n", "2031-05-11 04:00+00", "2031-05-11 04:01+00"), "23514");
            await session.RefusesAsync(Docking("n", "2031-05-12 03:59+00", "2031-05-12 04:00+00"), "23514");
            await session.AcceptsAsync(Docking("n", "2031-05-12 04:00+00", "2031-05-12 04:01+00"));
            // Over the change of 9 March 2031, from 1 am on Saturday, two days last 47 hours.
            await session.AcceptsAsync(Docking("s", "2031-03-08 06:00+00", "2031-03-10 05:00+00"));
            await session.RefusesAsync(Docking("s", "2031-03-08 06:00+00", "2031-03-10 05:01+00"), "23514");
            // Paid on its day as long as the day lasts in New York.
            await session.AcceptsAsync(Docking("s", "2031-06-02 12:00+00", "2031-06-02 13:00+00", "2031-06-10", "'2031-06-11 03:59:59+00'"));
            await session.RefusesAsync(Docking("s", "2031-06-03 12:00+00", "2031-06-03 13:00+00", "2031-06-10", "'2031-06-11 04:00+00'"), "23514");
            // Two of one day there, though UTC has a midnight between them; the third is one too many.
            await session.AcceptsAsync(Docking("n", "2031-06-04 23:00+00", "2031-06-04 23:30+00") + ";" + Docking("n", "2031-06-05 01:00+00", "2031-06-05 01:30+00"));
            await session.RefusesAsync(Docking("n", "2031-06-05 03:59+00", "2031-06-05 04:00+00"), "23514");
            await session.AcceptsAsync(Docking("n", "2031-06-05 04:00+00", "2031-06-05 04:01+00"));
            await session.AcceptsAsync("DELETE FROM app.dockings");
        }

        await session.AcceptsAsync("SET TIME ZONE 'UTC'; DELETE FROM app.slips");
        compilation.Design.Find("dockings")!.Checks.ShouldContain(check => check.Description.Contains("Sundays", StringComparison.Ordinal), "one row and a named zone decide, so it is a check");
        await deployed.ProveAsync(compilation);
    }

    [Fact]
    public async Task The_day_is_that_of_the_place_a_row_belongs_to()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", OfPlaces)], "yards", new Findings());
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        await session.AcceptsAsync(
            """
            INSERT INTO app.yards (id, name, time_zone) VALUES (md5('e')::uuid, 'East', 'Pacific/Kiritimati'), (md5('w')::uuid, 'West', 'Pacific/Pago_Pago');
            INSERT INTO app.pilots (id, name, time_zone) VALUES (md5('a')::uuid, 'Ann', 'UTC'), (md5('b')::uuid, 'Ben', 'UTC')
            """);
        string Docking(string yard, string pilot, string from) =>
            $"INSERT INTO app.dockings (id, yard_id, pilot_id, starts_at, status) VALUES (md5('{yard}{pilot}{from}')::uuid, md5('{yard}')::uuid, md5('{pilot}')::uuid, '{from}', 'booked')";
        // One moment is Sunday in the east and Saturday in the west.
        await session.RefusesAsync(Docking("e", "a", "2031-05-10 12:00+00"), "23514");
        await session.AcceptsAsync(Docking("w", "a", "2031-05-10 12:00+00"));
        await session.RefusesAsync("UPDATE app.dockings SET yard_id = md5('e')::uuid", "23514");
        // The fifth of its day, by the days of the place, which goes on until 11:00 in universal time.
        string Dockings(string from) => string.Join(";", Enumerable.Range(0, 4).Select(hour => Docking("w", "b", $"2031-05-{from}:{hour:00}+00")));
        await session.AcceptsAsync(Dockings("12 23"));
        await session.RefusesAsync(Docking("w", "b", "2031-05-13 10:59+00"), "23514");
        await session.AcceptsAsync(Dockings("13 11"));
        // The two yards are never on the same day, and each counts its own.
        await session.AcceptsAsync(Docking("e", "a", "2031-06-02 12:00+00") + ";" + Docking("w", "a", "2031-06-04 12:00+00"));
        await session.AnswersAsync("SELECT count(DISTINCT number_day)::text FROM app.dockings WHERE starts_at > '2031-06-01'", "2");
        await session.AnswersAsync("SELECT bool_and(number_day = (now() AT TIME ZONE time_zone)::date)::text FROM app.dockings JOIN app.yards ON yards.id = yard_id", "true");
        await session.AcceptsAsync("SET session_replication_role = replica; DELETE FROM app.dockings; DELETE FROM app.pilots; DELETE FROM app.yards; SET session_replication_role = origin");
        await deployed.ProveAsync(compilation);
    }

    [Fact]
    public async Task A_day_that_is_not_given_is_that_of_the_place_and_one_that_is_given_stays()
    {
        // The usual form: a default sees no column, so it takes the session's day or one zone's for all.
        var documents = OfPlaces.Replace("- starts_at (timestamp, required)", "- starts_at (timestamp, required)\n- logged_on (date, required, default today)", StringComparison.Ordinal);
        var compilation = Compiler.Compile([new InputDocument("PRD.md", documents)], "yards", new Findings());
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        await session.AcceptsAsync(
            """
            INSERT INTO app.yards (id, name, time_zone) VALUES (md5('e')::uuid, 'East', 'Pacific/Kiritimati'), (md5('w')::uuid, 'West', 'Pacific/Pago_Pago');
            INSERT INTO app.pilots (id, name, time_zone) VALUES (md5('a')::uuid, 'Ann', 'UTC');
            CREATE TABLE usual (yard text, logged_on date NOT NULL DEFAULT CURRENT_DATE);
            INSERT INTO usual (yard) VALUES ('e'), ('w')
            """);
        await session.AnswersAsync("SELECT count(DISTINCT logged_on)::text FROM usual", "1");
        string Docking(string yard, string from, string more = "", string value = "") =>
            $"INSERT INTO app.dockings (yard_id, pilot_id, starts_at, status{more}) VALUES (md5('{yard}')::uuid, md5('a')::uuid, '{from}', 'booked'{value})";
        foreach (var zone in new[] { "UTC", "Asia/Tokyo", "America/Los_Angeles" })
        {
            await session.AcceptsAsync($"SET TIME ZONE '{zone}'");
            await session.AcceptsAsync(Docking("e", "2031-06-02 12:00+00") + ";" + Docking("w", "2031-06-04 12:00+00"));
            // There are 25 hours between the two, so they are never on one day.
            await session.AnswersAsync("SELECT count(DISTINCT logged_on)::text FROM app.dockings", "2");
            await session.AnswersAsync("SELECT bool_and(logged_on = (now() AT TIME ZONE time_zone)::date)::text FROM app.dockings JOIN app.yards ON yards.id = yard_id", "true");
            await session.AcceptsAsync("SET session_replication_role = replica; DELETE FROM app.dockings; SET session_replication_role = origin");
        }

        await session.AcceptsAsync(Docking("e", "2031-06-02 12:00+00", ", logged_on", ", '2020-02-03'"));
        await session.AnswersAsync("SELECT logged_on::text FROM app.dockings", "2020-02-03");
        await session.AcceptsAsync("SET TIME ZONE 'UTC'; DROP TABLE usual; SET session_replication_role = replica; DELETE FROM app.dockings; DELETE FROM app.pilots; DELETE FROM app.yards; SET session_replication_role = origin");
        await deployed.ProveAsync(compilation);
    }

    [Fact]
    public async Task A_job_waits_for_days_as_long_as_they_are_at_the_place()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", OfPlaces.Replace("- Dockings cannot start on Sundays\n", "", StringComparison.Ordinal))], "yards", new Findings());
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        var job = compilation.Schema.Functions.Single(function => function.JobsOnly && function.Name.Name.Text.Contains("timeout", StringComparison.Ordinal)).Name;
        // Booked a day before clocks go forward in New York: there the three days are over an hour earlier than in Lima.
        await session.AcceptsAsync(
            """
            INSERT INTO app.yards (id, name, time_zone) VALUES (md5('n')::uuid, 'North', 'America/New_York'), (md5('l')::uuid, 'South', 'America/Lima');
            INSERT INTO app.pilots (id, name, time_zone) VALUES (md5('a')::uuid, 'Ann', 'UTC'), (md5('b')::uuid, 'Ben', 'UTC');
            INSERT INTO app.dockings (yard_id, pilot_id, starts_at, status) VALUES (md5('n')::uuid, md5('a')::uuid, '2031-05-10 12:00+00', 'booked'), (md5('l')::uuid, md5('b')::uuid, '2031-05-10 12:00+00', 'booked');
            SET session_replication_role = replica;
            UPDATE app.dockings SET status_since = '2031-03-08 12:00+00';
            SET session_replication_role = origin;
            CREATE OR REPLACE FUNCTION app.job_time() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE RETURN timestamptz '2031-03-11 11:30+00'
            """);
        await session.AcceptsAsync($"SELECT {job}()");
        await session.AnswersAsync("SELECT string_agg(name, ' ') FROM app.dockings JOIN app.yards ON yards.id = yard_id WHERE status = 'lapsed'", "North");
    }

    [Fact]
    public void Peoples_own_zones_and_two_places_of_one_row_decide_no_day()
    {
        var ofPeople = Compiler.Compile([new InputDocument("PRD.md", OfPlaces.Replace("- yard_id (uuid, references Yard, required)\n", "", StringComparison.Ordinal).Replace("per yard and day", "per day", StringComparison.Ordinal))], "yards", new Findings());
        ofPeople.Design.Find("dockings")!.Zone.ShouldBeNull();
        var ofTwo = Compiler.Compile([new InputDocument("PRD.md", OfPlaces.Replace("- number", "- origin_id (uuid, references Yard, required)\n- number", StringComparison.Ordinal))], "yards", new Findings());
        ofTwo.Design.Find("dockings")!.Zone.ShouldBeNull();
    }

    [Fact]
    public void Who_answers_that_one_zone_counts_for_all_gets_one()
    {
        var asked = Compiler.Compile([new InputDocument("PRD.md", OfPlaces)], "yards", new Findings());
        var question = asked.Clarifications.Single(known => known.Question.Contains("begin in the time zone their rows lead to", StringComparison.Ordinal));
        var answered = Compiler.Compile([new InputDocument("PRD.md", OfPlaces), new InputDocument("ANSWERS.md", $"{question.Id}: 2\n")], "yards", new Findings());
        (asked.Design.Find("dockings")!.Zone is null, answered.Design.Find("dockings")!.Zone is null).ShouldBe((false, true));
        answered.Clarifications.ShouldNotContain(known => known.Id == question.Id);
        answered.Diagnostics.ShouldNotContain(found => found.Kind.Code == "SW3001" || found.Kind.Code == "SW3002");
    }
}
