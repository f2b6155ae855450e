using Schemawright.Design;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>One table: what it is for, where it comes from, its statements as they run, and its rules in words.</summary>
internal static class TableChapter
{
    public static void Write(DocumentSource source, TablePair table, MarkdownText text)
    {
        text.Heading(4, $"{MarkdownEscape.Text(table.Design?.Entity ?? table.Name)} Table");
        WriteBody(source, table, text);
    }

    public static void WriteBody(DocumentSource source, TablePair table, MarkdownText text)
    {
        text.Paragraph(Purpose(source, table));
        text.Sql(source.Placement.OfTable(table.Name).Select(statement => statement.Sql));
        if (table.Table.ForeignKeys.Count > 0)
        {
            text.Paragraph($"References {English.List(table.Table.ForeignKeys.Select(Reference))}.");
        }

        var rules = TableRules.Of(table).ToArray();
        if (rules.Length > 0)
        {
            text.Paragraph("Rules the server enforces on each row:");
            text.Table(["Rule", "Enforced by", "Source"], rules);
        }
    }

    private static string Purpose(DocumentSource source, TablePair table)
    {
        var design = table.Design;
        var facts = new List<string> { MarkdownEscape.LineStart(English.Sentence(English.Capital(design?.Comment ?? table.Table.Comment))) };
        var origin = Phrases.Source(table.Table.Origin);
        if (origin.Length > 0)
        {
            facts.Add($"Source: {origin}.");
        }

        if (design is not null)
        {
            facts.Add(English.Sentence(English.Capital(English.List(Traits(design, source.Design.Tenancy.TenantColumn is not null)))));
        }

        return string.Join(' ', facts.Where(fact => fact.Length > 0));
    }

    private static IEnumerable<string> Traits(TableDesign design, bool hasTenants)
    {
        (bool Holds, string Words)[] traits =
        [
            (hasTenants && design.Scope == TenantScope.Global, "shared by all tenants"),
            (design.Scope == TenantScope.TenantRoot, "each row is a tenant"),
            (design.Scope == TenantScope.Scoped, "each row belongs to one tenant"),
            (design.NormalForm.Length > 0, design.NormalForm),
            (design.Audited, "changes are audited"),
            (design.OptimisticLock, "versioned"),
            (design.SoftDelete, "deleted softly"),
            (design.Partition is not null, "partitioned"),
        ];
        foreach (var trait in traits.Where(trait => trait.Holds))
        {
            yield return trait.Words;
        }
    }

    private static string Reference(PgForeignKey key) =>
        $"{MarkdownEscape.Code(key.Referenced.Name.Text)} by {Phrases.Names(key.Columns.Select(column => column.Text).TakeLast(1))}";
}
