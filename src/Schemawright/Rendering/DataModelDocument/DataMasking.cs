using Schemawright.Design;
using Schemawright.Domain;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The views people without the right read, as they run.</summary>
internal sealed class DataMasking : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Data Masking";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var masked = source.Design.Views.Where(view => view.Masked).ToArray();
        text.Paragraph(masked.Length == 0 ? NoMask(source) : $"{English.Capital(English.Count(masked.Length, "view"))} {English.Verb(masked.Length, "shows", "show")} rows to people who may not see everything; whatever a mask does not expect becomes `***`, and each reads its table as the owner, because its readers may not: the owner is bound by {(source.Design.Tenancy.TenantColumn is null ? "row security" : "the tenant of the session")}, and the limits of single roles stand in the view itself.");
        if (source.Design.Views.Count > 0)
        {
            text.Table(["View", "Of", "Shows"], source.Design.Views.Select(view => (string[])
                [MarkdownEscape.Code(view.Name), MarkdownEscape.Code(view.Table), $"{MarkdownEscape.Text(English.Sentence(view.Comment))}{Origin(view)}"]));
        }

        text.Sql(source.Placement.Sql(Place.Views));
        var grants = source.Placement.Sql(Place.Grants).ToArray();
        if (grants.Length > 0)
        {
            text.Paragraph("The rights on tables, columns, functions and views; first everything is taken from everybody:");
            text.Sql(grants);
        }
    }

    private static string Origin(ViewDesign view) => Phrases.Source(view.Origin) is { Length: > 0 } source ? $" ({source})" : "";

    private static string NoMask(DocumentSource source) => source.Design.Tables.Any(table => table.Columns.Any(column => column.Privacy != PrivacyClass.None))
        ? "No view masks values: the documents ask for no partial view of personal data, and who may not see it is not granted the column."
        : "There is nothing to mask, because no column is classified as personal.";
}
