using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Facts;
using Schemawright.Terms;
using Shouldly;
using Xunit;
using static Schemawright.Tests.Domain.Said;

namespace Schemawright.Tests.Domain;

/// <summary>Answers in the author's own words: figures, names, lists, and whole sentences.</summary>
public class WrittenAnswerTests
{
    private const string Berths = "# Product Requirements\n\n## Data Model\n\n### Berth\n- code: string, required\n- length: decimal\n- width: decimal\n\n### Boat\n- name: string, required\n- berth_id: uuid\n";

    [Fact]
    public void A_length_is_written_as_a_number()
    {
        var said = new Said()
            .Block("Boat", Attribute("Boat.flag") with { Type = new(DataKind.ShortText, Length: 40) })
            .Table("boats", Sql("boats.name"), Sql("boats.flag") with { Type = new(DataKind.ShortText, Length: 60) });
        Answered(said, "length", "Boat.flag", "80 characters").Build().Find("Boat")!.Find("flag")!.Type.Length.ShouldBe(80);
    }

    [Fact]
    public void A_type_is_written_as_in_the_documents()
    {
        var said = new Said().Block("Boat", Attribute("Boat.name"), Attribute("Boat.mast", DataKind.Integer)).Table("boats", Sql("boats.name"), Sql("boats.mast"));
        Answered(said, "type", "Boat.mast", "decimal(6,2)").Build().Find("Boat")!.Find("mast")!.Type.ShouldSatisfyAllConditions(type => type.Kind.ShouldBe(DataKind.Decimal), type => type.Scale.ShouldBe(2));
    }

    [Fact]
    public void A_period_is_written_in_words()
    {
        var said = new Said().Table("boats", Sql("boats.name"), Sql("boats.flag"));
        foreach (var years in new[] { 5, 7 })
        {
            said.Fact(DocumentKind.TechnicalSpec, span => new RetentionFact("Boats", new(years, PeriodUnit.Year), RetentionKind.Minimum, null, null, span, $"{years} years"));
        }

        Answered(said, "retention", "boat/Minimum", "ten years").Build().Retention.ShouldHaveSingleItem().Period.ShouldBe(new(10, PeriodUnit.Year));
    }

    [Fact]
    public void References_that_may_be_empty_are_named()
    {
        var said = new Said().Block("Boat", Attribute("Boat.name"), Attribute("Boat.pier_id"), Attribute("Boat.owner_id")).Block("Pier", Attribute("Pier.name"), Attribute("Pier.length")).Block("Owner", Attribute("Owner.name"), Attribute("Owner.phone"));
        var links = Answered(said, "required references", "*", "all but Boat.pier").Build().ParentsOf("Boat").ToDictionary(link => link.Role, link => link.Parents.Min);
        links.ShouldBe(new Dictionary<string, int> { ["pier"] = 0, ["owner"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public void A_pairing_gets_the_name_and_the_attributes_the_author_gives()
    {
        var said = new Said().Table("boats", Sql("boats.name"), Sql("boats.flag")).Table("races", Sql("races.name"), Sql("races.starts_at")).Line("Boat", "N:N", "Race", FactForm.Table);
        var entry = Answered(said, "junction", "BoatRace", "Entry with sail_number (integer) and entered_on").Build().Find("Entry")!;
        entry.Kind.ShouldBe(EntityKind.Junction);
        entry.Attributes.Select(attribute => (attribute.Name, attribute.Type.Kind)).ShouldBe([("sail_number", DataKind.Integer), ("entered_on", DataKind.Date)]);
        entry.Find("sail_number")!.Origin.ToString().ShouldBe("ANSWERS.md:1");
    }

    [Fact]
    public void A_bare_noun_becomes_an_entity_with_the_attributes_the_author_lists()
    {
        var said = new Said().Table("boats", Sql("boats.name"), Sql("boats.flag")).Line("Skipper", "1:N", "Boat", FactForm.Table);
        Answered(said, "entity", "Skipper", "Skipper with name and licence_number").Build().Find("Skipper")!.Attributes.Select(attribute => attribute.Name).ShouldBe(["name", "licence_number"]);
    }

    [Fact]
    public void A_sentence_answers_a_rule_nobody_understood()
    {
        const string Rules = "# Business Rules\n\n### BR-1: Berths\n- The width of a berth must never be silly.\n";
        var open = Compile(("PRD.md", Berths), ("BUSINESS_RULES.md", Rules));
        var id = open.Clarifications.First(question => question.Question.Contains("silly", StringComparison.Ordinal)).Id;
        var answered = Compile(("PRD.md", Berths), ("BUSINESS_RULES.md", Rules), ("ANSWERS.md", $"{id}: The width of a berth must be at most 12.\n"));
        answered.Clarifications.ShouldNotContain(question => question.Id == id);
        answered.Domain.Rules.ShouldContain(rule => rule.Entity == "Berth" && rule.Origin.ToString() == "ANSWERS.md:1");
        answered.Diagnostics.ShouldNotContain(found => found.Kind.Code == "SW3001" || found.Kind.Code == "SW3002");
    }

    [Fact]
    public void A_missing_document_is_answered_with_its_sentences()
    {
        var id = ClarificationId.From("document", "business rules");
        var answered = Compile(("PRD.md", Berths), ("ANSWERS.md", $"{id}: The length of a berth must be greater than 3. The width of a berth must be at most 12.\n"));
        answered.Domain.Rules.Count(rule => rule.Entity == "Berth").ShouldBe(2);
        answered.Clarifications.ShouldNotContain(question => question.Id == id);
    }

    [Fact]
    public void What_an_answer_changed_names_its_line()
    {
        var said = new Said().Block("Boat", Attribute("Boat.name"), Attribute("Boat.flag") with { Required = true }).Table("boats", Sql("boats.name"), Sql("boats.flag"));
        Answered(said, "required", "Boat.flag", "2").Build().Find("Boat")!.Find("flag")!.Origin.Sources.ShouldContain(source => source.Document == "ANSWERS.md");
    }

    private static Said Answered(Said said, string topic, string subject, string text)
    {
        said.Findings.Hear([new(ClarificationId.From(topic, subject), text, SourceSpan.OfLine("ANSWERS.md", 1, 10))]);
        return said;
    }

    private static Compilation Compile(params (string Name, string Text)[] documents) =>
        Compiler.Compile(documents.Select(document => new InputDocument(document.Name, document.Text)), "harbour", new Findings());
}
