using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

/// <summary>Which reports are kept, over what, and what is asked instead of being made up.</summary>
public class ReportTests
{
    [Fact]
    public void A_figure_is_found_through_references_and_kept_for_each_group_and_month()
    {
        var model = Kept("- The dashboard shows the number of sold jars per apiary and month, refreshed every 6 hours");
        model.Keys.Select(key => (key.Name, key.Table)).ShouldBe([("apiary_id", "apiaries"), ("month", null)]);
        model.Every.ShouldBe(new Period(6, PeriodUnit.Hour));
        var source = model.Sources.ShouldHaveSingleItem();
        (source.Table, source.Keys[0].Links.Count, source.Keys[1].Span).ShouldBe(("jars", 1, PeriodUnit.Month));
        source.Figures.ShouldHaveSingleItem().Where.ShouldNotBeNull();
    }

    [Fact]
    public void Amounts_of_several_currencies_are_kept_apart() =>
        Kept("- A report shows the total price of jars per hive").Keys.Select(key => key.Name).ShouldBe(["hive_id", "currency"]);

    [Fact]
    public void Figures_of_two_tables_are_added_up_apart()
    {
        var compilation = Compile("- Statistics: the number of jars and the number of inspections per hive");
        compilation.Design.ReadModels.ShouldHaveSingleItem().Sources.Select(source => source.Table).ShouldBe(["jars", "inspections"]);
        compilation.Schema.ReadModels.ShouldHaveSingleItem().Kept!.Query.Text.ShouldNotContain("JOIN");
    }

    [Fact]
    public void What_must_be_up_to_date_is_computed_as_its_reader()
    {
        var compilation = Compile("- The dashboard shows the number of jars per hive in real time");
        var lowered = compilation.Schema.ReadModels.ShouldHaveSingleItem();
        lowered.Kept.ShouldBeNull();
        lowered.Shown.Options.ShouldContain("security_invoker = true");
        compilation.Schema.Roles.ShouldNotContain(role => role.BypassRls);
    }

    [Theory]
    [InlineData("- A report shows the total income per hive", "\"income\"")]
    [InlineData("- A report shows the number of famous jars per hive", "\"famous\"")]
    [InlineData("- A report shows the number of jars per village", "\"village\"")]
    public void A_figure_of_what_the_model_does_not_have_is_asked(string line, string word)
    {
        var compilation = Compile(line);
        compilation.Design.ReadModels.ShouldBeEmpty();
        compilation.Clarifications.ShouldContain(question => question.Question.Contains(word, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("- The dashboard shows the load of the processor per server")]
    [InlineData("- The total of a jar is its price")]
    public void What_is_no_figure_over_rows_makes_no_report(string line) => Compile(line).Design.ReadModels.ShouldBeEmpty();

    [Fact]
    public void Nobody_can_act_as_the_one_role_that_passes_row_security()
    {
        var schema = Compile("- A report shows the number of jars per hive").Schema;
        var reporter = schema.Roles.Where(role => role.BypassRls).ShouldHaveSingleItem();
        reporter.CanLogin.ShouldBeFalse();
        schema.Roles.ShouldNotContain(role => role.MemberOf.Contains(reporter.Name));
        schema.ReadModels.Single().Needs.ShouldAllBe(grant => grant.Columns.Count > 0 && grant.Privileges == "SELECT");
    }

    private static ReadModelDesign Kept(string line) => Compile(line).Design.ReadModels.ShouldHaveSingleItem();

    private static Compilation Compile(string line) => Compiler.Compile(
        [
            new InputDocument("PRD.md",
                $"""
                # PRD: Hive Book

                Hive Book is a multi-tenant product. Each beekeeper is a tenant.

                ## Data Model

                ### Beekeeper
                - id (uuid)
                - name (string, required)

                ### Apiary
                - id (uuid)
                - beekeeper_id (uuid, references Beekeeper)
                - place (string, required)

                ### Hive
                - id (uuid)
                - apiary_id (uuid, references Apiary, required)
                - label (string, required)

                ### Jar
                - id (uuid)
                - hive_id (uuid, references Hive, required)
                - price (decimal(8,2), required)
                - currency (currency code, required)
                - status (enum: filled, sold)
                - filled_on (date, required)

                ### Inspection
                - id (uuid)
                - hive_id (uuid, references Hive, required)
                - seen_on (date, required)

                ## Features

                {line}
                """),
        ], "hive", new Findings());
}
