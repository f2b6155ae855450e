using Schemawright.Domain;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>What was modelled, from what, on which technology, and the choices that shape the whole.</summary>
internal sealed class Overview : IDocumentSection
{
    /// <summary>Keys, normal form, redundancy, types, audit, retention, routines, partitions, recovery; tenancy is said first, indexes and masks in their sections.</summary>
    private static readonly int[] Shaping = [3, 4, 5, 7, 8, 9, 13, 14, 15];

    public int Level => 2;

    public string Heading(DocumentSource source) => "Overview";

    public void Write(DocumentSource source, MarkdownText text)
    {
        text.Paragraph(Size(source));
        text.Paragraph(Origin(source));
        text.Paragraph(Rules(source));
        text.Paragraph("What shapes the whole:");
        text.Bullets(Choices(source));
    }

    private static string Size(DocumentSource source)
    {
        var schema = source.Schema;
        var database = source.Domain.Technologies.FirstOrDefault(technology => technology.Role == TechnologyRole.Database);
        var kinds = source.Tables.GroupBy(table => table.Kind).OrderBy(group => group.Key)
            .Select(group => $"{English.Figure(group.Count())} {group.Key.ToString().ToLowerInvariant()}");
        var server = database is null
            ? "PostgreSQL 15 or newer"
            : MarkdownEscape.Text($"{database.Product} {database.Version}".TrimEnd()) + (database.Version is null ? " (15 or newer)" : "");
        return $"This model of **{MarkdownEscape.Text(source.Domain.AppName)}** holds {English.Count(schema.Tables.Count, "table")} ({English.List(kinds)})"
            + $" with {English.Count(schema.Tables.Sum(table => table.Columns.Count), "column")},"
            + $" {English.Count(schema.Tables.Sum(table => table.ForeignKeys.Count), "foreign key")}"
            + $" and {English.Count(schema.Tables.Sum(table => table.Checks.Count), "check")}, in schema {MarkdownEscape.Code(schema.SchemaName.Text)} on {server}.";
    }

    private static string Origin(DocumentSource source)
    {
        var documents = source.Ledger.Entries.GroupBy(entry => entry.Source.Document, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{MarkdownEscape.Text(group.Key)} ({English.Count(group.Count(), "statement")})")
            .ToArray();
        return documents.Length == 0
            ? "No document stated anything, so the model holds only what every product needs."
            : $"It was compiled from {English.List(documents)}. Every table and column below names the line it came from or the decision that made it; `coverage.md` follows every statement the other way.";
    }

    private static string Rules(DocumentSource source)
    {
        var rules = source.Domain.Rules.Count;
        var enforced = source.Design.RuleOutcomes.Count(outcome => outcome.Fate == Fate.Enforced);
        var open = source.Questions.Count;
        var held = rules == 0
            ? "No rule was read beyond types, keys and references."
            : $"{English.Capital(English.Count(rules, "business rule"))} {English.Verb(rules, "was", "were")} read, of which the database itself enforces {English.Figure(enforced)}.";
        var asked = open == 0
            ? "No question to the authors is open."
            : $"{English.Capital(English.Count(open, "question"))} to the authors {English.Verb(open, "stands", "stand")} at the end, each with the assumption taken meanwhile.";
        return $"{held} {asked}";
    }

    /// <summary>Tenancy first, then of each other checklist item the decision that speaks for most of the model.</summary>
    private static IEnumerable<string> Choices(DocumentSource source)
    {
        var tenancy = source.Design.Tenancy;
        yield return $"**{MarkdownEscape.Text(tenancy.Approach)}**: {MarkdownEscape.Text(English.Sentence(tenancy.Reason))}";
        foreach (var item in source.Design.Decisions.Where(decision => Shaping.Contains(decision.ChecklistItem)).GroupBy(decision => decision.ChecklistItem).OrderBy(group => group.Key))
        {
            yield return DecisionList.Weightiest(item)!;
        }
    }
}
