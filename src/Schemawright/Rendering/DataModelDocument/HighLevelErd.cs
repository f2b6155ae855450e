using System.Text;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The tables and foreign keys as Mermaid diagrams of a size a renderer takes.</summary>
internal sealed class HighLevelErd : IDocumentSection
{
    /// <summary>Above this a diagram is split.</summary>
    private const int MostTables = 60;

    /// <summary>A renderer refuses diagrams of more than 50,000 characters.</summary>
    private const int MostCharacters = 40_000;

    public int Level => 3;

    public string Heading(DocumentSource source) => "High-Level ERD";

    public void Write(DocumentSource source, MarkdownText text)
    {
        if (source.Schema.Tables.Count == 0)
        {
            text.Paragraph("There is nothing to draw: the documents name no entity.");
            return;
        }

        var names = new MermaidNames(source.Schema.Tables.Select(table => table.Name.Name.Text));
        var parts = Parts(source, names);
        for (var index = 0; index < parts.Count; index++)
        {
            if (parts.Count > 1)
            {
                text.Paragraph($"Diagram {index + 1} of {parts.Count}, {English.Count(parts[index].Count, "table")}; a table without columns is drawn in another diagram.");
            }

            text.Code("mermaid", $"erDiagram\n{string.Join('\n', parts[index].SelectMany(part => part.Links))}\n{string.Join('\n', parts[index].Select(part => part.Box))}");
        }
    }

    private static List<List<Part>> Parts(DocumentSource source, MermaidNames names)
    {
        var parts = new List<List<Part>> { new() };
        var size = 0;
        foreach (var table in source.Tables)
        {
            var part = new Part(Box(table.Table, names), [.. table.Table.ForeignKeys.Select(key => Link(source, table, key, names))]);
            if (parts[^1].Count > 0 && (parts[^1].Count >= MostTables || size + part.Size > MostCharacters))
            {
                parts.Add([]);
                size = 0;
            }

            parts[^1].Add(part);
            size += part.Size;
        }

        return parts;
    }

    private static string Link(DocumentSource source, TablePair child, PgForeignKey key, MermaidNames names)
    {
        var design = child.Design?.ForeignKeys.FirstOrDefault(known => string.Equals(known.Name, key.Name.Text, StringComparison.Ordinal));
        var link = design is null ? null : source.LinkOf(child.Design!, design);
        var label = link?.Label is { Length: > 0 } words && words is not "has" ? words : design?.Role ?? key.Name.Text;
        return $"    {names.Table(key.Referenced.Name.Text)} {(ForeignKeyShape.IsOptional(child.Table, key) ? "|o" : "||")}--{(ForeignKeyShape.IsUnique(child.Table, key) ? "o|" : link?.Children.Min > 0 ? "|{" : "o{")}"
            + $" {names.Table(child.Name)} : \"{MermaidNames.Label(label)}\"";
    }

    private static string Box(PgTable table, MermaidNames names)
    {
        var box = new StringBuilder($"    {names.Table(table.Name.Name.Text)} {{\n");
        var columns = new MermaidNames(table.Columns.Select(column => column.Name.Text));
        foreach (var column in table.Columns)
        {
            var keys = string.Join(", ", Keys(table, column));
            box.Append($"        {MermaidNames.Type(column.Type)} {columns.Table(column.Name.Text)}{(keys.Length > 0 ? " " + keys : "")}\n");
        }

        return box.Append("    }").ToString();
    }

    private static IEnumerable<string> Keys(PgTable table, PgColumn column)
    {
        if (table.PrimaryKey?.Columns.Contains(column.Name) == true)
        {
            yield return "PK";
        }

        if (table.ForeignKeys.Any(key => key.Columns.Contains(column.Name)))
        {
            yield return "FK";
        }

        if (table.Uniques.Any(key => key.Columns.Count == 1 && key.Columns[0] == column.Name))
        {
            yield return "UK";
        }
    }

    private sealed record Part(string Box, string[] Links)
    {
        public int Size => Box.Length + Links.Sum(link => link.Length + 1);
    }
}
