using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Rendering;

/// <summary>The document has the headings of the template: each, in order, none added, none empty.</summary>
public class TemplateTests
{
    // "*" stands for the tables of the model.
    private static readonly string[] Template =
    [
        "# Data Model & Database Design: *",
        "## Overview",
        "## Database Architecture", "### Technology Stack", "### Design Principles",
        "## Entity Relationship Diagram", "### High-Level ERD", "### Relationship Definitions",
        "## Detailed Schema Design", "### Core Entities", "#### *", "### Supporting Tables", "#### *", "### Junction Tables", "#### *",
        "## Data Types & Constraints", "### Standard Data Types", "### Constraint Patterns",
        "## Indexing Strategy", "### Primary Indexes", "### Performance Indexes",
        "## Data Integrity Rules", "### Referential Integrity", "### Data Validation Functions",
        "## Audit & Versioning", "### Audit Strategy", "### Versioning Implementation",
        "## Migration Strategy", "### Initial Schema Creation", "### Schema Evolution",
        "## Data Seeding", "### Development Seed Data",
        "## Performance Optimization", "### Query Optimization", "### Partitioning Strategy",
        "## Multi-Tenancy Design", "### Approach: *",
        "## Backup & Recovery", "### Backup Strategy", "### Recovery Procedures",
        "## Data Privacy & Security", "### PII Handling", "### Data Masking",
        "## Monitoring & Maintenance", "### Key Metrics", "### Maintenance Tasks",
        "## Schema Documentation", "### Table Documentation", "### Data Dictionary",
        "## Clarification Requests or Feedback",
    ];

    [Fact]
    public void The_headings_of_a_full_model_are_the_template_s_in_its_order() =>
        Folded(Headings(SampleRun.Clinic.Document)).ShouldBe(Template);

    [Fact]
    public void An_empty_model_has_the_same_headings_without_tables() =>
        Folded(Headings(SampleRun.Empty.Document)).Where(heading => heading != "#### *").ShouldBe(Template.Where(heading => heading != "#### *"));

    [Fact]
    public void The_audit_log_has_its_own_heading_whatever_its_table_is_called() =>
        Headings(SampleRun.Clinic.Document).ShouldContain("#### Audit Log Table");

    [Fact]
    public void No_heading_is_empty()
    {
        foreach (var document in new[] { SampleRun.Clinic.Document, SampleRun.Empty.Document })
        {
            Empty(document).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Each_table_of_the_model_has_a_heading()
    {
        var headings = Headings(SampleRun.Clinic.Document).Count(heading => heading.StartsWith("#### ", StringComparison.Ordinal));
        headings.ShouldBe(SampleRun.Clinic.Schema.Tables.Count);
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes() => new SampleRun(SampleRun.Clinic.Domain).Files.ShouldBe(SampleRun.Clinic.Files);

    [Fact]
    public void No_placeholder_and_no_planning_is_left()
    {
        SampleRun.Clinic.Document.ShouldNotContain("data_model_planning");
        Regex.Matches(Regex.Replace(OutsideCode(SampleRun.Clinic.Document), "(`+)[^`].*?\\1", "code"), @"(?<!\\)\[[^\]]+\](?!\()").ShouldBeEmpty();
    }

    /// <summary>A heading without text may stand only above a deeper one.</summary>
    private static IEnumerable<string> Empty(string document)
    {
        var lines = OutsideCode(document).Split('\n').Where(line => line.Trim().Length > 0).ToArray();
        for (var index = 0; index < lines.Length; index++)
        {
            var next = index + 1 < lines.Length ? lines[index + 1] : "#";
            if (IsHeading(lines[index]) && IsHeading(next) && Level(next) <= Level(lines[index]))
            {
                yield return lines[index];
            }
        }
    }

    private static bool IsHeading(string line) => line.StartsWith('#');

    private static int Level(string line) => line.TakeWhile(character => character == '#').Count();

    private static string[] Headings(string document) => [.. OutsideCode(document).Split('\n').Where(IsHeading)];

    /// <summary>Headings with what varies replaced, runs of tables as one.</summary>
    private static List<string> Folded(IEnumerable<string> headings)
    {
        var folded = new List<string>();
        foreach (var heading in headings.Select(Varying))
        {
            if (folded.Count == 0 || heading != "#### *" || folded[^1] != heading)
            {
                folded.Add(heading);
            }
        }

        return folded;
    }

    private static string Varying(string heading) => heading switch
    {
        _ when heading.StartsWith("# ", StringComparison.Ordinal) => "# Data Model & Database Design: *",
        _ when heading.StartsWith("#### ", StringComparison.Ordinal) && heading.EndsWith(" Table", StringComparison.Ordinal) => "#### *",
        _ when heading.StartsWith("### Approach: ", StringComparison.Ordinal) => "### Approach: *",
        _ => heading,
    };

    /// <summary>The fence stays as a word, so that a section holding only code is not empty.</summary>
    private static string OutsideCode(string document) => Regex.Replace(document, @"^(`{3,})[a-z]*\n.*?^\1$", "code", RegexOptions.Multiline | RegexOptions.Singleline);
}
