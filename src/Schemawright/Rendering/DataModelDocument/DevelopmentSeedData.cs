using Schemawright.Collections;
using Schemawright.Design;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The rows every installation starts with, as they are inserted, and where development data is.</summary>
internal sealed class DevelopmentSeedData : IDocumentSection
{
    private const int MostRows = 40;

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
        WriteRows(source, text);
    }

    private static void WriteRows(DocumentSource source, MarkdownText text)
    {
        var shown = Shown(source.Design).ToArray();
        var statements = shown.SelectMany(seed => SeedFiles.Inserts(source.Design, source.Schema, seed)).ToArray();
        if (statements.Length > 0)
        {
            text.Paragraph(shown.Length == source.Design.Seeds.Count
                ? "Run again, they change nothing:"
                : $"The first {English.Figure(shown.Length)} tables; `db/seeds/` holds all. Run again, they change nothing:");
            text.Sql(statements);
        }
    }

    /// <summary>Parents come first, so any number of the first tables stands on its own, up to one whose rows must agree with rows that follow.</summary>
    private static IEnumerable<SeedDesign> Shown(DataDesign design)
    {
        var rows = 0;
        return design.Seeds.OrderByDescending(seed => seed.Essential).TakeWhile(seed => (rows += seed.Rows.Count) <= MostRows && design.Find(seed.Table) is not { Balances.Count: > 0 });
    }
}
