using System.Text.Json.Nodes;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Reports;
using Schemawright.Tests.Rendering;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Reports;

/// <summary>What a run has to say, in each of the formats.</summary>
public class FindingsTests
{
    private static readonly FindingsReport Report = Marsh.Report();

    [Theory]
    [InlineData("SW3101")]
    [InlineData("SW3102")]
    [InlineData("SW3103")]
    [InlineData("SW3104")]
    public void Every_reason_to_ask_has_its_place_in_the_list(string code) => Report.Findings.ShouldContain(finding => finding.Kind.Code == code);

    [Fact]
    public void Findings_stand_in_the_order_of_documents_and_lines_and_those_without_a_place_last()
    {
        var places = Report.Findings.Select(finding => finding.Place).ToList();
        var placed = places.TakeWhile(place => place is not null).ToList();
        placed.ShouldBe(placed.OrderBy(place => place));
        placed.Count.ShouldBeGreaterThan(2);
        places.Skip(placed.Count).ShouldAllBe(place => place == null);
    }

    [Fact]
    public void A_statement_that_could_not_be_read_is_shown_once_with_its_question()
    {
        var unclear = Report.Findings.Where(finding => finding.Kind.Code == "SW3103" && finding.Place!.Line == 6).ToList();
        unclear.Count.ShouldBe(1);
        unclear[0].Question.ShouldNotBeNull();
        Report.Findings.Count(finding => finding.Question?.Id == unclear[0].Question!.Id).ShouldBe(1);
    }

    [Fact]
    public void Text_shows_place_code_line_caret_reason_and_way_out()
    {
        var lines = FindingsText.Write(Report).Select(line => line.ToString()).ToList();
        var at = lines.FindIndex(line => line.StartsWith("BUSINESS_RULES.md:6:3: warning SW3103: ", StringComparison.Ordinal));
        at.ShouldBeGreaterThanOrEqualTo(0);
        lines[at + 1].ShouldBe("     6 | - The plumage must be 100% proper, always");
        lines[at + 2].ShouldBe("       |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~");
        lines[at + 3].ShouldStartWith("   = why: Nothing in the database holds to it");
        lines[at + 4].ShouldStartWith("   = instead: say it in a sentence");
        lines[at + 5].ShouldStartWith("   = question: Q-");
    }

    [Fact]
    public void A_contradiction_shows_both_places()
    {
        var contradiction = Report.Findings.First(finding => finding.Kind.Code == "SW3101");
        contradiction.Related.Count.ShouldBeGreaterThan(0);
        var text = string.Join('\n', FindingsText.Write(Report).Select(line => line.ToString()));
        text.ShouldContain($"{contradiction.Related[0]}: note: also here");
    }

    [Fact]
    public void A_kind_is_explained_once_however_often_it_occurs()
    {
        var report = Marsh.Report(new InputDocument("RULES_2.md", "# Rules\n\n## Heron\n\n- The beak must be rather good\n- The legs must be quite thin\n"));
        report.Findings.Count(finding => finding.Kind.Code == "SW3103").ShouldBeGreaterThan(1);
        FindingsText.Write(report).Count(line => line.ToString().StartsWith("   = why: Nothing in the database holds", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Json_is_what_its_schema_says()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Repository.PathOf("docs", "findings.schema.json")))!;
        var json = JsonNode.Parse(FindingsJson.Write(Report))!;
        JsonSchemaCheck.Problems(schema, json).ShouldBeEmpty();
        json["findings"]!.AsArray().Count.ShouldBe(Report.Findings.Count);
        json["summary"]!["warnings"]!.GetValue<int>().ShouldBe(Report.Count(Severity.Warning));
    }

    [Fact]
    public void Fingerprints_are_unique_and_stay_when_lines_move()
    {
        Report.Fingerprints().Distinct(StringComparer.Ordinal).Count().ShouldBe(Report.Findings.Count);
        InputDocument[] moved = [Marsh.Requirements, Marsh.Rules with { Text = Marsh.Rules.Text.Replace("## Heron", "\n\n\n## Heron", StringComparison.Ordinal) }];
        var compilation = Compiler.Compile(moved, "marsh", new Findings());
        var report = Report with { Findings = compilation.Findings };
        report.Fingerprints().Order(StringComparer.Ordinal).ShouldBe(Report.Fingerprints().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Workflow_commands_are_one_line_each_with_their_marks_escaped()
    {
        var lines = FindingsGitHub.Write(Report).TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(Report.Findings.Count);
        var unclear = lines.Single(line => line.Contains("line=6,endLine=6", StringComparison.Ordinal));
        unclear.ShouldStartWith("::warning file=docs/marsh/BUSINESS_RULES.md,line=6,endLine=6,col=3,endColumn=42,title=SW3103 A statement asks");
        unclear.ShouldContain("%0AWhy it matters: ");
        lines.ShouldAllBe(line => line.StartsWith("::warning ", StringComparison.Ordinal) || line.StartsWith("::notice ", StringComparison.Ordinal) || line.StartsWith("::error ", StringComparison.Ordinal));
    }

    [Fact]
    public void Percent_signs_commas_and_colons_cannot_end_a_workflow_command_early()
    {
        var document = new InputDocument("RULES, 50%:x.md", "# Business Rules\n\n## Heron\n\n- The nest must be 100% proper::set-output name=x::y\n");
        var line = FindingsGitHub.Write(Marsh.Report(document)).Split('\n').First(line => line.Contains("RULES%2C", StringComparison.Ordinal));
        line.ShouldContain("file=docs/marsh/RULES%2C 50%25%3Ax.md,line=5");
    }
}
