using System.Globalization;
using System.Text;
using Schemawright.Documents;

namespace Schemawright.Tests.Gold;

/// <summary>What was missed and invented, text by text, for those who improve the reader.</summary>
internal static class QualityDetails
{
    private const string FileVariable = "SCHEMAWRIGHT_GOLD_DETAILS";
    private const string OnlyVariable = "SCHEMAWRIGHT_GOLD_ONLY";
    private const string TextsVariable = "SCHEMAWRIGHT_GOLD_TEXTS";

    public static void WriteIfAsked(ReadingQuality quality)
    {
        var file = Environment.GetEnvironmentVariable(FileVariable);
        if (!string.IsNullOrEmpty(file))
        {
            var more = ProseText.In(Environment.GetEnvironmentVariable(TextsVariable) ?? "", "texts").Select(text => new ScoredText(text, text.Score())).ToList();
            File.WriteAllText(file, Of(quality with { Texts = [.. quality.Texts, .. more] }, Environment.GetEnvironmentVariable(OnlyVariable) ?? "") + Sums(more));
        }
    }

    public static string Of(ReadingQuality quality, string only)
    {
        var text = new StringBuilder();
        foreach (var (prose, score) in quality.Texts.Where(scored => scored.Text.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            var figures = TextMeasure.All.Select(measure => $"{measure.Name} {Tally.Percent(measure.Of(score).F1)}");
            text.Append(CultureInfo.InvariantCulture, $"== {prose.Part}/{prose.Name}: {Tally.Percent(score.Overall)} ({string.Join(", ", figures)})\n");
            Read(text, prose);
            text.AppendJoin("", score.Details.Select(line => $"  {line}\n")).Append('\n');
        }

        foreach (var (name, score) in quality.Examples.Concat(quality.Real).Where(product => product.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            text.Append(CultureInfo.InvariantCulture, $"== {name}\n");
            text.AppendJoin("", ProductMeasure.All.Select(measure => (measure.Name, Tally: measure.Of(score))).Select(figure => $"  {figure.Name}: {figure.Tally.Found} found, {figure.Tally.Wanted} wanted, {figure.Tally.Given} given\n"));
            text.AppendJoin("", score.Details.Select(line => $"  {line}\n")).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The figures of texts that lie elsewhere, which docs/reading-quality.md does not show.</summary>
    private static string Sums(List<ScoredText> texts) => texts.Count == 0 ? "" : string.Concat(TextMeasure.All.Select(measure => (measure.Name, Sum: measure.Micro(texts)))
        .Select(figure => $"texts {figure.Name}: precision {Tally.Percent(figure.Sum.Precision)}, recall {Tally.Percent(figure.Sum.Recall)}, F1 {Tally.Percent(figure.Sum.F1)}\n"));

    private static void Read(StringBuilder text, ProseText prose)
    {
        var read = ReadSchema.Of(ReadSchema.Compile(prose.Name, new InputDocument("PRD.md", prose.Text)).Domain);
        foreach (var table in read.Tables)
        {
            var parents = read.Edges.Where(edge => edge.Child == table.Name).Select(edge => $"-> {edge.Parent}");
            text.Append("  read ").Append(table.Name).Append(": ").AppendJoin(", ", table.Columns.Concat(parents)).Append('\n');
        }
    }
}
