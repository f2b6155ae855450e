using System.Globalization;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Facts.Structure;

/// <summary>Small inputs and the facts that must be read from them: tests/cases/facts/*.txtar. SCHEMAWRIGHT_ACCEPT=1 rewrites the wanted facts.</summary>
[Collection("cases")]
public class FactCaseTests
{
    private const string Wanted = "-- facts --";

    public static TheoryData<string> Cases() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests", "cases", "facts"), "*.txtar").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_wanted_facts_are_read(string name)
    {
        var file = Repository.PathOf("tests", "cases", "facts", name + ".txtar");
        var text = File.ReadAllText(file);
        var cut = text.IndexOf(Wanted, StringComparison.Ordinal);
        var start = text.StartsWith("-- ", StringComparison.Ordinal) ? 0 : text.IndexOf("\n-- ", StringComparison.Ordinal) + 1;
        var input = text[(text.IndexOf('\n', start) + 1)..cut];
        var documentName = text[(start + 3)..text.IndexOf(" --", start + 3, StringComparison.Ordinal)];
        var facts = FactReader.Read(DocumentReader.Read([new InputDocument(documentName, input)], "case", new Findings()), new Findings());
        var read = FactDump.Of(facts);
        if (Environment.GetEnvironmentVariable("SCHEMAWRIGHT_ACCEPT") == "1")
        {
            File.WriteAllText(file, text[..cut] + Wanted + "\n" + read);
            return;
        }

        read.ShouldBe(text[(cut + Wanted.Length + 1)..]);
    }

    [Fact]
    public void Each_line_of_a_dump_names_the_place_it_came_from() =>
        FactDump.Of(FactReader.Read(DocumentReader.Read([new InputDocument("schema.sql", "CREATE TABLE hives (id int);\n")], "x", new Findings()), new Findings()))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.Contains(" @ ", StringComparison.Ordinal));

    [Theory]
    [InlineData("```sql\nCREATE TABLE hives (id int, 'unclosed\n")]
    [InlineData("```mermaid\nerDiagram\nHive ||--o{\nHive {\n")]
    [InlineData("```\n┌──┐\n│\n└")]
    [InlineData("# Hive Schema\n\n| Field | Type |\n|---|---|\n| | |\n")]
    [InlineData("```ts\ninterface Hive {\n  id: {{{{[[[(((<\n```\n")]
    [InlineData("# Hive states\n\n```yaml\nStates:\n  → → →:\n    timeout: →\n```\n")]
    [InlineData("```sql\nCREATE TABLE \"\uD83D\uDC1D\u202E; DROP TABLE x; --\" (\"select\" text CHECK (((((((((1)))))))));\n```\n")]
    [InlineData("# Data Model\n\nHive:\n\n- id: uuid (\n- name: string ( - [ | (, ]\n- kind: enum [\n\ndetails of including , a\n")]
    [InlineData("# Data model\n\n```csharp\npublic class Hive { [Required public string X { get; set; public class {{{\n```\n")]
    [InlineData("# Data model\n\n```java\n@Entity( class Hive { @Column(( private\n```\n")]
    [InlineData("# Data model\n\n```python\nclass Hive(Base:\nclass Hive(Base):\n    x = Column(String(((\n    y: Optional[list[dict[\n    \"\"\"\n```\n")]
    [InlineData("# Data model\n\n```js\nconst hive = z.object({ id: z.string(.., name: [[[[{{{{\n```\n")]
    [InlineData("# Data model\n\n```yaml\nentities:\n  - &a [*a, *a]\n  - name: Hive\n    fields: *a\n  ? : :\n```\n")]
    [InlineData("# Data model\n\n```json\n{ \"properties\": { \"type\": { \"$ref\": \"#/\" }, \"x\": [null, {} ] } }\n```\n")]
    [InlineData("# Data model\n\n```graphql\ntype Hive { id: ID! ( : : ! } type {\n}\n```\n")]
    [InlineData("# Data model\n\n```\n├─\n│ ├─ └─ ->\n|-- -> \n```\n\n──< >──\n\nA ──< \n\n<table><tr><td><table><tr>\n\n: \n: x\n")]
    public void Broken_input_is_read_without_an_exception(string text) =>
        Should.NotThrow(() => FactReader.Read(DocumentReader.Read([new InputDocument("TECHNICAL_SPEC.md", text)], "x", new Findings()), new Findings()));

    [Fact]
    public void Reading_time_grows_with_the_length_of_the_input()
    {
        var one = string.Concat(Enumerable.Range(0, 400).Select(index => string.Create(CultureInfo.InvariantCulture, $"CREATE TABLE t{index} (id uuid PRIMARY KEY, a text CHECK (a IN ('x', 'y')));\n")));
        var facts = FactReader.Read(DocumentReader.Read([new InputDocument("schema.sql", one)], "x", new Findings()), new Findings());
        facts.Entities.Count.ShouldBe(400);
        facts.Attributes.Count.ShouldBe(800);
    }
}
