using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Examples;

/// <summary>Bad input gives diagnostics and whole output, never an exception.</summary>
public class HostileInputTests
{
    private static readonly string LongName = new('x', 200);

    public static TheoryData<string> Names() =>
        ["\"; DROP TABLE x; --", "select", "user", "Order", "table", LongName, "🚢", "سفينة", "naïve", "a'b", "a\\b", "$$", "--", "/*", "1st", "_", "a b c"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_entity_name_is_quoted_or_reported(string name) =>
        Compile($"# Requirements: X\n\n## Data Model\n\n```\n{name}\n- id: UUID\n- title: string\n- weight: decimal - must be > 0\n```\n");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_attribute_name_is_quoted_or_reported(string name) =>
        Compile($"# Requirements: X\n\n## Data Model\n\n```\nShip\n- id: UUID\n- {name}: string - unique\n- other: enum - [{name}, b]\n- label: string - default {name}\n```\n");

    [Theory]
    [InlineData("```\nShip\n- id: UUID")]
    [InlineData("| a | b\n|--\n| 1 | 2 | 3 | 4 |\n")]
    [InlineData("# \n## \n### \n- \n-\n1.\n")]
    [InlineData("```mermaid\nerDiagram\n A ||--o{ : \"\"\n B {\n string\n}\n```\n")]
    [InlineData("```mermaid\nstateDiagram-v2\n [*] -->\n --> X\n```\n")]
    [InlineData("```sql\nCREATE TABLE (;;;\nCREATE TABLE a (b, c int CHECK (, d));\n```\n")]
    [InlineData("```ts\ninterface { a: ; }\ninterface X { y?: }\n```\n")]
    [InlineData("```yaml\nStates:\n  a:\n   allowed_transitions: [\n```\n")]
    [InlineData("\u202Eright to left\u202C must be > 0\n")]
    [InlineData("must must must be be be > > > 0 0 0 and or not never always unique\n")]
    public void Broken_forms_are_read_as_far_as_they_go(string text) => Compile(text);

    [Fact]
    public void Every_prefix_of_a_document_compiles()
    {
        var text = File.ReadAllText(Repository.PathOf("examples", "marina", "input", "BUSINESS_RULES.md"));
        for (var length = 1; length < text.Length; length += 97)
        {
            Compile(text[..length]);
        }
    }

    private static void Compile(string text)
    {
        var findings = new Findings();
        var compilation = Compiler.Compile([new InputDocument("PRD.md", text)], "folder", findings);
        compilation.Facts.Statements.Count.ShouldBe(compilation.Corpus.Statements.Count());
        compilation.Ledger.Entries.Count.ShouldBe(compilation.Facts.Statements.Count);
    }
}
