using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Diagnostics;

/// <summary>Documents that are amiss in one way each, and the code the compiler reports.</summary>
public class ReportedTests
{
    [Fact]
    public void No_document_at_all() => Reported([]).ShouldContain("SW1002");

    [Fact]
    public void A_document_of_an_unknown_kind() => Reported(new InputDocument("notes.md", "Bees make honey.\n")).ShouldContain("SW1004");

    [Fact]
    public void Attributes_below_something_that_is_no_name() => Model("!!!\n- id: UUID\n- label: string\n- weight: decimal\n").ShouldContain("SW2001");

    [Fact]
    public void A_unique_key_over_an_attribute_that_is_missing() => Sql(
        """
        CREATE TABLE hives (
            id uuid PRIMARY KEY,
            label text NOT NULL,
            UNIQUE (label, stand_number)
        );
        """).ShouldContain("SW4031");

    [Fact]
    public void An_attribute_that_repeats_what_its_parent_says() => Model(
        """
        Apiary
        - id: UUID
        - label: string
        - soil_acidity: decimal

        Hive
        - id: UUID
        - apiary_id: UUID (foreign key to Apiary)
        - soil_acidity: decimal
        """).ShouldContain("SW4041");

    [Fact]
    public void A_column_that_something_else_than_a_key_determines() => Model(
        """
        Harvest
        - id: UUID
        - frames: integer
        - jars: integer
        - pieces: integer
        """,
        "\n## Business rules\n\n- pieces must equal frames + jars\n").ShouldContain("SW4042");

    [Fact]
    public void An_index_that_another_one_contains() => Sql(
        """
        CREATE TABLE apiaries (id uuid PRIMARY KEY, label text NOT NULL);
        CREATE TABLE hives (id uuid PRIMARY KEY, apiary_id uuid NOT NULL REFERENCES apiaries, placed_on date NOT NULL);
        CREATE INDEX ON hives (apiary_id, placed_on);
        """).ShouldContain("SW4061");

    [Fact]
    public void A_state_no_change_leads_to() => Model(
        "Hive\n- id: UUID\n- label: string\n- status: enum - [empty, settled, lost]\n",
        "## Hive states\n\n```mermaid\nstateDiagram-v2\n    [*] --> empty\n    empty --> settled\n    lost --> settled\n```\n").ShouldContain("SW4131");

    private static IEnumerable<string> Sql(string statements) =>
        Reported(new InputDocument("PRD.md", "# Requirements: Beekeeping\n\nBees live in hives.\n"), new InputDocument("schema.sql", statements));

    private static IEnumerable<string> Model(string entities, string rest = "") =>
        Reported(new InputDocument("PRD.md", $"# Requirements: Beekeeping\n\n## Data Model\n\n```\n{entities}\n```\n\n{rest}"));

    private static IEnumerable<string> Reported(params InputDocument[] documents)
    {
        var findings = new Findings();
        Compiler.Compile(documents, "bees", findings);
        return findings.Diagnostics.Select(found => found.Kind.Code).Distinct(StringComparer.Ordinal);
    }
}
