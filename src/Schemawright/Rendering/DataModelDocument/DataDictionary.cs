using Schemawright.Design;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>Every table in one line: purpose, relationships, growth.</summary>
internal sealed class DataDictionary : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Data Dictionary";

    public void Write(DocumentSource source, MarkdownText text)
    {
        if (source.Schema.Tables.Count == 0)
        {
            text.Paragraph("There is no table.");
            return;
        }

        var children = source.Schema.Tables.SelectMany(table => table.ForeignKeys.Select(key => (Parent: key.Referenced.Name.Text, Child: table.Name.Name.Text)))
            .ToLookup(pair => pair.Parent, pair => pair.Child, StringComparer.Ordinal);
        text.Table(["Table", "Purpose", "Key Relationships", "Growth Pattern"], source.Tables.Select(table => (string[])
        [
            MarkdownEscape.Code(table.Name),
            MarkdownEscape.Text(English.Sentence(English.Capital(table.Design?.Comment ?? table.Table.Comment))),
            Relationships(table, children[table.Name]),
            Growth(table.Design?.Volume),
        ]));
        CapacityTables.Write(source, text);
    }

    private static string Relationships(TablePair table, IEnumerable<string> children)
    {
        var parents = table.Table.ForeignKeys.Select(key => key.Referenced.Name.Text).Distinct(StringComparer.Ordinal).ToArray();
        var below = children.Distinct(StringComparer.Ordinal).ToArray();
        return string.Join("; ", new[]
        {
            parents.Length > 0 ? $"to {Phrases.Names(parents)}" : "",
            below.Length > 0 ? $"from {Phrases.Names(below)}" : "",
        }.Where(words => words.Length > 0));
    }

    private static string Growth(VolumeDesign? volume) => volume is null
        ? "not stated"
        : $"{English.Figure(Math.Round(volume.RowsNow))} rows at first, {PerYear(volume)};"
            + $" {MarkdownEscape.Text(English.Sentence(volume.Basis))}{(Phrases.Source(volume.Origin) is { Length: > 0 } source ? $" ({source})" : "")}";

    private static string PerYear(VolumeDesign volume) => volume.RowsPerYear == 0
        ? "no growth stated"
        : $"{English.Figure(Math.Round(volume.RowsPerYear))} more a year";
}
