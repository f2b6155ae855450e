using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Plans;

/// <summary>Plans are made for rows that are spread as the documents declare; without that they would be others.</summary>
public class SpreadTests(ProvingServer server) : IClassFixture<ProvingServer>
{
    private const string Plans = "IndexesServeTheirQueries";

    private const string Requirements =
        """
        # PRD: Press Room

        ### Grower
        - id (uuid)
        - name (string, required)

        ### Crate
        - id (uuid)
        - grower_id (uuid, references Grower, required)
        - status (enum: empty, lent)
        - weighed_on (date, required)

        ## API

        - `GET /api/crates?status=` - List crates filtered by status
        """;

    private const string Scale =
        """
        # Scale Requirements

        | Entity | Now | 1 Year |
        |---|---|---|
        | Growers | 2,000 | 3,000 |
        | Crates | 1,000,000 | 1,500,000 |
        """;

    [Fact]
    public async Task The_generated_rows_hold_the_declared_shares()
    {
        var vectors = (await ProveAsync(Compile("- A tenth of the growers deliver half of the crates.\n- Most crates (96 %) are empty, 4 % lent.\n- 80 % of the crates are less than a month old."))).Vectors;
        vectors.Where(vector => vector.Subject == "crates").Select(vector => (vector.Answer, vector.Verdict)).ShouldBe(
        [
            ("50 % with 10 % of growers", Verdict.Proved), ("96 % with status = empty", Verdict.Proved), ("4 % with status = lent", Verdict.Proved), ("80 % at most 1 month old", Verdict.Proved),
        ]);
    }

    [Fact]
    public async Task A_state_that_most_rows_have_is_read_from_the_whole_table_and_every_other_through_its_index()
    {
        var even = (await ProveAsync(Compile(""))).Vectors.Single(vector => vector.Subject.EndsWith("status_idx", StringComparison.Ordinal));
        even.Attempt.ShouldEndWith("spread evenly, as no document says otherwise");
        even.Answer.ShouldBe("through crates_status_idx");

        var uneven = (await ProveAsync(Compile("- Most crates (96 %) are empty."))).Vectors.Where(vector => vector.Subject.EndsWith("status_idx", StringComparison.Ordinal)).ToArray();
        uneven.ShouldAllBe(vector => vector.Verdict == Verdict.Proved);
        uneven.Single(vector => vector.Attempt.EndsWith("as most rows have it", StringComparison.Ordinal)).Answer.ShouldStartWith("the whole table, which costs less");
        uneven.Single(vector => vector.Attempt.EndsWith("as few rows have it", StringComparison.Ordinal)).Answer.ShouldBe("through crates_status_idx");
    }

    [Fact]
    public async Task Without_the_index_the_rare_rows_of_a_declared_spread_are_looked_for_in_vain()
    {
        var result = await ProveAsync(Compile("- Most crates (96 %) are empty."), "DROP INDEX app.crates_status_idx");
        result.Verdict.ShouldBe(Verdict.Refuted);
        result.Vectors.Where(vector => vector.Verdict == Verdict.Refuted).ShouldAllBe(vector => vector.Subject == "crates.crates_status_idx" && vector.Source.StartsWith("PRD.md:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_spread_that_the_keys_leave_no_room_for_is_not_called_proved()
    {
        var compilation = Compile("- One grower delivers 90 % of the crates.");
        var table = compilation.Design.Tables.Single(known => known.Name == "crates");
        table.ForeignKeys.ShouldHaveSingleItem();
        var result = await ProveAsync(compilation, "CREATE UNIQUE INDEX one_each ON app.crates (grower_id)");
        result.Vectors.Single(vector => vector.Subject == "crates").ShouldSatisfyAllConditions(vector => vector.Verdict.ShouldBe(Verdict.CouldNotVerify), vector => vector.Answer.ShouldContain("leave room for"));
    }

    private async Task<ObligationResult> ProveAsync(Compilation compilation, string sabotage = "") => (await server.ProveAsync(compilation, [Plans], sabotage)).Obligations.Single();

    private static Compilation Compile(string spread)
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", Requirements), new InputDocument("SCALE_REQUIREMENTS.md", $"{Scale}\n{spread}\n")], "press-room", new Findings());
        compilation.Domain.Skews.Count.ShouldBe(spread.Split('%').Length - 1 + (spread.Contains("half", StringComparison.Ordinal) ? 1 : 0));
        return compilation;
    }
}
