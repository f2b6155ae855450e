using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Facts;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Domain.Rules;

public class RuleLedgerTests
{
    public static TheoryData<string> Cases => RuleParserTests.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_line_makes_rules_or_has_exactly_one_fate(string file)
    {
        var read = RuleCase.Read(File.ReadAllText(Repository.PathOf("tests", "cases", "rules", file)));
        var parsed = RuleParser.Parse(Facts(read.Lines), read.Domain, new Findings());
        foreach (var line in read.Lines)
        {
            var makesRules = parsed.Rules.Any(rule => rule.Origin.Sources.Contains(line.Source));
            parsed.Dispositions.Count(fate => fate.Source == line.Source).ShouldBe(makesRules ? 0 : 1, line.Words);
        }

        parsed.Rules.Select(rule => rule.Id).ShouldBeUnique();
        parsed.Rules.Select(rule => (rule.Entity, rule.Name)).ShouldBeUnique();
        parsed.Rules.ShouldAllBe(rule => rule.Name.Length <= 40);
    }

    [Fact]
    public void Two_different_limits_of_one_attribute_are_asked_about()
    {
        var findings = new Findings();
        var parsed = RuleParser.Parse(Facts([Line(3, "weight must not exceed 20"), Line(9, "weight must not exceed 30")]), OneEntity(1), findings);
        parsed.Rules.Count.ShouldBe(1);
        parsed.Rules[0].Origin.Sources.Count.ShouldBe(2);
        RuleText.Of(parsed.Rules[0]).ShouldBe("weight <= 30");
        findings.Clarifications.Single().Reason.ShouldBe(ClarificationReason.Contradiction);
    }

    [Theory]
    [InlineData("Weight must not exceed 20. Every kilo more costs 2.00.", 1)]
    [InlineData("Weight must not exceed 20. Every parcel is praised.", 1)]
    [InlineData("Weight must not exceed 20. Clerks like light things.", 0)]
    public void A_later_sentence_that_charges_or_does_something_is_asked_about(string text, int asked)
    {
        var findings = new Findings();
        RuleParser.Parse(Facts([Line(3, text)]), OneEntity(1), findings).Rules.Count.ShouldBe(1);
        findings.Clarifications.Count.ShouldBe(asked);
    }

    [Fact]
    public void A_thousand_entities_and_ten_thousand_sentences_each_get_an_outcome()
    {
        var lines = Enumerable.Range(1, 10_000).Select(number => Line(number, $"Parcel {number % 1000} x{number} weight must be less than {number} and never shown to strangers")).ToSeq();
        RuleParser.Parse(Facts(lines), OneEntity(1_000), new Findings()).Dispositions.Count.ShouldBe(10_000);
    }

    private static FactBase Facts(Seq<RuleFact> lines) => new() { Corpus = new Corpus("Case", Origin.Decided("case"), []), Rules = lines };

    private static RuleFact Line(int line, string text) =>
        new("BR1", "Parcel rules", ["Rules", "Parcel rules"], [], null, text, "Parcel rules", FactForm.List, DocumentKind.BusinessRules, SourceSpan.OfLine("RULES.md", line, text.Length), text);

    private static DomainModel OneEntity(int count) => new()
    {
        AppName = "Case", AppNameOrigin = Origin.Decided("case"), Tenancy = new(TenancyModel.None, null, "none", Origin.Decided("case")),
        Entities = Enumerable.Range(0, count).Select(number => new Entity(number == 0 ? "Parcel" : $"Parcel{number}", $"parcels{number}", EntityKind.Core, "", Origin.Decided("case"))
        {
            Attributes = [new("weight", DataType.Of(DataKind.Decimal), true, Origin.Decided("case"))],
        }).ToSeq(),
    };
}
