using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

/// <summary>Findings that the author accepts: in the documents, or by a baseline.</summary>
public sealed class AcceptedFindingsTests : IDisposable
{
    private const string Model = "# Product Requirements Document: Looms\n\n## Data Model\n\n```\nLoom\n- id: UUID\n- label: string\n- width: decimal\n```\n";
    private const string Unclear = "- The warp must be rather green\n";

    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    public AcceptedFindingsTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "p"));
        File.WriteAllText(Path.Combine(_root, "p", "PRD.md"), Model);
    }

    [Fact]
    public async Task A_finding_that_is_accepted_with_a_reason_is_shown_as_such_and_does_not_count()
    {
        Rules("<!-- schemawright: allow SW3103 because the dyer judges by eye -->\n\n- The warp must be rather green\n- The weft must be quite thin <!-- schemawright: allow SW3103 because no thread is alike -->\n");
        File.WriteAllText(Path.Combine(_root, "p", "MORE.md"), "# Business Rules\n\n## Loom\n\n<!--\nschemawright: allow SW3103, SW3104 and SW1004\nin this document\nbecause it is a draft\n-->\n\nSome words.\n\n- The reed must be somewhat dense\n");
        var (_, text, _) = await Check();
        text.ShouldContain("RULES.md:7:3: allowed SW3103: this statement is unclear");
        text.ShouldContain("   = because: the dyer judges by eye (RULES.md:5)");
        text.ShouldContain("RULES.md:8:3: allowed SW3103: this statement is unclear");
        text.ShouldContain("   = because: no thread is alike (RULES.md:8)");
        text.ShouldContain("MORE.md:13:3: allowed SW3103: this statement is unclear");
        text.ShouldContain("   = because: it is a draft (MORE.md:5)");
        text.ShouldContain("MORE.md:5:1: warning SW1032: nothing here has the code SW3104");
        text.ShouldNotContain("warning SW3103");
        text.ShouldContain("; 3 acknowledged");
    }

    [Fact]
    public async Task Accepted_warnings_leave_the_run_clean_and_every_format_says_why()
    {
        Rules("<!-- schemawright: allow SW3103 because the dyer judges by eye -->\n\n" + Unclear);
        (await Check()).Code.ShouldBe(0);
        var json = JsonNode.Parse((await Check("--format", "json")).Out)!;
        json["summary"]!["acknowledged"]!.GetValue<int>().ShouldBe(1);
        json["findings"]!.AsArray().Single(finding => finding!["acknowledged"] is not null)!["acknowledged"]!["reason"]!.GetValue<string>().ShouldBe("the dyer judges by eye");
        var sarif = JsonNode.Parse((await Check("--format", "sarif")).Out)!;
        var suppressed = sarif["runs"]![0]!["results"]!.AsArray().Single(result => result!["suppressions"] is not null)!["suppressions"]![0]!;
        suppressed["kind"]!.GetValue<string>().ShouldBe("inSource");
        suppressed["justification"]!.GetValue<string>().ShouldBe("the dyer judges by eye");
        var github = (await Check("--format", "github")).Out.Split('\n').Single(line => line.Contains("allowed SW3103", StringComparison.Ordinal));
        github.ShouldStartWith("::notice ");
        github.ShouldEndWith("Acknowledged in RULES.md:5: the dyer judges by eye");
    }

    [Fact]
    public async Task What_accepts_nothing_is_a_finding_and_the_others_still_count()
    {
        Rules(string.Concat(new[]
        {
            "<!-- schemawright: allow SW3103 -->\n- The warp must be rather green\n",
            "<!-- schemawright: allow SW3103 because -->\n- The weft must be rather green\n",
            "<!-- schemawright: ignore SW3103 because of me -->\n- The reed must be rather green\n",
            "<!-- schemawright: allow the next line because of me -->\n- The comb must be rather green\n",
            "<!-- schemawright: allow SW3103 because the dyer judges -->\n- The width must be > 0\n",
            "<!-- schemawright: allow SW3101 because the dyer judges -->\n- The heddle must be rather green\n",
        }));
        var (exit, text, _) = await Check();
        exit.ShouldBe(1);
        foreach (var (line, code) in new[] { (5, "SW1030"), (7, "SW1030"), (9, "SW1031"), (11, "SW1031"), (13, "SW1032"), (15, "SW1032") })
        {
            text.ShouldContain($"RULES.md:{line}:1: warning {code}: ");
        }

        text.Split("warning SW3103: ").Length.ShouldBe(6);
    }

    [Fact]
    public async Task A_comment_in_a_fence_or_without_the_mark_accepts_nothing_and_says_nothing()
    {
        Rules("```\n<!-- schemawright: allow SW3103 because this is an example -->\n```\n\n<!-- allow SW3103 because this is a remark -->\n\n" + Unclear);
        var (exit, text, _) = await Check();
        exit.ShouldBe(1);
        text.ShouldNotContain("SW103");
        text.ShouldContain("warning SW3103");
    }

    [Fact]
    public async Task A_baseline_keeps_what_is_known_and_only_new_findings_count()
    {
        Rules(Unclear);
        var written = await Check("--write-baseline", "--baseline", "known.json");
        written.Code.ShouldBe(0, written.Error);
        written.Out.ShouldContain("known findings in known.json: from now on only new ones count\nnext: schemawright check p --baseline known.json\n");
        var same = await Check("--baseline", "known.json");
        same.Code.ShouldBe(0);
        same.Out.ShouldContain("Looms: 2 documents, no new finding; ");
        Rules("\n\n" + Unclear + "\n- The weft must be quite thin\n");
        var more = await Check("--baseline", "known.json");
        more.Code.ShouldBe(1);
        more.Out.ShouldContain("weft");
        more.Out.ShouldNotContain("warp");
        var sarif = JsonNode.Parse((await Check("--baseline", "known.json", "--format", "sarif")).Out)!;
        sarif["runs"]![0]!["results"]!.AsArray().Select(result => result!["baselineState"]!.GetValue<string>()).Distinct().Order(StringComparer.Ordinal).ShouldBe(["new", "unchanged"]);
        Rules("- The width must be > 0\n");
        (await Check("--baseline", "known.json")).Out.ShouldContain("1 of the baseline gone");
    }

    [Fact]
    public async Task A_baseline_that_is_none_or_cannot_be_written_is_named()
    {
        Rules(Unclear);
        File.WriteAllText(Path.Combine(_root, "other.json"), "{}");
        var read = await Check("--baseline", "other.json");
        read.Code.ShouldBe(2);
        read.Out.ShouldContain($"error {"SW6022"}: other.json is no baseline");
        (await Check("--baseline", "nowhere.json")).Code.ShouldBe(2);
        var written = await Check("--write-baseline", "--baseline", "p/PRD.md");
        written.Code.ShouldBe(2);
        written.Error.ShouldContain($"error {"SW6023"}: p/PRD.md cannot be written: it holds something else");
        File.ReadAllText(Path.Combine(_root, "p", "PRD.md")).ShouldBe(Model);
    }

    [Fact]
    public async Task Sarif_leads_from_the_sentence_to_the_sql_where_it_was_written()
    {
        File.WriteAllText(Path.Combine(_root, "p", "PRD.md"), Model.Replace("- width: decimal\n", "- width: decimal\n\nShuttle\n- id: UUID\n- loom_id: UUID - foreign key to Loom\n- label: string\n", StringComparison.Ordinal));
        (await Check("--format", "sarif")).Out.ShouldNotContain("The SQL of");
        (await Tool([], "build", "p")).Code.ShouldBe(0);
        var sarif = JsonNode.Parse((await Check("--format", "sarif")).Out)!;
        var places = sarif["runs"]![0]!["results"]!.AsArray().Where(result => result!["locations"] is not null && result["relatedLocations"] is not null).SelectMany(result => result!["relatedLocations"]!.AsArray())
            .Where(place => place!["message"]!["text"]!.GetValue<string>().StartsWith("The SQL of ", StringComparison.Ordinal)).ToList();
        places.ShouldNotBeEmpty();
        foreach (var place in places.Select(place => place!["physicalLocation"]!))
        {
            var lines = File.ReadAllLines(Path.Combine(_root, place["artifactLocation"]!["uri"]!.GetValue<string>()));
            lines[place["region"]!["startLine"]!.GetValue<int>() - 1].ShouldMatch("CREATE|CONSTRAINT|^    [a-z]");
        }
    }

    [Fact]
    public async Task A_job_gets_its_annotations_and_a_summary_on_its_page()
    {
        Rules(Unclear);
        var page = Path.Combine(_root, "page.md");
        File.WriteAllText(page, "before\n");
        var result = await Tool([("GITHUB_STEP_SUMMARY", page)], "check", "p", "--format", "github");
        result.Code.ShouldBe(1);
        result.Out.ShouldContain("::warning file=p/RULES.md,line=5,");
        var text = File.ReadAllText(page);
        text.ShouldStartWith("before\n## Looms\n\n| errors | warnings | notes | acknowledged | known before |\n");
        text.ShouldContain("| p/RULES.md:5 | SW3103: this statement is unclear");
        var full = await Tool([("GITHUB_STEP_SUMMARY", "/dev/full")], "check", "p", "--format", "github");
        full.Code.ShouldBe(1);
        full.Error.ShouldStartWith("schemawright: the job summary was not written: ");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Rules(string text) => File.WriteAllText(Path.Combine(_root, "p", "RULES.md"), "# Business Rules\n\n## Loom\n\n" + text);

    private Task<ToolResult> Check(params string[] options) => Tool([], ["check", "p", .. options]);

    private Task<ToolResult> Tool((string, string)[] variables, params string[] arguments) => ToolProcess.RunInAsync(_root, variables, arguments);
}
