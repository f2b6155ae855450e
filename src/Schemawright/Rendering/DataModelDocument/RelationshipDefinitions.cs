using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>One row per foreign key: who refers to whom, how many, what it means and what the server does.</summary>
internal sealed class RelationshipDefinitions : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Relationship Definitions";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var rows = source.Tables.SelectMany(table => table.Table.ForeignKeys.Select(key => Row(source, table, key))).ToArray();
        if (rows.Length == 0)
        {
            text.Paragraph("The documents relate no entity to another, so there is no foreign key.");
            return;
        }

        text.Table(["Relationship", "Type", "Description", "Constraints"], rows);
    }

    private static string[] Row(DocumentSource source, TablePair child, PgForeignKey key)
    {
        var design = child.Design?.ForeignKeys.FirstOrDefault(known => string.Equals(known.Name, key.Name.Text, StringComparison.Ordinal));
        var link = design is null ? null : source.LinkOf(child.Design!, design);
        return
        [
            $"{MarkdownEscape.Code(key.Referenced.Name.Text)} → {MarkdownEscape.Code(child.Name)}",
            Type(child.Table, key, link),
            Description(design, link),
            $"{MarkdownEscape.Code(key.Name.Text)} on ({Phrases.Names(key.Columns.Select(column => column.Text))}), ON DELETE {key.OnDelete}{(ForeignKeyShape.IsOptional(child.Table, key) ? "" : ", NOT NULL")}",
        ];
    }

    private static string Type(PgTable table, PgForeignKey key, Relationship? link)
    {
        var parents = ForeignKeyShape.IsOptional(table, key) ? "0..1" : "1";
        var children = ForeignKeyShape.IsUnique(table, key) ? "1" : link?.Children is { Max: { } most, Min: var least } && most > 1 ? $"{least}..{most}" : "N";
        return $"{parents}:{children}";
    }

    private static string Description(ForeignKeyDesign? design, Relationship? link)
    {
        var words = design?.Description is { Length: > 0 } text ? text : link?.Label ?? "";
        var source = design is null ? "" : Phrases.Source(design.Origin);
        return $"{MarkdownEscape.Text(words.Length == 0 ? "" : English.Sentence(words))}{(source.Length > 0 ? $" ({source})" : "")}".Trim();
    }
}
