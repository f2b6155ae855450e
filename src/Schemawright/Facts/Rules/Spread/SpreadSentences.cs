using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Spread;

/// <summary>Takes from one line how rows are spread.</summary>
internal static class SpreadSentences
{
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal) { ",", ":", "(", "–", "—", "and", "but", "while", "where", "that", "because", "since", "as", "so", "expect", "assume", "typically", "usually", "currently", "today", "skew" };

    public static IReadOnlyList<FoundSpread> Read(OutlineLine line)
    {
        var text = line.Whole;
        if (!MaySay(text))
        {
            return [];
        }

        var found = new List<FoundSpread>();
        foreach (var clause in SpreadWords.Clauses(text))
        {
            found.AddRange(OfClause(clause, text));
        }

        return found.Count == 0 && line.Label is { Length: > 2 } label && ScaleTells(line) ? [.. Labelled(line, label)] : found;
    }

    /// <summary>The line without what tells a spread: its figures count nothing.</summary>
    public static OutlineLine Without(OutlineLine line)
    {
        var found = Read(line);
        if (found.Count == 0)
        {
            return line;
        }

        var before = line.Whole.Length - line.Text.Length;
        var text = line.Text.ToCharArray();
        foreach (var spread in found)
        {
            text.AsSpan(Math.Max(0, spread.Start - before)..Math.Clamp(spread.End - before, 0, text.Length)).Fill(' ');
        }

        return line with { Text = new string(text) };
    }

    private static IEnumerable<FoundSpread> Labelled(OutlineLine line, string label)
    {
        var before = line.Whole.Length - line.Text.Length;
        return SpreadWords.Clauses(line.Text).SelectMany(clause => SpreadOverValues.Labelled(clause, label)).Where(found => found.Share.Low is not null)
            .Select(found => found with { Start = found.Start + before, End = found.End + before });
    }

    private static bool ScaleTells(OutlineLine line) => Scale.ScaleLineReader.InSection(line);

    private static List<FoundSpread> OfClause(SpreadWord[] words, string text)
    {
        var found = new List<FoundSpread>();
        for (var at = 0; at < words.Length; at++)
        {
            if (at > 0 && !Openers.Contains(words[at - 1].Text))
            {
                continue;
            }

            var here = SpreadOverHolders.At(words, at) is { } held ? [held] : SpreadOverTime.At(words, at, text) is { } aged ? [aged] : SpreadOverValues.At(words, at).ToArray();
            found.AddRange(here);
            while (here.Length > 0 && at + 1 < words.Length && words[at + 1].Start < here[^1].End)
            {
                at++;
            }
        }

        return found;
    }

    private static bool MaySay(string text) =>
        text.Contains('%', StringComparison.Ordinal) || Language.Phrases.Says(text, "percent", "per cent", "pct", "half", "third", "thirds", "quarter", "quarters", "fifth", "tenth", "tenths", "most", "majority", "bulk", "out of", "almost all", "nearly all", "in ten", "in 10", "handful");
}
