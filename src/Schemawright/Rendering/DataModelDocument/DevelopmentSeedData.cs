namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The rows every installation starts with, as they are inserted, and where development data is.</summary>
internal sealed class DevelopmentSeedData : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Development Seed Data";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var seeds = source.Design.Seeds;
        if (seeds.Count == 0)
        {
            text.Paragraph("There is nothing to seed: the documents name no rows the product starts with.");
            return;
        }

        text.Table(
            ["Table", "Rows", "For", "Description"],
            seeds.Select(seed => (string[])
            [
                MarkdownEscape.Code(seed.Table),
                English.Figure(seed.Rows.Count),
                seed.Essential ? "every installation" : "development",
                $"{MarkdownEscape.Text(seed.Description)}{(Phrases.Source(seed.Origin) is { Length: > 0 } origin ? $" ({origin})" : "")}",
            ]));
        text.Sql(source.Placement.Sql(Place.Seeds));
    }
}
