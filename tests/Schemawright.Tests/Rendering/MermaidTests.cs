using System.Text.RegularExpressions;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Rendering.DataModelDocument;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Rendering;

/// <summary>The diagram is valid, and says what the tables say.</summary>
public partial class MermaidTests
{
    [Fact]
    public void Every_line_is_one_that_mermaid_reads()
    {
        foreach (var line in Diagram(SampleRun.Clinic.Document))
        {
            Grammar().IsMatch(line).ShouldBeTrue(line);
        }
    }

    [Fact]
    public void All_tables_and_foreign_keys_are_drawn()
    {
        var lines = Diagram(SampleRun.Clinic.Document);
        lines.Count(line => line.Contains("--", StringComparison.Ordinal)).ShouldBe(SampleRun.Clinic.Schema.Tables.Sum(table => table.ForeignKeys.Count));
        lines.Count(line => line.EndsWith('{')).ShouldBe(SampleRun.Clinic.Schema.Tables.Count);
        lines.Count(line => line.StartsWith("        ", StringComparison.Ordinal)).ShouldBe(SampleRun.Clinic.Schema.Tables.Sum(table => table.Columns.Count));
    }

    [Fact]
    public void Above_sixty_tables_the_diagram_is_split_and_each_table_drawn_once()
    {
        var domain = SampleRun.Empty.Domain with
        {
            Entities = [.. Enumerable.Range(1, 70).Select(number => new Entity($"Buoy{number}", $"buoys_{number}", EntityKind.Core, "a buoy", Origin.At(new("PRD.md", number, 1, number, 9))))],
        };
        var run = new SampleRun(domain);
        Regex.Count(run.Document, "^erDiagram$", RegexOptions.Multiline).ShouldBe(2);
        Diagram(run.Document).Where(line => line.EndsWith('{')).Distinct(StringComparer.Ordinal).Count().ShouldBe(run.Schema.Tables.Count);
    }

    [Theory]
    [InlineData("\"; DROP TABLE x; --")]
    [InlineData("🎻")]
    [InlineData("שלום")]
    [InlineData("1st")]
    [InlineData("two words")]
    public void A_hostile_name_becomes_letters_and_digits(string name) =>
        new MermaidNames([name]).Table(name).ShouldMatch("^[A-Za-z][A-Za-z0-9_]*$");

    [Fact]
    public void Names_that_come_out_alike_stay_apart()
    {
        var names = new MermaidNames(["a b", "a-b", "🎻", "🎺"]);
        new[] { "a b", "a-b", "🎻", "🎺" }.Select(names.Table).Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
    }

    [Theory]
    [InlineData("say \"no\" <b>", "say  no   b")]
    [InlineData("", "refers to")]
    public void A_label_holds_nothing_that_ends_it(string words, string label) => MermaidNames.Label(words).ShouldBe(label);

    private static string[] Diagram(string document) =>
        [.. Regex.Matches(document, "^```mermaid\nerDiagram\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).SelectMany(match => match.Groups[1].Value.TrimEnd('\n').Split('\n'))];

    [GeneratedRegex("""^    (\w+ (\|\||\|o|\}o|\}\|)--(\|\||o\||o\{|\|\{) \w+ : "[^"<>]+"|\w+ \{|    [A-Za-z]\w* [A-Za-z]\w*( (PK|FK|UK)(, (PK|FK|UK))*)?|\})$""", RegexOptions.None, 1000)]
    private static partial Regex Grammar();
}
