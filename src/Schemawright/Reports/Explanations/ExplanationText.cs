using Schemawright.Collections;

namespace Schemawright.Reports.Explanations;

/// <summary>Explanations for people.</summary>
public static class ExplanationText
{
    public static IEnumerable<ReportLine> Write(Seq<Explanation> explanations)
    {
        foreach (var explanation in explanations)
        {
            yield return new([new($"{explanation.Kind} ", Tone.Faint), new(Printable.Of(explanation.Name), Tone.Strong)]);
            yield return ReportLine.Of(Printable.Of(explanation.Summary));
            foreach (var part in explanation.Parts)
            {
                yield return ReportLine.Empty;
                yield return ReportLine.Of(part.Title, Tone.Note);
                foreach (var line in part.Items.SelectMany(Lines))
                {
                    yield return line;
                }
            }

            yield return ReportLine.Empty;
        }
    }

    private static IEnumerable<ReportLine> Lines(ExplainedItem item)
    {
        if (item.Sql is { } sql)
        {
            return sql.Split('\n').Select(line => ReportLine.Of($"  {Printable.Of(line)}"));
        }

        var place = item.Place is { } source ? $"{Printable.Of(source.ToString())}  " : "";
        return [new([new($"  {place}", Tone.Faint), new(Printable.Of(item.Words))])];
    }
}
