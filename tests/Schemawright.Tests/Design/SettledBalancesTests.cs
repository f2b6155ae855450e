using System.Globalization;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

/// <summary>Rows made up for development keep the totals that a rule demands.</summary>
public class SettledBalancesTests
{
    private static string Mill(string bound, string rule = "The delivery's total is the sum of its sack amounts.") =>
        $"""
        # Grain mill

        ## Data model

        ### Delivery
        - id: uuid
        - total: decimal(12,2) (required{bound})

        ### Sack
        - id: uuid
        - delivery_id: uuid (FK -> Delivery, required)
        - amount: decimal(12,2) (required)

        ## Business rules

        - BR-01: {rule}
        """;

    [Fact]
    public void A_total_is_what_the_rows_below_sum_to()
    {
        var design = Compiler.Compile([new InputDocument("TECHNICAL_SPEC.md", Mill(""))], "mill", new Findings()).Design;
        design.Find("deliveries").ShouldNotBeNull().Balances.Count.ShouldBe(1);
        var deliveries = design.Seeds.Single(seed => seed.Table == "deliveries");
        var sacks = design.Seeds.Single(seed => seed.Table == "sacks");
        deliveries.Rows.Count.ShouldBeGreaterThan(0);
        foreach (var delivery in deliveries.Rows)
        {
            var amounts = sacks.Rows.Where(sack => Value(sacks, sack, "delivery_id") == Value(deliveries, delivery, "id")).Select(sack => Figure(Value(sacks, sack, "amount")));
            Figure(Value(deliveries, delivery, "total")).ShouldBe(amounts.Sum());
        }
    }

    [Fact]
    public void Where_no_such_total_is_allowed_neither_the_row_nor_what_refers_to_it_is_made_up()
    {
        var design = Compiler.Compile([new InputDocument("TECHNICAL_SPEC.md", Mill(", min 1000000"))], "mill", new Findings()).Design;
        design.Find("deliveries").ShouldNotBeNull().Balances.Count.ShouldBe(1);
        design.Seeds.Select(seed => seed.Table).ShouldNotContain("deliveries");
        design.Seeds.Select(seed => seed.Table).ShouldNotContain("sacks");
    }

    [Theory]
    [InlineData("The sum of the sack amounts must not exceed the delivery's total.", true)]
    [InlineData("The sum of the sack amounts must not be less than the delivery's total.", false)]
    public void A_limit_on_what_the_rows_below_sum_to_is_worked_out_before_rows_are_kept(string rule, bool kept)
    {
        var design = Compiler.Compile([new InputDocument("TECHNICAL_SPEC.md", Mill(", min 1000000", rule))], "mill", new Findings()).Design;
        design.Find("deliveries").ShouldNotBeNull().Balances.Count.ShouldBe(1);
        design.Seeds.Any(seed => seed.Table == "deliveries").ShouldBe(kept);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Each ferry sees only its own data.")]
    public void A_row_below_becomes_such_as_a_rule_counts(string tenancy)
    {
        var design = Compiler.Compile(
            [
                new InputDocument("TECHNICAL_SPEC.md",
                    $"""
                    # Ferries

                    {tenancy}

                    ## Data model

                    ### Ferry
                    - id: uuid
                    - name: string (required)

                    ### Hand
                    - id: uuid
                    - ferry_id: uuid (FK -> Ferry, required)
                    - rank: enum - mate, cook, captain
                    - state: enum - resting, fit

                    ## Business rules

                    - BR-01: Each ferry keeps at least one fit captain at all times.
                    """),
            ], "ferries", new Findings()).Design;
        design.Find("ferries").ShouldNotBeNull().Balances.ShouldHaveSingleItem();
        var (hands, ferries) = (design.Seeds.Single(seed => seed.Table == "hands"), design.Seeds.Single(seed => seed.Table == "ferries"));
        foreach (var ferry in ferries.Rows)
        {
            hands.Rows.ShouldContain(hand => Value(hands, hand, "ferry_id") == Value(ferries, ferry, "id") && Value(hands, hand, "rank") == "captain" && Value(hands, hand, "state") == "fit");
        }
    }

    private static string Value(SeedDesign seed, Seq<Literal> row, string column) => row[seed.Columns.ToList().IndexOf(column)].Text;

    private static decimal Figure(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);
}
