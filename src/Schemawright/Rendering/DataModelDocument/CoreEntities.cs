using Schemawright.Design;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The tables the product is about.</summary>
internal sealed class CoreEntities : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Core Entities";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var tables = source.Tables.Where(table => table.Kind == TableKind.Core).ToArray();
        if (tables.Length == 0)
        {
            text.Paragraph("The documents describe no entity of their own, so there is no core table.");
        }

        foreach (var table in tables)
        {
            TableChapter.Write(source, table, text);
        }
    }
}
