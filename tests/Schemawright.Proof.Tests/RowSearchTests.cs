using Schemawright.Proof.Obligations;
using Schemawright.Proof.Vectors;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>Rules that only hold together when rows are chosen with care: each product is proved without a gap, or the gap names its sentences.</summary>
public sealed class RowSearchTests(ProvingServer server) : IClassFixture<ProvingServer>
{
    private const string Stays =
        """
        # Kennels

        ## Data model

        ### Kennel
        - id: uuid
        - name: string (required, unique)

        ### Stay
        - id: uuid
        - kennel_id: uuid (FK -> Kennel, required)
        - starts_on: date (required)
        - ends_on: date (required)

        **Rules**:
        - A stay lasts at least 10 and at most 40 days
        - Stays of one kennel must not overlap
        - No more than 3 stays per kennel and calendar year
        """;

    private const string Entries =
        """
        # Regattas

        ## Data model

        ### Crew
        - id: uuid
        - name: string (required, unique)

        ### Entry
        - id: uuid
        - crew_id: uuid (FK -> Crew, required)
        - title: string (required)

        **Rules**:
        - Each entry must have at least one sheet
        - A crew can have at most 2 entries

        ### Sheet
        - id: uuid
        - entry_id: uuid (FK -> Entry, required)
        - note: string (required)
        """;

    private const string Trips =
        """
        # Trips

        ## Data model

        ### Trip
        - id: uuid
        - name: string (required, unique)
        - status: enum - planned, sailing, closed

        ### Log
        - id: uuid
        - trip_id: uuid (FK -> Trip, required)
        - kind: enum - daily, final
        - status: enum - open, signed

        ### Leg
        - id: uuid
        - trip_id: uuid (FK -> Trip, required)
        - status: enum - waiting, sailed, dropped
        """;

    private const string TripRules =
        """
        # Business rules

        ## Trips

        1.1 A trip may be closed once its final log is signed and every leg is sailed or dropped.

        Status transitions of a trip:

        | From | To |
        |---|---|
        | planned | sailing |
        | sailing | closed |
        """;

    private const string Opposed =
        """
        # Leases

        ## Data model

        ### Lease
        - id: uuid
        - starts_on: date (required)
        - ends_on: date (required)

        **Rules**:
        - A lease lasts at least 20 days
        - A lease lasts at most 10 days
        """;

    private const string Moorings =
        """
        # Moorings

        ## Data model

        ### Mooring
        - id: uuid
        - title: string(40) (required)
        - side: enum - port, starboard
        - starts_at: timestamp (required)
        - ends_at: timestamp (required)

        **Rules**:
        - A mooring lasts at least 20 days
        """;

    private const string Yards =
        """
        # Yards

        ## Data model

        ### Yard
        - id: uuid
        - name: string (required, unique)

        ### Crane
        - id: uuid
        - yard_id: uuid (FK -> Yard, required)
        - slip_id: uuid (FK -> Slip, optional)

        **Rules**:
        - The slip must belong to the same yard

        ### Slip
        - id: uuid
        - yard_id: uuid (FK -> Yard, required)
        - crane_id: uuid (FK -> Crane, optional)

        **Rules**:
        - The crane must belong to the same yard
        """;

    [Theory]
    [InlineData("stays", "stays.stays_at_most_3_per_kennel_a_year_limit", Stays, "")]
    [InlineData("entries", "entries.entries_at_most_2_per_crew_limit", Entries, "")]
    [InlineData("trips", "trips.trips_status_transition", Trips, TripRules)]
    [InlineData("yards", "cranes.cranes_slip_id_fkey", Yards, "")]
    public async Task Rows_are_found_that_obey_every_rule_together(string name, string subject, string text, string rules)
    {
        var result = await ProveAsync(ProvingServer.Compile(name, text, rules));
        ProvingServer.Gaps(result).ShouldBeEmpty();
        result.SelectMany(claim => claim.Vectors).ShouldContain(vector => vector.Subject == subject && vector.Verdict == Verdict.Proved);
    }

