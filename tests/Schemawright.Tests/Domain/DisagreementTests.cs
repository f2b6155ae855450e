using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Domain;

/// <summary>Two sentences that cannot both be meant, and sentences that do not say how strictly they are meant: asked, and answered either way.</summary>
public class DisagreementTests
{
    private const string Model =
        "# Product Requirements\n\n## Data Model\n\n### Hall\n- name: string, required\n\n### Organ\n- hall_id: reference to Hall, required\n- code: string, required, unique\n- pipes: integer\n- deleted_at: timestamp\n\n### Tuning\n- organ_id: reference to Organ, required\n- done_on: date, required\n- cost: decimal(10,2)\n";

    [Fact]
    public void One_row_here_and_several_there_are_several_until_the_author_decides()
    {
        const string Rest = "\n## Relationships\n\n- An Organ has many Tunings (1:N)\n- An Organ has one Tuning (1:1)\n";
        var open = Compile(Rest, "");
        var question = Question(open, "can one Organ have");
        question.Sources.Select(source => source.Line).ShouldBe([21, 22]);
        Unique(open, "tunings").ShouldBeEmpty();
        Unique(Compile(Rest, "", $"{question.Id}: 2"), "tunings").ShouldBe(["organ_id"]);
        open.Domain.Entities.Count.ShouldBe(3, "the article is no part of a name, and one attribute is enough for a hall that others refer to");
    }

    [Fact]
    public void Belonging_to_one_does_not_dispute_that_there_are_several() =>
        Contradictions(Compile("\n## Relationships\n\n- An Organ has many Tunings (1:N)\n- Each Tuning belongs to exactly one Organ.\n", "")).ShouldBeEmpty();

    [Fact]
    public void Unique_here_and_unique_within_something_there_is_within_until_the_author_decides()
    {
        const string Rule = "- The code of an organ is unique within its hall.\n";
        var open = Compile("", Rule);
        var question = Question(open, "unique altogether");
        Unique(open, "organs").ShouldBe(["hall_id+code"]);
        Unique(Compile("", Rule, $"{question.Id}: 2"), "organs").ShouldBe(["code"]);
        open.Domain.Find("Organ")!.Keys.ShouldHaveSingleItem().Origin.Sources.Select(source => source.Document).ShouldBe(["BUSINESS_RULES.md", "PRD.md"]);
    }

    [Fact]
    public void Unique_within_something_no_row_knows_is_asked()
    {
        var run = Compile("", "- The cost of a tuning is unique within the choir.\n");
        Unique(run, "tunings").ShouldBeEmpty();
        run.Clarifications.ShouldContain(question => question.Assumption.Contains("choir", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bound_disputes_the_end_of_a_range()
    {
        const string Rules = "- The pipes of an organ must be between 50 and 9000.\n- The pipes of an organ must not exceed 7000.\n";
        var open = Compile("", Rules);
        var question = Question(open, "Which bound holds");
        Bounds(open).ShouldBe(["pipes >= 50", "pipes <= 7000"], ignoreOrder: true);
        Bounds(Compile("", Rules, $"{question.Id}: 2")).ShouldBe(["pipes >= 50", "pipes <= 9000"], ignoreOrder: true);
    }

    [Fact]
    public void A_range_that_nothing_disputes_stays_one_rule() =>
        Compile("", "- The pipes of an organ must be between 50 and 9000.\n").Domain.Rules.Count(rule => rule.Origin.Sources[0].Document == "BUSINESS_RULES.md").ShouldBe(1);

    [Fact]
    public void What_should_be_holds_until_the_author_calls_it_a_recommendation()
    {
        const string Rules = "- The cost of a tuning should be at most 900.\n- The pipes of an organ should be at least 40.\n";
        var open = Compile("", Rules);
        var question = open.Clarifications.Single(asked => asked.Question.Contains("2 statements that say \"should\"", StringComparison.Ordinal));
        open.Domain.Rules.Count.ShouldBe(2);
        Compile("", Rules, $"{question.Id}: 2").Domain.Rules.ShouldBeEmpty();
    }

    [Fact]
    public void What_usually_is_refuses_nothing_until_the_author_calls_it_a_rule()
    {
        const string Rule = "- The cost of a tuning should usually be at most 900.\n";
        var open = Compile("", Rule);
        var question = open.Clarifications.Single(asked => asked.Question.Contains("happens as a rule", StringComparison.Ordinal));
        open.Domain.Rules.ShouldBeEmpty();
        Compile("", Rule, $"{question.Id}: 2").Domain.Rules.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_must_be_is_no_recommendation_whatever_else_the_sentence_says() =>
        Compile("", "- The cost of a tuning must usually be at most 900.\n").Clarifications.ShouldNotContain(question => question.Question.Contains("as a rule", StringComparison.Ordinal));

    [Fact]
    public void Values_of_deleted_rows_are_free_again_until_the_author_decides()
    {
        var open = Compile("", "");
        var question = open.Clarifications.Single(asked => asked.Question.Contains("identified a deleted row", StringComparison.Ordinal));
        Live(open).ShouldNotBeNull();
        Live(Compile("", "", $"{question.Id}: 2")).ShouldBeNull();
        Live(Compile("", "", $"{question.Id}: all but organs.code")).ShouldBeNull();
    }

    private static Expr? Live(Compilation run) => run.Design.Tables.Single(table => table.Name == "organs").Uniques.ShouldHaveSingleItem().Where;

    private static IEnumerable<string> Unique(Compilation run, string table) =>
        run.Design.Tables.Single(found => found.Name == table).Uniques.Select(unique => string.Join('+', unique.Columns));

    private static IEnumerable<string> Bounds(Compilation run) => run.Domain.Rules
        .Select(rule => rule.Demand).OfType<Holds>().Select(holds => holds.Condition).OfType<Compare>().Select(compare => $"{((Ref)compare.Left).Attribute} {(compare.Op == CompareOp.GreaterOrEqual ? ">=" : "<=")} {((Literal)compare.Right).Text}");

    private static IEnumerable<Clarification> Contradictions(Compilation run) => run.Clarifications.Where(question => question.Reason == ClarificationReason.Contradiction);

    private static Clarification Question(Compilation run, string words) => Contradictions(run).Single(question => question.Question.Contains(words, StringComparison.Ordinal));

    private static Compilation Compile(string requirements, string rules, string answers = "") => Compiler.Compile(
        [new("PRD.md", Model + requirements), new("BUSINESS_RULES.md", $"# Business Rules\n\n{rules}"), .. answers.Length == 0 ? [] : new InputDocument[] { new("ANSWERS.md", answers + "\n") }],
        "organs", new Findings());
}
