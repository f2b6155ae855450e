using System.Text.Json.Nodes;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Reports;
using Schemawright.Reports.Explanations;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Reports;

/// <summary>The way from the sentences to the database and back.</summary>
public class ExplainerTests
{
    private static readonly InputDocument[] Documents = [Marsh.Requirements, Marsh.Rules];

    private static readonly Compilation Compilation = Compiler.Compile(Documents, "marsh", new Findings());

    private static readonly Explainer Explainer = new(Compilation, new(Documents));

    [Fact]
    public void A_line_leads_to_its_rule_its_constraint_and_the_sql()
    {
        var line = Explain("BUSINESS_RULES.md:5").Single();
        Part(line, "The documents say").ShouldContain(item => item.Words.Contains("Wingspan must be greater than 0", StringComparison.Ordinal) && item.Words.EndsWith("rule, enforced", StringComparison.Ordinal));
        Part(line, "Read as").ShouldContain(item => item.Words.StartsWith("rule: ", StringComparison.Ordinal));
        Part(line, "Understood as").ShouldContain(item => item.Words.EndsWith("Wingspan is greater than 0.", StringComparison.Ordinal));
        Part(line, "Held by").ShouldContain(item => item.Words.StartsWith("check herons_", StringComparison.Ordinal));
        Part(line, "SQL").ShouldContain(item => item.Sql!.Contains("CHECK (wingspan > 0)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_constraint_leads_back_to_its_sentence()
    {
        var name = Compilation.Design.Tables.SelectMany(table => table.Checks).Single(check => check.Description.Contains("ingspan", StringComparison.Ordinal)).Name;
        var check = Explain(name).Single();
        check.Kind.ShouldBe("check");
        Part(check, "The documents say").Single().Place!.ToString().ShouldBe("BUSINESS_RULES.md:5:3");
    }

    [Theory]
    [InlineData("Heron", "entity")]
    [InlineData("herons", "entity")]
    [InlineData("heron.wingspan", "column")]
    [InlineData("herons.wingspan", "column")]
    [InlineData("sighting.heron", "column")]
    [InlineData("herons_pkey", "primary key")]
    [InlineData("D03-herons-key", "decision")]
    public void Everything_with_a_name_is_found_under_it(string name, string kind) => Explain(name).ShouldContain(found => found.Kind == kind);

    [Fact]
    public void Every_name_that_is_offered_can_be_explained()
    {
        foreach (var name in Explainer.Names)
        {
            Explain(name).ShouldNotBeEmpty(name);
        }
    }

    [Fact]
    public void Every_line_of_the_documents_can_be_explained()
    {
        var quotes = new SourceQuotes(Documents);
        foreach (var document in quotes.Documents)
        {
            for (var line = 1; line <= quotes.LineCount(document); line++)
            {
                Explain($"{document}:{line}").Count().ShouldBe(1);
            }
        }
    }

    [Fact]
    public void A_code_is_found_however_its_number_is_written()
    {
        InputDocument[] documents = [Marsh.Requirements, new("BUSINESS_RULES.md", "# Business Rules\n\n## Heron\n\n### BR-007: Heron wings\n\n- Heron wingspan must be greater than 0\n")];
        var explainer = new Explainer(Compiler.Compile(documents, "marsh", new Findings()), new(documents));
        foreach (var code in new[] { "BR-007", "br-7", "BR007", "BR 7" })
        {
            explainer.Explain(code).Single().Parts.ShouldContain(part => part.Title == "SQL", code);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("PRD.md:0")]
    [InlineData("PRD.md:99999999999999")]
    [InlineData("nothing.at.all")]
    [InlineData("'; DROP TABLE x; --")]
    public void What_nothing_is_called_has_no_explanation(string name) => Explain(name).ShouldBeEmpty();

    [Fact]
    public void A_mistyped_name_is_offered_its_nearest()
    {
        Nearest.To("Hreon", Explainer.Names)[0].ToLowerInvariant().ShouldStartWith("heron");
        Nearest.To("zzzzzzzzzzzz", Explainer.Names).ShouldBeEmpty();
    }

    [Fact]
    public void Json_says_what_text_says()
    {
        var explanations = Explainer.Explain("Heron");
        var json = JsonNode.Parse(ExplanationJson.Write("Heron", explanations))!;
        var parts = json["explanations"]![0]!["parts"]!.AsArray();
        parts.Count.ShouldBe(explanations[0].Parts.Count);
        var text = string.Join('\n', ExplanationText.Write(explanations).Select(line => line.ToString()));
        foreach (var part in parts)
        {
            text.ShouldContain(part!["title"]!.GetValue<string>());
        }
    }

    private static IEnumerable<Explanation> Explain(string name) => Explainer.Explain(name);

    private static IEnumerable<ExplainedItem> Part(Explanation explanation, string title) => explanation.Parts.Single(part => part.Title == title).Items;
}
