using System.Text.Json;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

public class ProofDocumentsTests
{
    private static readonly ProofReport Report = new("Odd | *Name*", "PostgreSQL 15.1",
    [
        new("RulesAcceptAndRefuse", "rules refuse", Verdict.Refuted, "1 of 2",
        [
            new("t.a_check", "insert a row", "accepted", "accepted", Verdict.Proved, "RULES.md:3"),
            new("t.b_check", "insert | a\nrow", "refused 23514 b_check", "accepted", Verdict.Refuted, "RULES.md:4"),
        ]),
    ]);

    [Fact]
    public void What_was_refuted_stands_first_and_nothing_breaks_out_of_its_cell()
    {
        var text = ProofDocuments.Render(Report).Single(file => file.Path == "proof.md").Text;
        text.ShouldContain(@"# Proof: Odd \| \*Name\*");
        text.ShouldContain(@"insert \| a row");
        text.IndexOf("t.b\\_check", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("t.a\\_check", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_servers_see_a_refuted_promise_as_a_failure_and_an_untried_one_as_an_error()
    {
        var report = Report with
        {
            AppName = "Odd\u0001 <Name>",
            Obligations = [.. Report.Obligations, new("NoDrift", "no drift", Verdict.CouldNotVerify, "no server", []), new("TenantsAreIsolated", "isolated", Verdict.NotApplicable, "no tenants", [])],
        };
        var xml = XDocument.Parse(ProofDocuments.Render(report).Single(file => file.Path == "proof.junit.xml").Text).Root!;
        xml.Attribute("name")!.Value.ShouldBe("Odd <Name>");
        xml.Elements("testsuite").Select(suite => $"{suite.Attribute("name")!.Value} {suite.Attribute("tests")!.Value} {suite.Attribute("failures")!.Value} {suite.Attribute("errors")!.Value} {suite.Attribute("skipped")!.Value}")
            .ShouldBe(["RulesAcceptAndRefuse 2 1 0 0", "NoDrift 1 0 1 0", "TenantsAreIsolated 1 0 0 1"]);
        xml.Descendants("failure").Single().Attribute("message")!.Value.ShouldBe("expected refused 23514 b_check; the server answered accepted (RULES.md:4)");
    }

    [Fact]
    public void Nothing_tried_is_not_success() => (Report with { Obligations = [] }).Holds.ShouldBeFalse();

    [Fact]
    public void Programs_read_the_same_as_people()
    {
        using var json = JsonDocument.Parse(ProofDocuments.Render(Report).Single(file => file.Path == "proof.json").Text);
        json.RootElement.GetProperty("holds").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("obligations")[0].GetProperty("vectors")[1].GetProperty("verdict").GetString().ShouldBe("refuted");
    }
}
