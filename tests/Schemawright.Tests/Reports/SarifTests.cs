using System.Text.Json.Nodes;
using Schemawright.Documents;
using Schemawright.Reports;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Reports;

/// <summary>What SARIF 2.1.0 asks of a log file.</summary>
public class SarifTests
{
    private static readonly FindingsReport Report = Marsh.Report(new InputDocument("MORE RULES, für Ära 100%.md", "# Rules\n\n## Heron\n\n- The beak must be rather good\n"));

    private static readonly JsonNode Log = JsonNode.Parse(FindingsSarif.Write(Report))!;

    private static JsonNode Run => Log["runs"]![0]!;

    [Fact]
    public void The_log_names_its_version_and_tool()
    {
        Log["version"]!.GetValue<string>().ShouldBe("2.1.0");
        Run["tool"]!["driver"]!["name"]!.GetValue<string>().ShouldBe("Schemawright");
        Run["columnKind"]!.GetValue<string>().ShouldBe("utf16CodeUnits");
    }

    [Fact]
    public void Every_rule_has_help_and_every_result_points_at_its_rule()
    {
        var rules = Run["tool"]!["driver"]!["rules"]!.AsArray();
        rules.ShouldAllBe(rule => rule!["help"]!["text"]!.GetValue<string>().Length > 0 && Uri.IsWellFormedUriString(rule["helpUri"]!.GetValue<string>(), UriKind.Absolute));
        foreach (var result in Run["results"]!.AsArray())
        {
            rules[result!["ruleIndex"]!.GetValue<int>()]!["id"]!.GetValue<string>().ShouldBe(result["ruleId"]!.GetValue<string>());
            new[] { "error", "warning", "note" }.ShouldContain(result["level"]!.GetValue<string>());
            result["message"]!["text"]!.GetValue<string>().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Every_location_names_an_artifact_by_a_valid_uri_and_ends_after_it_begins()
    {
        var artifacts = Run["artifacts"]!.AsArray().Select(artifact => artifact!["location"]!["uri"]!.GetValue<string>()).ToList();
        artifacts.ShouldContain("docs/marsh/MORE%20RULES%2C%20f%C3%BCr%20%C3%84ra%20100%25.md");
        var locations = Run["results"]!.AsArray().SelectMany(result => new[] { "locations", "relatedLocations" }.SelectMany(name => result![name]?.AsArray() ?? [])).Select(location => location!["physicalLocation"]!).ToList();
        locations.Count.ShouldBeGreaterThan(3);
        foreach (var location in locations)
        {
            var artifact = location["artifactLocation"]!;
            artifacts[artifact["index"]!.GetValue<int>()].ShouldBe(artifact["uri"]!.GetValue<string>());
            var region = location["region"]!;
            int Figure(string name) => region[name]!.GetValue<int>();
            Figure("startLine").ShouldBeGreaterThanOrEqualTo(1);
            Figure("startColumn").ShouldBeGreaterThanOrEqualTo(1);
            (Figure("endLine"), Figure("endColumn")).ShouldBeGreaterThan((Figure("startLine"), Figure("startColumn")));
        }
    }

    [Fact]
    public void The_other_side_of_a_contradiction_is_a_related_location()
    {
        var contradiction = Run["results"]!.AsArray().First(result => result!["ruleId"]!.GetValue<string>() == "SW3101")!;
        contradiction["relatedLocations"]!.AsArray().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Results_are_recognised_again_by_their_fingerprints()
    {
        var prints = Run["results"]!.AsArray().Select(result => result!["partialFingerprints"]!["schemawrightFinding/v1"]!.GetValue<string>()).ToList();
        prints.Distinct().Count().ShouldBe(prints.Count);
    }

    [Fact]
    public void A_folder_outside_the_working_directory_is_named_by_a_file_uri() =>
        JsonNode.Parse(FindingsSarif.Write(Report with { Folder = "/srv/marsh docs/" }))!["runs"]![0]!["artifacts"]![0]!["location"]!["uri"]!.GetValue<string>()
            .ShouldBe("file:///srv/marsh%20docs/BUSINESS_RULES.md");
}