    /// <summary>A closed trip needs rows that refer to it, so the search plans them.</summary>
    [Fact]
    public async Task A_change_that_asks_for_other_rows_is_made_with_them()
    {
        var result = await ProveAsync(ProvingServer.Compile("trips", Trips, TripRules));
        result.SelectMany(claim => claim.Vectors).Count(vector => vector.Subject == "trips.trips_a_log_signed_when_closed_rule" && vector.Verdict == Verdict.Proved).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Two_rules_that_no_row_obeys_are_both_named_by_their_sentences()
    {
        var result = await ProveAsync(ProvingServer.Compile("leases", Opposed));
        var gaps = result.SelectMany(claim => claim.Vectors).Where(vector => vector.Verdict == Verdict.CouldNotVerify && vector.Answer.Contains("the rules may contradict each other", StringComparison.Ordinal)).ToList();
        gaps.Select(gap => gap.Subject).ShouldContain("leases.leases_lasts_at_least_20_days_check");
        gaps.ShouldAllBe(gap => gap.Answer.Contains("TECHNICAL_SPEC.md:11", StringComparison.Ordinal) && gap.Answer.Contains("TECHNICAL_SPEC.md:12", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("moorings.moorings_title_length", "insert with title = 40 characters beyond ASCII", "accepted")]
    [InlineData("moorings.moorings_title_length", "insert with title = 41 characters beyond ASCII", "refused 23514 moorings_title_length")]
    [InlineData("moorings.moorings_side_values", "insert with side = PORT", "refused 23514 moorings_side_values")]
    [InlineData("moorings.moorings_side_values", "insert with side = 'port '", "refused 23514 moorings_side_values")]
    public async Task Texts_are_tried_in_other_letters_and_other_scripts(string subject, string attempt, string answer)
    {
        var vectors = (await ProveAsync(ProvingServer.Compile("moorings", Moorings))).SelectMany(claim => claim.Vectors);
        vectors.Where(vector => vector.Subject == subject && vector.Attempt == attempt).Select(vector => vector.Answer).ShouldBe([answer]);
    }

    /// <summary>A day of 23 hours is found where the session's zone decides what a day is, and nowhere else.</summary>
    [Theory]
    [InlineData("", Verdict.Proved)]
    [InlineData("ALTER TABLE app.moorings DROP CONSTRAINT moorings_lasts_at_least_20_days_check, ADD CONSTRAINT moorings_lasts_at_least_20_days_check CHECK (ends_at >= starts_at + INTERVAL '20 days')", Verdict.Refuted)]
    public async Task A_rule_that_counts_days_is_tried_where_clocks_change(string sabotage, Verdict verdict)
    {
        var result = await ProveAsync(ProvingServer.Compile("moorings", Moorings), sabotage);
        result.SelectMany(claim => claim.Vectors).Where(vector => vector.Subject == "moorings.moorings_lasts_at_least_20_days_check" && vector.Attempt.Contains("clocks", StringComparison.Ordinal)).ShouldContain(vector => vector.Verdict == verdict);
        result[0].Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void Rows_that_refer_to_each_other_share_the_values_of_their_keys()
    {
        var compilation = ProvingServer.Compile("yards", Yards);
        var world = new Staging(compilation.Design, compilation.Schema, new ServerClock(new DateTime(2031, 5, 6, 7, 8, 9, DateTimeKind.Utc))).World();
        var (crane, slip) = (world.Fresh(compilation.Design.Find("cranes")!), world.Fresh(compilation.Design.Find("slips")!));
        (crane.Values["slip_id"], slip.Values["crane_id"]) = (new KeyValue(slip), new KeyValue(crane));
        var yard = RowSql.TextOf(crane, "yard_id", old: false).ShouldNotBeNull();
        RowSql.TextOf(slip, "yard_id", old: false).ShouldBe(yard);
        RowSql.TextOf(world.Default(compilation.Design.Find("yards")!), "id", old: false).ShouldBe(yard);
    }

    private async Task<IReadOnlyList<ObligationResult>> ProveAsync(Compilation compilation, string sabotage = "") =>
        (await server.ProveAsync(compilation, [nameof(RulesAcceptAndRefuse), nameof(RulesHoldAtTheSameTime)], sabotage)).Obligations;
}
