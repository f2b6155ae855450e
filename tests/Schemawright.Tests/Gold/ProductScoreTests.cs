using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Gold;

/// <summary>The measure of products, on one small enough to count by hand.</summary>
public class ProductScoreTests
{
    private const string Documents = """
        # Data Model

        ```sql
        CREATE TABLE keepers (
            id UUID PRIMARY KEY,
            email VARCHAR(255) UNIQUE NOT NULL,
            is_active BOOLEAN DEFAULT true
        );
        CREATE TABLE hives (
            id UUID PRIMARY KEY,
            keeper_id UUID NOT NULL REFERENCES keepers(id),
            frames INTEGER NOT NULL,
            built_on DATE NOT NULL,
            sold_on DATE
        );
        ```

        ## Rules

        ```yaml
        Rule: Valid Hive
        Validations:
          - frames must be > 0
          - sold_on must be >= built_on
        ```
        """;

    private const string Structure = """
        entity Keeper|Beekeeper
        attribute Keeper.email : Email
        attribute Keeper.is_active : Boolean
        key Keeper (email)
        entity Hive
        attribute Hive.keeper_id : reference Keeper
        attribute Hive.frames : Integer
        attribute Hive.built_on : Date
        attribute Hive.sold_on : Timestamp    # wrong on purpose
        relationship Hive n -- 1 Keeper
        """;

    private static readonly int FramesLine = LineOf("frames must");
    private static readonly int SoldLine = LineOf("sold_on must");

    [Fact]
    public void Structure_is_counted_by_name_and_type()
    {
        var score = Score(Structure);
        score.Entities.ShouldBe(new(2, 2, 2));
        score.Attributes.ShouldBe(new(6, 6, 6));
        score.Types.ShouldBe(new(5, 6, 6));
        score.Keys.ShouldBe(new(1, 1, 1));
        score.Relationships.ShouldBe(new(1, 1, 1));
        score.Cardinalities.ShouldBe(new(1, 1, 1));
        score.Details.ShouldContain("wrong type Hive.sold_on: Date");
    }

    [Fact]
    public void Missing_and_additional_things_are_told_apart()
    {
        var score = Score("""
            entity Hive
            attribute Hive.frames : Integer
            attribute Hive.colour
            attribute Hive.built_on?
            attribute Hive.weight?
            entity Apiary
            entity Queen?
            relationship Hive n -- 0..1 Apiary
            """);
        score.Entities.ShouldBe(new(1, 2, 2));
        score.InventedTables.ShouldBe(["Keeper"]);
        score.Attributes.ShouldBe(new(1, 2, 3));
        score.Relationships.ShouldBe(new(0, 1, 0));
        score.Details.ShouldContain("invented attribute Hive.sold_on");
    }

    [Fact]
    public void A_wrong_side_is_a_wrong_cardinality()
    {
        var score = Score(Structure.Replace("Hive n -- 1 Keeper", "Hive 0..1 -- 1 Keeper", StringComparison.Ordinal));
        score.Relationships.ShouldBe(new(1, 1, 1));
        score.Cardinalities.ShouldBe(new(0, 1, 1));
    }

    [Fact]
    public void A_rule_is_found_at_its_line_with_its_entity_and_attributes()
    {
        var score = Score($"""
            {Structure}
            rule RULES.md:{FramesLine} Hive: frames > 0
            rule RULES.md:{SoldLine} Hive: sold_on >= built_on
            """);
        score.Rules.ShouldBe(new(2, 2, 2));
        score.RulesFounded.ShouldBe(new(2, 2, 2));
    }

    [Fact]
    public void Another_entity_attribute_or_line_is_another_rule()
    {
        var score = Score($"""
            {Structure}
            rule RULES.md:{FramesLine} Keeper: email present
            rule RULES.md:{SoldLine} Hive: sold_on >= frames
            rule RULES.md:1 Hive: frames > 0
            """);
        score.RulesHeard.ShouldBe(new(1, 3, 3));
        score.Rules.ShouldBe(new(0, 3, 3));
    }

    [Fact]
    public void A_rule_at_a_line_without_one_is_invented()
    {
        var score = Score($"{Structure}\nrule RULES.md:{FramesLine}? Hive: frames > 0");
        score.Rules.ShouldBe(new(0, 0, 0));
        score.RulesFounded.ShouldBe(new(1, 2, 2));
    }

    [Theory]
    [InlineData("attribute Nest.colour : ShortText")]
    [InlineData("entity Hive\nlink Hive")]
    public void A_line_that_makes_no_sense_is_refused(string gold) => Should.Throw<FormatException>(() => GoldProductReader.Read(gold));

    private static ProductScore Score(string gold) => new ProductInput("hives", [new InputDocument("RULES.md", Documents)], GoldProductReader.Read(gold)).Score();

    private static int LineOf(string words) => Array.FindIndex(Documents.Split('\n'), line => line.Contains(words, StringComparison.Ordinal)) + 1;
}
