using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Entries;

namespace Schemawright.Facts.Structure;

/// <summary>Reads tables of fields, whatever their headers are called. Tables of risks, metrics and permissions have no types and do not match.</summary>
internal sealed class FieldTableReader : IFactReader
{
    private const int FewestFields = 3;

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Table);
        var section = new Section();
        var sections = DataSections.Of(document);
        var titles = Titles(document, facts, sections);
        var stars = MarkLegend.Stars(document);
        foreach (var block in document.Blocks)
        {
            if (block is TableBlock table && !facts.IsClaimed(table))
            {
                var described = sections.SubjectOf(table);
                if ((described is null ? FieldTable.Of(table) : FieldTable.OfNames(table)) is { } fields)
                {
                    ReadTable(fields, described, section, titles, stars, writer);
                }
            }

            section.Pass(block);
        }
    }

    private static void ReadTable(FieldTable fields, string? described, Section section, IReadOnlySet<string> titles, bool stars, FactWriter writer)
    {
        var table = fields.Table;
        var subject = described ?? LeadIns.Entity(section.LeadIn?.Raw) ?? Subjects.OfData(table.Headings) ?? (fields is { Type: >= 0 } && (fields.LooksStored || IsData(table)) ? Subjects.OfBareTitle(table.Headings) : null);
        var parted = subject is null && table.Rows.Count > 2 && fields.SectionOf(table.Rows[0]) is not null;
        if (described is null && !fields.NamesEntities && !parted && (subject is null || Subjects.IsInterface(table.Headings) || (!fields.LooksStored && !Subjects.IsDataModel(table.Headings) && !IsData(table))))
        {
            return;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        var current = subject;
        foreach (var row in table.Rows)
        {
            current = fields.EntityOf(row) ?? (parted ? fields.SectionOf(row) : null) ?? current;
            writer.Facts.Classify(row.Span, StatementClass.Fact, "a row of a table of fields");
            foreach (var name in fields.NamesOf(row))
            {
                if (current is null || fields.Fact(row, writer.Blank(current, name, row.Span, TableColumns.Words(row)), titles) is not { } fact)
                {
                    continue;
                }

                if (known.Add(current))
                {
                    section.Announce(writer, current, row.Span, weak: false);
                }

                writer.Attribute(stars && fact.Required is null ? fact with { Required = fields.IsStarred(row) } : fact);
            }
        }

        writer.Facts.Claim(table);
    }

    /// <summary>The keys of the things named so far and of those that stand in bold or over a table in the data model.</summary>
    private static HashSet<string> Titles(ProductDocument document, FactCollector facts, DataSections sections)
    {
        var headed = document.Blocks.OfType<TableBlock>().Select(table => sections.SubjectOf(table) ?? Subjects.OfData(table.Headings)).OfType<string>();
        var entries = DataEntry.In(document, facts).SelectMany(found => found.Entries).Select(entry => entry.Title);
        return facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => fact.Name).Concat(headed).Concat(entries).Select(Naming.EntityKey).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Several typed fields that say which are required hold data; those of a form, a screen or a message stand under its name.</summary>
    private static bool IsData(TableBlock table) =>
        table.Rows.Count >= FewestFields && FieldColumns.SayMore(table) && !table.Headings.Any(ScreenWords.Name);
}

/// <summary>Words by which a heading tells that its section shows a part of the application, not data.</summary>
internal static class ScreenWords
{
    private static readonly string[] Words =
        ["form", "screen", "page", "dialog", "modal", "filter", "filters", "report", "dashboard", "ui", "view", "wizard", "step", "input", "output", "settings", "config", "environment", "component", "props", "widget", "search", "import", "export", "csv", "metrics", "kpi"];

    public static bool Name(string heading) => Array.Exists(Words, word => TextScan.HasWord(heading, word));
}
