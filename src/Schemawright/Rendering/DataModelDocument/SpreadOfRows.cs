using Schemawright.Domain;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>How unevenly the documents say rows are spread, and what that means for reading them.</summary>
internal static class SpreadOfRows
{
    public static void Write(DocumentSource source, MarkdownText text)
    {
        if (source.Domain.Skews.Count == 0)
        {
            text.Paragraph("No document says that rows are spread unevenly: each parent and each tenant is taken to have as many rows as any other, each value to be as frequent, each month to bring as many.");
            return;
        }

        text.Paragraph("How rows are spread, where the documents say so (the plans of the proof are made for it); all else is taken to be even:");
        text.Bullets(source.Domain.Skews.Select(skew => $"{Words(source, skew)}{(Phrases.Source(skew.Origin) is { Length: > 0 } place ? $" ({place})" : "")}"));
    }

    private static string Words(DocumentSource source, Skew skew)
    {
        var table = skew.Entity is null ? null : source.Design.OfEntity(skew.Entity)?.Name ?? skew.Entity;
        var rows = table is null ? "all rows" : MarkdownEscape.Code(table);
        return skew.Kind switch
        {
            SkewKind.Holder => $"{Percent(skew)} of {rows} lie with {Few(source, skew)}; a query for one of these reads more rows than one for the others.",
            SkewKind.Value => $"{Percent(skew)} of {rows} have {MarkdownEscape.Code($"{skew.Attribute} = {skew.Value}")}.",
            SkewKind.Age => $"{Percent(skew)} of {rows} are at most {skew.Within} old.",
            _ => $"{Percent(skew)} of the reads of {rows} are of the last {skew.Within}.",
        };
    }

    private static string Few(DocumentSource source, Skew skew)
    {
        var holders = MarkdownEscape.Code(source.Design.OfEntity(skew.Holder!)?.Name ?? skew.Holder!);
        return skew.Counted ? $"the largest {(skew.Few > 1 ? English.Figure(skew.Few.Value) : "one")} of {holders}" : $"{English.Figure(skew.Few ?? 0)} % of {holders}";
    }

    private static string Percent(Skew skew) => $"{English.Figure(skew.Percent)} %";
}
