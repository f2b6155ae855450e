using System.Text.Json;
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
    public void Programs_read_the_same_as_people()
    {
        using var json = JsonDocument.Parse(ProofDocuments.Render(Report).Single(file => file.Path == "proof.json").Text);
        json.RootElement.GetProperty("holds").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("obligations")[0].GetProperty("vectors")[1].GetProperty("verdict").GetString().ShouldBe("refuted");
    }
}
