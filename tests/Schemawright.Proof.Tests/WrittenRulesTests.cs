using Schemawright.Proof.Obligations;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>Rules from their sentence to the server's answer: small documents, each compiled and proved as a whole.</summary>
public sealed class WrittenRulesTests(ProvingServer server) : IClassFixture<ProvingServer>
{
    private const string Allowances =
        """
        # Rowing

        The clubs are tenants: each club sees only its own rows.

        ## Data model

        ### Club
        - id: uuid
        - name: string (required, unique)
        - max_boats: integer (required, default 5)

        ### Boat
        - id: uuid
        - club_id: uuid (FK -> Club, required)
        - name: string (required)
        - kind: enum - sail, rowing
        - sail_number: string (null for rowing)

        **Rules**:
        - The number of boats must not exceed the club's max_boats
        - FOREIGN KEY (club_id) REFERENCES clubs(id) ON DELETE CASCADE
        """;

    private const string Visits =
        """
        # Harbours

        ## Data model

        ### Harbour
        - id: uuid
        - name: string (required, unique)

        ### Skipper
        - id: uuid
        - name: string (required)
        - email: email (required, unique)

        ### Berth
        - id: uuid
        - harbour_id: uuid (FK -> Harbour, required)
        - name: string (required)
        - day_price: decimal(10,2) (required)
        - opens_on: integer (required, 0 = Sunday, 6 = Saturday)

        ### Visit
        - id: uuid
        - berth_id: uuid (FK -> Berth, required)
        - harbour_id: uuid (FK -> Harbour, required)
        - skipper_id: uuid (FK -> Skipper, optional)
        - guest_name: string (optional)
        - guest_phone: phone (optional)
        - guest_email: email (optional)
        - date: date (required)
        - start_time: time (required)
        - end_time: time (required)
        - status: enum - active, cancelled
        - cancelled_at: timestamp (optional)
        - price: decimal(10,2) (required)
        - paid: integer (required)
        - total: integer (required)
        - fee_status: enum - open, part, settled

        **Rules**:
        - Visits must never cross midnight
        - A visit may not be scheduled in the past
        - Guest visits must give a name and a contact
        - The berth must belong to the same harbour
        - Berths cannot be moved to another harbour
        - There must be no overlapping active visits
        - A visit's price is berth.day_price directly, always

        ### BR-1: Visit fees
        - paid === 0 → `open`
        - 0 < paid < total → `part`
        - paid >= total → `settled`
        """;

    private const string Contradiction =
        """
        # Choirs

        ## Data model

        ### Choir
        - id: uuid
        - name: string (required, unique)

        ### Singer
        - id: uuid
        - choir_id: uuid (FK -> Choir, required)
        - name: string (required)

        **Rules**:
        - A choir can have at most 3 singers
        - Each choir must have at least 5 singers
        """;

    private const string Ranks =
        """
        # Ranks

        ## Data model

        ### Rank
        - id: uuid
        - title: string (required, unique)
        - above_id: uuid (FK -> Rank, optional)

        **Rules**:
        - Circular references among ranks are not allowed
        """;

    private const string Wardens =
        """
        # Lidos

        ## Data model

        ### Lido
        - id: uuid
        - name: string (required, unique)

        ### Warden
        - id: uuid
        - lido_id: uuid (FK -> Lido, required)
        - full_name: string (required, personal data)
        - email: email (required, unique)
        - role: enum - chief, helper

        ### Shift
        - id: uuid
        - warden_id: uuid (FK -> Warden, required)
        - status: enum - draft, confirmed, done

        ### Task
        - id: uuid
        - shift_id: uuid (FK -> Shift, required)
        - name: string (required)

        **Rules**:
        - Every lido has at least one warden with the role chief
        - Shift status changes: draft -> confirmed, confirmed -> done
        - A confirmed shift has at least one task
        - A warden may have at most 3 confirmed shifts
        - Wardens can ask for erasure of their data
        """;

    [Fact]
    public async Task Whoever_is_needed_is_erased_and_what_needs_parts_is_raced_for()
    {
        var compilation = ProvingServer.Compile("lidos", Wardens);
        var report = await server.ProveAsync(compilation, [nameof(RulesHoldAtTheSameTime), nameof(JobsKeepTheirTime)]);
        ProvingServer.Gaps(report.Obligations).ShouldBeEmpty();
        var vectors = report.Obligations.SelectMany(obligation => obligation.Vectors).ToList();
        vectors.ShouldContain(vector => vector.Attempt == "erase a person" && vector.Verdict == Verdict.Proved);
        vectors.ShouldContain(vector => vector.Attempt == "two sessions take the last place of a group" && vector.Verdict == Verdict.Proved);
    }

    [Theory]
    [InlineData(Allowances, "enforce_clubs_boat_rows_at_most_max_boats_balance_written_boats")]
    [InlineData(Ranks, "enforce_ranks_above_without_cycles_hierarchy")]
    public async Task A_lock_that_is_gone_shows_when_two_act_at_the_same_moment(string text, string function)
    {
        var sabotage = $"DO $mutant$ BEGIN EXECUTE (SELECT replace(pg_get_functiondef(oid), 'PERFORM pg_advisory_xact_lock', 'PERFORM concat') FROM pg_proc WHERE proname = '{function}'); END $mutant$";
        var compilation = ProvingServer.Compile("product", text);
        (await RacesAsync(compilation, "")).Verdict.ShouldBe(Verdict.Proved);
        (await RacesAsync(compilation, sabotage)).Verdict.ShouldBe(Verdict.Refuted);
    }

    [Fact]
    public async Task Rules_that_no_rows_can_obey_together_are_not_called_proved()
    {
        var compilation = ProvingServer.Compile("choirs", Contradiction);
        compilation.Domain.Rules.Count.ShouldBe(2);
        var report = await server.ProveAsync(compilation, [nameof(RulesAcceptAndRefuse)]);
        report.Holds.ShouldBeFalse();
        report.Obligations.Single().Vectors.ShouldContain(vector => vector.Verdict == Verdict.CouldNotVerify && vector.Answer.Contains("the rules may contradict each other", StringComparison.Ordinal));
    }

    private async Task<ObligationResult> RacesAsync(Compilation compilation, string sabotage) =>
        (await server.ProveAsync(compilation, [nameof(RulesHoldAtTheSameTime)], sabotage)).Obligations.Single();

    [Theory]
    [InlineData("allowances", Allowances, "boat_rows_at_most_max_boats", "no_sail_number_for_rowing", "sail_number_unless_rowing")]
    [InlineData("visits", Visits, "end_time_after_start_time", "date_not_in_the_past", "guest_gives_guest_name_and_guest_phone", "harbour_is_that_of_berth", "harbour_never_changes",
        "no_overlap_per_berth_and_date", "price_is_berth_day_price", "fee_status_open_when_paid_equals_0", "fee_status_part_when_paid_below_total", "fee_status_settled_when_paid_at_least", "opens_on_in_range")]
    public async Task What_is_written_is_enforced_and_every_claim_is_proved(string name, string text, params string[] rules)
    {
        var compilation = ProvingServer.Compile(name, text);
        compilation.Domain.Rules.Select(rule => rule.Name).ShouldBe(rules, ignoreOrder: true);
        var report = await server.ProveAsync(compilation, []);
        ProvingServer.Gaps(report.Obligations).ShouldBeEmpty();
        compilation.Design.RuleOutcomes.Where(outcome => outcome.Fate != Domain.Fate.Enforced).ShouldBeEmpty();
    }
}
