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
            var part = new Part(MermaidDiagram.Box(table.Table, names), [.. table.Table.ForeignKeys.Select(key => MermaidDiagram.Link(source.Model, table, key, names))]);
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

    private sealed record Part(string Box, string[] Links)
    {
        public int Size => Box.Length + Links.Sum(link => link.Length + 1);
    }
}
