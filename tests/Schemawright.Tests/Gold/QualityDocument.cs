using System.Text;
using Schemawright.Collections;

namespace Schemawright.Tests.Gold;

/// <summary>Writes docs/reading-quality.md.</summary>
internal sealed class QualityDocument(ReadingQuality quality, Dictionary<string, double> first)
{
    public const string RealHeading = "## Real products\n";
    private const string Worst = "Farthest from their gold (F1 of tables, attributes and references together): ";
    private const int Shown = 8;

    /// <param name="before">The document as it is: its section on real products stays when none were measured.</param>
    public string Write(string before)
    {
        var text = new StringBuilder(QualityWords.Opening);
        text.Append("\n## Short texts\n\n").Append(QualityWords.Texts).Append('\n');
        Texts(text);
        text.Append("\n## Examples\n\n").Append(QualityWords.Examples).Append('\n');
        Products(text, quality.Examples);
        text.Append('\n').Append(quality.Real.Count > 0 ? Real() : SectionOf(before)).Append('\n').Append(QualityWords.Counting);
        return text.ToString();
    }

    private void Texts(StringBuilder text)
    {
        text.Append("| part | texts | what | precision | recall | F1 | mean F1 of a text | F1 at first |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var part in ReadingQuality.Parts.Where(part => quality.Of(part).Any()))
        {
            var texts = quality.Of(part).ToList();
            foreach (var measure in TextMeasure.All)
            {
                var tally = measure.Micro(texts);
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {part} | {texts.Count} | {measure.Name} | {Precision(tally)} | {Tally.Percent(tally.Recall)} | {Tally.Percent(tally.F1)} | {Tally.Percent(measure.MeanF1(texts))} | {AtFirst($"{part} {measure.Name}")} |\n");
            }
        }

        foreach (var part in ReadingQuality.Parts.Where(part => quality.Of(part).Any()))
        {
            Remarks(text, part, [.. quality.Of(part)]);
        }
    }

    private static void Remarks(StringBuilder text, string part, List<ScoredText> texts)
    {
        var worst = texts.OrderBy(scored => scored.Score.Overall).ThenBy(scored => scored.Text.Name, StringComparer.Ordinal).Take(Shown);
        text.Append("\n### The ").Append(part).Append(" part\n\n").Append(Worst)
            .AppendJoin(", ", worst.Select(scored => $"{scored.Text.Name} {Tally.Percent(scored.Score.Overall)}")).Append(".\n\n");
        text.Append("Invented tables: ").Append(Invented(texts.Select(scored => (scored.Text.Name, scored.Score.InventedTables)))).Append(".\n");
    }

    private static string Invented(IEnumerable<(string Name, Seq<string> Tables)> products)
    {
        var lists = products.Where(product => product.Tables.Count > 0).Select(product => $"{product.Name}: {string.Join(", ", product.Tables.Order(StringComparer.Ordinal))}").ToList();
        return lists.Count == 0 ? "none" : string.Join("; ", lists);
    }

    private string Real()
    {
        var text = new StringBuilder(RealHeading).Append('\n').Append(QualityWords.Real).Append('\n');
        Products(text, quality.Real);
        return text.ToString();
    }

    private void Products(StringBuilder text, Seq<ScoredProduct> products)
    {
        text.Append("| what | ").AppendJoin(" | ", products.Select(product => product.Name)).Append(" |\n|---|").AppendJoin("", products.Select(_ => "---|")).Append('\n');
        foreach (var measure in ProductMeasure.All)
        {
            text.Append("| ").Append(measure.Name).Append(" | ").AppendJoin(" | ", products.Select(product => Cell(measure, product))).Append(" |\n");
        }

        text.Append("\nInvented tables: ").Append(Invented(products.Select(product => (product.Name, product.Score.InventedTables)))).Append(".\n");
    }

    private string Cell(ProductMeasure measure, ScoredProduct product)
    {
        var tally = measure.Of(product.Score);
        var atFirst = $"({AtFirst($"{product.Name} {measure.Name}")})";
        if (tally is { Wanted: 0, Given: 0 })
        {
            return "–";
        }

        return measure.Share
            ? $"{tally.Found} of {tally.Wanted}: {Tally.Percent(tally.F1)} {atFirst}"
            : $"{Precision(tally)} · {Tally.Percent(tally.Recall)} · {Tally.Percent(tally.F1)} {atFirst}";
    }

    private static string Precision(Tally tally) => tally.Given == 0 ? "–" : Tally.Percent(tally.Precision);

    private string AtFirst(string figure) => first.TryGetValue(figure, out var value) ? Tally.Percent(value / 100) : "–";

    private static string SectionOf(string document)
    {
        var start = document.IndexOf(RealHeading, StringComparison.Ordinal);
        if (start < 0)
        {
            return RealHeading + "\n" + QualityWords.Real;
        }

        var end = document.IndexOf("\n## ", start, StringComparison.Ordinal);
        return end < 0 ? document[start..] : document[start..end];
    }
}
