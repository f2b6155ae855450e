using System.Text;
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
            Description(source, child, key, design, link),
            $"{MarkdownEscape.Code(key.Name.Text)} on ({Phrases.Names(key.Columns.Select(column => column.Text))}), ON DELETE {key.OnDelete}{(ForeignKeyShape.IsOptional(child.Table, key) ? "" : ", NOT NULL")}",
        ];
    }

    private static string Type(PgTable table, PgForeignKey key, Relationship? link)
    {
        var parents = ForeignKeyShape.IsOptional(table, key) ? "0..1" : "1";
        var children = ForeignKeyShape.IsUnique(table, key) ? "1" : link?.Children is { Max: { } most, Min: var least } && most > 1 ? $"{least}..{most}" : "N";
        return $"{parents}:{children}";
    }

    private static string Description(
        DocumentSource source, TablePair child, PgForeignKey key, ForeignKeyDesign? design, Relationship? link)
    {
        var childName = Words(child.Design?.Entity ?? child.Name);
        var parentName = Words(link?.Parent ?? source.Find(key.Referenced.Name.Text)?.Design?.Entity ?? key.Referenced.Name.Text);
        var role = design is null || string.Equals(Words(design.Role), parentName, StringComparison.OrdinalIgnoreCase) ? "" : $" as {design.Role}";
        var least = ForeignKeyShape.IsOptional(child.Table, key) ? "at most one" : "one";
        var most = ForeignKeyShape.IsUnique(child.Table, key) ? "one at most" : link?.Children.Min > 0 ? "one or more" : "any number";
        var origin = design is null ? "" : Phrases.Source(design.Origin);
        return MarkdownEscape.Text($"Each {childName} names {least} {parentName}{role}; of them, the {parentName} may have {most}.") + (origin.Length > 0 ? $" ({origin})" : "");
    }

    /// <summary><c>OrderItem</c> and <c>order_items</c> as words.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var startsWord = index > 0 && char.IsUpper(name[index]) && char.IsLower(name[index - 1]);
            words.Append(startsWord ? " " : "").Append(name[index] == '_' ? ' ' : char.ToLowerInvariant(name[index]));
        }

        return words.ToString();
    }
}
