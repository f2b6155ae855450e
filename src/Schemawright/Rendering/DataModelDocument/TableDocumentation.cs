namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The comments the server keeps with each object, so that the schema explains itself.</summary>
internal sealed class TableDocumentation : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Table Documentation";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var comments = source.Placement.Sql(Place.Comments).ToArray();
        if (comments.Length == 0)
        {
            text.Paragraph("There is no object to comment.");
            return;
        }

        text.Paragraph($"{English.Capital(English.Count(comments.Length, "comment"))} travel with the schema; each ends with the line or the decision behind the object.");
        text.Sql([.. comments, .. source.Placement.Sql(Place.Closing)]);
    }
}
