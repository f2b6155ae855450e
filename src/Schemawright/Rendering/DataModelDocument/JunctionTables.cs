using Schemawright.Design;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The tables that resolve many-to-many relationships.</summary>
internal sealed class JunctionTables : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Junction Tables";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var tables = source.Tables.Where(table => table.Kind == TableKind.Junction).ToArray();
        if (tables.Length == 0)
        {
            text.Paragraph("There is no junction table, because the documents state no many-to-many relationship.");
        }

        foreach (var table in tables)
        {
            TableChapter.Write(source, table, text);
        }
    }
}
