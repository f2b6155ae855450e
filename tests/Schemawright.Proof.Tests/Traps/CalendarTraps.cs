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
}
