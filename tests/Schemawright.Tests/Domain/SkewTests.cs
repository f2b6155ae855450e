using Schemawright.Coverage;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Domain;

/// <summary>What the documents say of how rows are spread, found in the model; what is ambiguous is asked.</summary>
public class SkewTests
{
    private const string Requirements =
        """
        # PRD: Weigh House

        Each orchard sees only its own data.

        ### Orchard
        - id (uuid)
        - name (string, required)

        ### Grower
        - id (uuid)
        - orchard_id (uuid, references Orchard, required)
        - name (string, required)
        - is_member (boolean, required)

        ### Delivery
        - id (uuid)
        - grower_id (uuid, references Grower, required)
        - driver_id (uuid, references Grower, required)
        - status (enum: announced, weighed, settled)

        ### Crate
        - id (uuid)
        - delivery_id (uuid, references Delivery, required)
        """;

    [Theory]
    [InlineData("The largest orchard holds 40 % of all rows.", "Holder * 40 by 1 of Orchard")]
    [InlineData("The busiest 5 % of growers make half of the deliveries.", "Holder Delivery.grower 50 by 5 % of Grower")]
    [InlineData("Half of the crates come from the busiest 5 % of growers.", "Holder Delivery.grower 50 by 5 % of Grower")]
    [InlineData("90 % of the deliveries are settled.", "Value Delivery.status=settled 90")]
    [InlineData("Delivery status: settled 90 %, weighed 8 %.", "Value Delivery.status=settled 90|Value Delivery.status=weighed 8")]
    [InlineData("70 % of the growers are members.", "Value Grower.is_member=true 70")]
    [InlineData("80 % of the deliveries are from the last 30 days.", "Age Delivery 80 within 30 days")]
    [InlineData("A fifth of the deliveries are older than a year.", "Age Delivery 80 within 1 year")]
    [InlineData("95 % of the delivery look-ups are for the current week.", "Reads Delivery 95 within 1 week")]
    public void A_spread_finds_its_rows_and_what_they_share(string sentence, string expected) =>
        string.Join('|', Compile(sentence).Domain.Skews.Select(Words)).ShouldBe(expected);

    [Theory]
    [InlineData("Most deliveries are settled.", "How many per cent are the rows of Delivery whose status is settled?", 0)]
    [InlineData("70-90 % of the deliveries are settled.", "How many per cent are the rows of Delivery whose status is settled?", 1)]
    [InlineData("A tenth of the growers make half of the deliveries.", "Which reference does", 1)]
    [InlineData("60 % of the deliveries are settled.\n- 55 % of the deliveries are weighed.", "are 115 % together", 2)]
    [InlineData("60 % of the deliveries are settled.\n- 75 % of the deliveries are settled.", "75 % or 60 %", 1)]
    [InlineData("80 % of the wagons are red.", "Which rows does", 0)]
    public void An_ambiguous_spread_is_asked(string sentence, string question, int kept)
    {
        var findings = new Findings();
        Compile(sentence, findings).Domain.Skews.Count.ShouldBe(kept);
        findings.Clarifications.ShouldContain(asked => asked.Question.Contains(question, StringComparison.Ordinal));
    }

    [Fact]
    public void The_answer_gives_the_figure()
    {
        var findings = new Findings();
        Compile("Most deliveries are settled.", findings);
        var id = findings.Clarifications.Single(asked => asked.Question.Contains("whose status is settled", StringComparison.Ordinal)).Id;
        Compile("Most deliveries are settled.", new Findings(), $"# Answers\n\n{id}: 85 %\n").Domain.Skews.ShouldHaveSingleItem().Percent.ShouldBe(85);
    }

    [Fact]
    public void A_spread_is_modelled_and_stands_in_the_document()
    {
        var compilation = Compile("90 % of the deliveries are settled.");
        compilation.Ledger.Entries.Single(entry => entry.Words.Contains("are settled", StringComparison.Ordinal)).Fate.ShouldBe(Fate.Modelled);
        compilation.Artifacts.Single(file => file.Path == "DATA_MODEL.md").Text.ShouldContain("- 90 % of `deliveries` have `status = settled`. (SCALE_REQUIREMENTS.md:3)");
    }

    [Fact]
    public void Where_none_is_declared_the_document_says_so() =>
        Compile("400 growers").Artifacts.Single(file => file.Path == "DATA_MODEL.md").Text.ShouldContain("No document says that rows are spread unevenly");

    private static string Words(Skew skew) =>
        FormattableString.Invariant($"{skew.Kind} {skew.Entity ?? "*"}{(skew.Role is null ? "" : "." + skew.Role)}{(skew.Attribute is null ? "" : $".{skew.Attribute}={skew.Value}")} {skew.Percent:0.#}")
        + FormattableString.Invariant($"{(skew.Holder is null ? "" : $" by {skew.Few:0.#}{(skew.Counted ? "" : " %")} of {skew.Holder}")}{(skew.Within is null ? "" : $" within {skew.Within}")}");

    private static Compilation Compile(string sentence, Findings? findings = null, string? answers = null) => Compiler.Compile(
        [
            new InputDocument("PRD.md", Requirements), new InputDocument("SCALE_REQUIREMENTS.md", $"# Scale Requirements\n\n- {sentence}\n"),
            .. answers is null ? Array.Empty<InputDocument>() : [new InputDocument("ANSWERS.md", answers)],
        ], "weigh-house", findings ?? new Findings());
}
