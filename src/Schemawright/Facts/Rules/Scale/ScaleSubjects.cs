using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Finds the words that name what a figure counts, and the rate behind them: "10,000 requests per minute", "4 items each".</summary>
internal static class ScaleSubjects
{
    private static readonly string[] Ends =
    [
        ",", ";", "(", ")", ".", " within ", " by ", " for ", " in ", " on ", " with ", " at ", " initially", " during ", " to ", " per ", " from ", " and ", " a year", " a month", " a day", " each", " while ", " of ", " up ", "|", " using ",
        "<", " under ", " who ", " that ", "/", " growth", " after ", " once ", " until ", " when ", " over ", " before ", " are ", " is ", " will ",
    ];

    private static readonly string[] Bounding =
        [" within", " in under", " under", " in", " with", " below", " less than", " at most", " is", " are", " of", " at", " must be", " should be", " must", " should", " p50", " p90", " p95", " p99", " (p95)", " 95th percentile", " 99th percentile", " stay", " stays", " remain", " be"];

    /// <returns>The subject, the figure with the rate found behind the subject, and whether it is meant "each".</returns>
    public static (string Subject, Quantity Figure, bool Each) Of(OutlineLine line, Quantity figure, int next)
    {
        var after = line.Text[figure.End..Math.Max(figure.End, next)];
        var skipped = after.Length - after.TrimStart('+', ' ').Length;
        var words = after[skipped..];
        words = words.StartsWith("of ", StringComparison.OrdinalIgnoreCase) ? words[3..] : words;
        var noun = UpToEnd(words);
        noun = noun.Length > 0 && Adverb(line.Text, figure) is { } adverb ? $"{adverb} {noun}" : noun;
        var end = noun.Length == 0 ? figure.End : line.Text.IndexOf(noun, figure.Start, StringComparison.Ordinal) is > 0 and var place ? place + noun.Length : figure.End;
        end = AfterExpected(line.Text, end, next);
        var (period, perNoun, rateEnd) = QuantityRate.After(line.Text, end);
        // "a company a year", "per company per day": a thing and a time.
        var (second, secondNoun, _) = QuantityRate.After(line.Text, rateEnd > end ? rateEnd : figure.End);
        var rated = figure with { PerPeriod = figure.PerPeriod ?? period ?? second, PerNoun = figure.PerNoun ?? (IsSlash(line.Text, end) ? null : perNoun ?? secondNoun) };
        var each = line.Text[end..].TrimStart() is "each" or ['e', 'a', 'c', 'h', '.' or ',' or ';', ..];
        return (Name(line, figure, noun), rated, each);
    }

    /// <summary>"25 daily notes": the adverb belongs to the noun behind it as well.</summary>
    private static string? Adverb(string text, Quantity figure)
    {
        var last = text[figure.Start..Math.Min(figure.End, text.Length)].TrimEnd().Split(' ')[^1];
        return last.ToLowerInvariant() is "daily" or "weekly" or "monthly" or "yearly" or "annual" or "hourly" ? last : null;
    }

    /// <summary>"40,000 batches are expected per year": the rate stands behind the verb.</summary>
    private static int AfterExpected(string text, int end, int next)
    {
        foreach (var verb in (ReadOnlySpan<string>)["are expected", "is expected", "are created", "are made", "are added", "expected", "are anticipated", "are recorded", "are processed"])
        {
            var at = end < next ? text[end..next].Find(verb) : -1;
            if (at is >= 0 and < 3)
            {
                return end + at + verb.Length;
            }
        }

        return end;
    }

    /// <summary>"Letters/parcels" names two things, not a share.</summary>
    private static bool IsSlash(string text, int at) => at < text.Length && text[at] == '/';

    private static string Name(OutlineLine line, Quantity figure, string noun)
    {
        if (figure.Kind is QuantityKind.Number or QuantityKind.Factor && noun.Length > 0)
        {
            return noun.StartsWith("total ", StringComparison.OrdinalIgnoreCase) ? noun[6..] : noun;
        }

        return line.Label ?? (figure.Kind == QuantityKind.Time ? Before(line.Text, figure) : noun);
    }

    /// <summary>"The list loads within 2 seconds" is about the list loading.</summary>
    private static string Before(string text, Quantity figure)
    {
        var before = text[..figure.Start].TrimEnd(' ', '<', '≤', '~', '=', '(');
        var start = before.LastIndexOfAny([';', ',', '|']);
        before = start >= 0 ? before[(start + 1)..].TrimStart() : before;
        for (var cut = true; cut;)
        {
            var opener = Array.Find(Bounding, word => before.EndsWith(word, StringComparison.OrdinalIgnoreCase));
            cut = opener is not null;
            before = cut ? before[..^opener!.Length].TrimEnd(' ', '<', '≤', ':', '=', '(') : before;
        }

        return before.Trim();
    }

    private static string UpToEnd(string words)
    {
        var padded = " " + words.TrimStart();
        foreach (var stop in Ends)
        {
            padded = padded.Seek(stop) is >= 0 and var at ? padded[..at] : padded;
        }

        words = padded;

        return words.Trim(' ', ':', '<', '>', '~', '$', '-', '+', '≤', '≥');
    }
}
