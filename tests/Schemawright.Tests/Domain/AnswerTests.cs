using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Facts;
using Schemawright.Terms;
using Shouldly;
using Xunit;
using static Schemawright.Tests.Domain.Said;

namespace Schemawright.Tests.Domain;

/// <summary>Answers to the questions of an earlier run decide what was only assumed before.</summary>
public class AnswerTests
{
    private static readonly SourceSpan Line = SourceSpan.OfLine("ANSWERS.md", 1, 10);

    private static Said Boats => new Said()
        .Block("Boat", Attribute("Boat.name"), Attribute("Boat.kind", DataKind.Enumeration, values: ["Sail", "Motor"]), Attribute("Boat.flag") with { Required = true })
        .Table("boats", Sql("boats.name"), Sql("boats.kind", DataKind.Enumeration, values: ["sail", "row", "motor"]), Sql("boats.flag"));

    [Fact]
    public void The_chosen_alternative_is_followed_and_the_question_is_closed()
    {
        var said = Answered(Boats, "values", "Boat.kind", "the 2 values sail, motor");
        said.Build().Find("Boat")!.Find("kind")!.Type.Values.ShouldBe(["sail", "motor"]);
        IsOpen(said, ClarificationId.From("values", "Boat.kind")).ShouldBeFalse();
    }

    [Fact]
    public void A_list_of_values_may_be_written_instead()
    {
        var said = Answered(Boats, "values", "Boat.kind", "sail, motor, solar");
        said.Build().Find("Boat")!.Find("kind")!.Type.Values.ShouldBe(["sail", "motor", "solar"]);
    }

    [Fact]
    public void A_number_names_an_alternative()
    {
        var said = Answered(Boats, "required", "Boat.flag", "2");
        said.Build().Find("Boat")!.Find("flag")!.Required.ShouldBeTrue();
    }

    [Fact]
    public void A_confirmed_assumption_closes_the_question()
    {
        var said = Answered(Boats, "required", "Boat.flag", "may be empty");
        said.Build().Find("Boat")!.Find("flag")!.Required.ShouldBeFalse();
        IsOpen(said, ClarificationId.From("required", "Boat.flag")).ShouldBeFalse();
    }

    [Fact]
    public void An_answer_that_names_no_alternative_leaves_the_question_open_and_says_so()
    {
        var said = Answered(Boats, "required", "Boat.flag", "it depends");
        said.Build();
        AnswerReport.Run(said.Findings);
        said.Findings.Diagnostics.ShouldHaveSingleItem().Kind.Code.ShouldBe("SW3002");
        IsOpen(said, ClarificationId.From("required", "Boat.flag")).ShouldBeTrue();
    }

    [Fact]
    public void An_answer_to_a_question_nobody_asks_any_more_is_reported()
    {
        var said = Answered(Boats, "required", "Boat.sail_number", "yes");
        said.Build();
        AnswerReport.Run(said.Findings);
        said.Findings.Diagnostics.ShouldHaveSingleItem().Kind.Code.ShouldBe("SW3001");
    }

    [Fact]
    public void Many_to_many_can_be_chosen_against_the_assumption()
    {
        var said = new Said()
            .Table("boats", Sql("boats.name"), Sql("boats.pier_id", DataKind.Uuid, true, "piers")).Table("piers", Sql("piers.name"), Sql("piers.length", DataKind.Decimal))
            .Line("Boat", "N:N", "Pier", FactForm.Table, DocumentKind.BusinessRules);
        Answered(said, "cardinality", "Boat–Pier", "many boats with many piers");
        said.Build().Find("BoatPier")!.Kind.ShouldBe(EntityKind.Junction);
    }

    [Fact]
    public void Answers_are_lines_that_begin_with_an_id_in_whatever_marks()
    {
        string[] lines = ["# Answers", "Q-1A2B3C: yes", "- **Q-00FF00**: at most 5", "| Q-ABCDEF | none |", "Questions remain."];
        var corpus = new Corpus("Test", Origin.Decided("test"), [new("ANSWERS.md", DocumentKind.Answers, "Answers", [.. lines], [], [])]);
        AnswerReader.Read(corpus).Select(answer => (answer.Id, answer.Text, answer.Source.Line)).ShouldBe([("Q-1A2B3C", "yes", 2), ("Q-00FF00", "at most 5", 3), ("Q-ABCDEF", "none", 4)]);
    }

    private static bool IsOpen(Said said, string id) => said.Findings.Clarifications.Any(question => question.Id == id);

    private static Said Answered(Said said, string topic, string subject, string text)
    {
        said.Findings.Hear([new(ClarificationId.From(topic, subject), text, Line)]);
        return said;
    }
}
