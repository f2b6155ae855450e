using Schemawright.Collections;
using Schemawright.Coverage;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Facts;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Coverage;

/// <summary>Every statement meets one fate, and no statement of data ends without an element or a question.</summary>
public class LedgerBuilderTests
{
    private const string Document = "HARBOUR.md";

    private readonly Findings _findings = new();

    [Fact]
    public void Every_statement_stands_once_in_order()
    {
        var facts = Facts(Line(1, StatementClass.Prose), Line(2, StatementClass.Rule), Line(3, StatementClass.Process));
        var ledger = LedgerBuilder.Build(facts, Domain(), Design(), _findings);
        ledger.Entries.Select(entry => entry.Source.Line).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_rule_the_database_holds_is_enforced_and_names_the_object()
    {
        var entry = Single(Line(4, StatementClass.Rule), Domain(rules: [Rule(4)]), Design(new RuleOutcome("R1", Fate.Enforced, "CHECK boats_length_positive", "boats", "boats_length_positive", "one row decides")));
        entry.Fate.ShouldBe(Fate.Enforced);
        entry.Caused.ShouldBe(["CHECK boats_length_positive"]);
    }

    [Fact]
    public void A_rule_the_application_keeps_is_answered_elsewhere_with_the_reason()
    {
        var entry = Single(Line(4, StatementClass.Rule), Domain(rules: [Rule(4)]), Design(new RuleOutcome("R1", Fate.AnsweredElsewhere, "", null, null, "it asks a weather service")));
        entry.Fate.ShouldBe(Fate.AnsweredElsewhere);
        entry.Reason.ShouldBe("it asks a weather service");
    }

    [Fact]
    public void A_rule_put_aside_is_not_modelled_because_its_sentence_names_an_entity()
    {
        var domain = Domain(entities: [new("Boat", "boats", EntityKind.Core, "a boat", At(4))], dispositions: [new(Span(4), Fate.Unclear, "two readings", "words")]);
        Single(Line(4, StatementClass.Rule), domain, Design()).Fate.ShouldBe(Fate.Unclear);
    }

    [Fact]
    public void A_fact_that_became_a_column_is_modelled()
    {
        var entity = new Entity("Boat", "boats", EntityKind.Core, "a boat", At(1)) { Attributes = [new("draught", DataType.Of(DataKind.Decimal), false, At(2))] };
        var entry = Single(Line(2, StatementClass.Fact), Domain(entities: [entity]), Design());
        entry.Fate.ShouldBe(Fate.Modelled);
        entry.Caused.ShouldContain(caused => caused.EndsWith(".draught", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(StatementClass.Rule)]
    [InlineData(StatementClass.Fact)]
    [InlineData(StatementClass.Access)]
    [InlineData(StatementClass.Scale)]
    public void A_statement_of_data_from_which_nothing_came_is_unclear_and_asked(StatementClass @class)
    {
        var entry = Single(Line(5, @class), Domain(), Design());
        entry.Fate.ShouldBe(Fate.Unclear);
        entry.Caused.ShouldBe([$"question {_findings.Clarifications[0].Id}"]);
    }

    [Fact]
    public void An_author_s_answer_that_nothing_is_asked_closes_the_statement()
    {
        Single(Line(5, StatementClass.Fact), Domain(), Design()).Fate.ShouldBe(Fate.Unclear);
        var answered = new Findings();
        answered.Hear([new(_findings.Clarifications[0].Id, "1", Span(1))]);
        var entry = LedgerBuilder.Build(Facts(Line(5, StatementClass.Fact)), Domain(), Design(), answered).Entries.ShouldHaveSingleItem();
        entry.Fate.ShouldBe(Fate.AnsweredElsewhere);
        answered.Clarifications.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(StatementClass.Process, Fate.AnsweredElsewhere)]
    [InlineData(StatementClass.Interface, Fate.AnsweredElsewhere)]
    [InlineData(StatementClass.Scope, Fate.Context)]
    [InlineData(StatementClass.Example, Fate.Context)]
    [InlineData(StatementClass.Prose, Fate.Context)]
    public void Other_statements_end_by_their_class_with_a_reason(StatementClass @class, Fate fate)
    {
        var entry = Single(Line(5, @class), Domain(), Design());
        entry.Fate.ShouldBe(fate);
        entry.Reason.ShouldNotBeEmpty();
        _findings.Clarifications.ShouldBeEmpty();
    }

    [Fact]
    public void Many_unread_sections_share_questions_and_each_statement_has_one()
    {
        var facts = Facts([.. Enumerable.Range(1, 200).Select(line => Line(line, StatementClass.Fact, $"Section {line}"))]);
        var ledger = LedgerBuilder.Build(facts, Domain(), Design(), _findings);
        ledger.Entries.ShouldAllBe(entry => entry.Fate == Fate.Unclear && entry.Caused.Count == 1);
        _findings.Clarifications.Count.ShouldBe(41);
    }

    [Theory]
    [InlineData("Conditions:", Fate.Context)]
    [InlineData("Rule: Valid mooring", Fate.Context)]
    [InlineData("- Length limits:", Fate.Context)]
    [InlineData("Rule: a mooring is at least 3 m deep", Fate.Unclear)]
    public void A_line_that_only_heads_others_asks_for_nothing_itself(string words, Fate fate)
    {
        var rule = new RuleFact("HR1", "Valid mooring", [], ["Length limits"], null, "depth > 3", null, FactForm.Box, DocumentKind.BusinessRules, Span(9), "depth > 3");
        var facts = Facts(new ClassifiedStatement(new(StatementForm.CodeLine, words, Span(1), [], null, null), StatementClass.Rule, "")) with { Rules = [rule] };
        LedgerBuilder.Build(facts, Domain(), Design(), _findings).Entries.ShouldHaveSingleItem().Fate.ShouldBe(fate);
    }

    [Fact]
    public void A_line_of_a_state_block_is_enforced_only_when_it_names_a_state_or_a_way()
    {
        var block = new SourceSpan(Document, 1, 1, 3, 40);
        var state = new StateFact("moored", null, TransitionsListed: true, null, null, [], null, [], Span(1));
        var machine = new StateMachineFact("Boat", "status", [state], [], ["moored"], FactForm.List, DocumentKind.BusinessRules, block, "states");
        var outcome = new RuleOutcome("R1", Fate.Enforced, "CHECK boats_status_values", "boats", "boats_status_values", "one row decides");
        var rule = Rule(1) with { Origin = Origin.At(block) };
        var facts = Facts(Line(1, StatementClass.Fact), Line(2, StatementClass.Fact)) with { StateMachines = [machine] };
        var domain = Domain(rules: [rule], dispositions: [new(Span(2), Fate.AnsweredElsewhere, "the harbour calls the skipper", "words")]);
        LedgerBuilder.Build(facts, domain, Design(outcome) with { Domain = domain }, _findings).Entries.Select(entry => entry.Fate).ShouldBe([Fate.Enforced, Fate.AnsweredElsewhere]);
    }

    [Fact]
    public void A_key_the_model_has_for_itself_answers_a_fact_that_states_it()
    {
        var entity = new Entity("Boat", "boats", EntityKind.Core, "a boat", At(1));
        var fact = new AttributeFact("Boats", "created_at", FactForm.Sql, DocumentKind.TechnicalSpec, Span(2), "created_at timestamptz");
        var facts = Facts(Line(2, StatementClass.Fact)) with { Attributes = [fact] };
        var design = DesignPasses.Run(Domain(entities: [entity]), new Findings());
        LedgerBuilder.Build(facts, Domain(entities: [entity]), design, _findings).Entries.ShouldHaveSingleItem().Caused.ShouldBe(["column boats.created_at"]);
    }

    [Fact]
    public void What_binds_the_whole_product_is_answered_elsewhere_without_a_question()
    {
        var entry = Single(Line(3, StatementClass.Rule) with { Elsewhere = "a law judges the product" }, Domain(), Design());
        entry.Fate.ShouldBe(Fate.AnsweredElsewhere);
        entry.Reason.ShouldBe("a law judges the product");
        _findings.Clarifications.ShouldBeEmpty();
    }

    [Fact]
    public void What_another_reader_took_is_asked_about_when_nothing_came_of_it()
    {
        var domain = Domain(dispositions: [new(Span(4), Fate.Modelled, "kept as a figure", "words") { Presumed = true }]);
        Single(Line(4, StatementClass.Rule), domain, Design()).Fate.ShouldBe(Fate.Unclear);
    }

    [Theory]
    [InlineData("Boats that are out, longest first", Fate.Unclear)]
    [InlineData("Tides by hour", Fate.AnsweredElsewhere)]
    public void A_way_of_looking_in_words_is_asked_about_when_it_names_a_table(string words, Fate fate)
    {
        var domain = Domain(entities: [new("Boat", "boats", EntityKind.Core, "a boat", At(1))]);
        var statement = new ClassifiedStatement(new(StatementForm.ListItem, words, Span(6), [], null, null), StatementClass.Query, "stands among ways of looking");
        LedgerBuilder.Build(Facts(statement), domain, DesignPasses.Run(domain, new Findings()), _findings).Entries.ShouldHaveSingleItem().Fate.ShouldBe(fate);
    }

    [Theory]
    [InlineData("A boat is moored first and out later.", Fate.Modelled)]
    [InlineData("A boat is out first and moored later.", Fate.Unclear)]
    [InlineData("The statuses of a boat are out and moored.", Fate.Modelled)]
    [InlineData("A crane is moored first and out later.", Fate.Unclear)]
    [InlineData("A boat must be moored before it is out.", Fate.Unclear)]
    public void A_life_cycle_with_the_steps_answers_for_a_sentence_that_names_them(string words, Fate fate)
    {
        var status = new EntityAttribute("status", DataType.Of(DataKind.ShortText) with { Values = ["moored", "out"] }, true, At(2));
        var domain = Domain(entities: [new Entity("Boat", "boats", EntityKind.Core, "a boat", At(1)) with { Attributes = [status] }]) with
        {
            StateMachines = [new("Boat", "status", [new("moored", "", false, At(3)), new("out", "", true, At(3))], ["moored"], [new("moored", "out", null, At(3))], At(3))],
        };
        var statement = new ClassifiedStatement(new(StatementForm.Sentence, words, Span(6), [], null, null), StatementClass.Rule, "speaks of states");
        LedgerBuilder.Build(Facts(statement), domain, DesignPasses.Run(domain, new Findings()), _findings).Entries.ShouldHaveSingleItem().Fate.ShouldBe(fate);
    }

    [Fact]
    public void A_described_shape_the_model_does_not_hold_is_asked_about_by_name()
    {
        var facts = Facts(Line(1, StatementClass.Fact), Line(2, StatementClass.Fact)) with
        {
            Entities = [new("TideReply", null, FactForm.Interface, DocumentKind.TechnicalSpec, Span(1), "interface TideReply", Weak: true)],
            Attributes = [new("TideReply", "height", FactForm.Interface, DocumentKind.TechnicalSpec, Span(2), "height: number")],
        };
        LedgerBuilder.Build(facts, Domain(), Design(), _findings);
        _findings.Clarifications.ShouldHaveSingleItem().Question.ShouldContain("TideReply");
    }

    [Fact]
    public void Statements_on_one_line_are_told_apart_by_their_columns()
    {
        var facts = Facts(
            new(new(StatementForm.Sentence, "Boats have a draught.", new(Document, 1, 1, 1, 21), [], null, null), StatementClass.Fact, ""),
            new(new(StatementForm.Sentence, "The sea is wide.", new(Document, 1, 23, 1, 38), [], null, null), StatementClass.Prose, ""));
        var entity = new Entity("Boat", "boats", EntityKind.Core, "a boat", Origin.At(new(Document, 1, 1, 1, 5)));
        LedgerBuilder.Build(facts, Domain(entities: [entity]), Design(), _findings).Entries.Select(entry => entry.Fate).ShouldBe([Fate.Modelled, Fate.Context]);
    }

    private LedgerEntry Single(ClassifiedStatement statement, DomainModel domain, DataDesign design) =>
        LedgerBuilder.Build(Facts(statement), domain, design with { Domain = domain }, _findings).Entries.ShouldHaveSingleItem();

    private static FactBase Facts(params ClassifiedStatement[] statements) => new()
    {
        Corpus = new("Harbour", Origin.Decided("app-name-from-folder"), []),
        Statements = [.. statements],
    };

    private static ClassifiedStatement Line(int line, StatementClass @class, string heading = "Rules") =>
        new(new(StatementForm.Sentence, $"Statement {line}.", Span(line), [heading], null, null), @class, "because");

    private static Rule Rule(int line) => new("R1", "length_positive", "Boat", RuleTrigger.Always, new Holds(new IsPresent(Ref.To("length"))), "length is given", At(line));

    private static DomainModel Domain(Seq<Entity> entities = default, Seq<Rule> rules = default, Seq<Disposition> dispositions = default) => new()
    {
        AppName = "Harbour",
        AppNameOrigin = Origin.Decided("app-name-from-folder"),
        Tenancy = new(TenancyModel.None, null, "no tenants", Origin.Decided("tenancy")),
        Entities = entities,
        Rules = rules,
        Dispositions = dispositions,
    };

    private static DataDesign Design(params RuleOutcome[] outcomes) => DesignPasses.Run(Domain(), new Findings()) with { RuleOutcomes = [.. outcomes] };

    private static Origin At(int line) => Origin.At(Span(line));

    private static SourceSpan Span(int line) => new(Document, line, 1, line, 40);
}
