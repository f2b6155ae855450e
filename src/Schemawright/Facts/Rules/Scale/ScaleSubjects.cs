using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Finds the words that name what a figure counts, and the rate behind them: "10,000 requests per minute", "4 items each".</summary>
internal static class ScaleSubjects
{
    private static readonly string[] Ends =
    [
        ",", ";", "(", ")", ".", " within ", " by ", " for ", " in ", " on ", " with ", " at ", " initially", " during ", " to ", " per ", " from ", " and ", " a year", " a month", " a day", " each", " while ", " of ", " up ", "|", " using ",
        "<", " under ", " who ", " that ", "/", " growth",
    ];

    /// <returns>The subject, the figure with the rate found behind the subject, and whether it is meant "each".</returns>
    public static (string Subject, Quantity Figure, bool Each) Of(OutlineLine line, Quantity figure, int next)
    {
        var after = line.Text[figure.End..Math.Max(figure.End, next)];
        var skipped = after.Length - after.TrimStart('+', ' ').Length;
        var words = after[skipped..];
        words = words.StartsWith("of ", StringComparison.OrdinalIgnoreCase) ? words[3..] : words;
        var noun = UpToEnd(words);
        var end = noun.Length == 0 ? figure.End : line.Text.IndexOf(noun, figure.End, StringComparison.Ordinal) + noun.Length;
        var (period, perNoun, _) = QuantityRate.After(line.Text, end);
        var rated = figure with { PerPeriod = figure.PerPeriod ?? period, PerNoun = figure.PerNoun ?? (IsSlash(line.Text, end) ? null : perNoun) };
        var each = line.Text[end..].TrimStart() is "each" or ['e', 'a', 'c', 'h', '.' or ',' or ';', ..];
        return (Name(line, figure, noun), rated, each);
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
        var before = text[..figure.Start].TrimEnd(' ', '<', '≤', '~', '=');
        foreach (var opener in (ReadOnlySpan<string>)[" within", " in under", " under", " in", " with", " below", " less than"])
        {
            before = before.EndsWith(opener, StringComparison.OrdinalIgnoreCase) ? before[..^opener.Length] : before;
        }

        return before.Trim();
    }

    private static string UpToEnd(string words)
    {
        foreach (var stop in Ends)
        {
            words = words.IndexOf(stop, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? words[..at] : words;
        }

        return words.Trim(' ', ':', '<', '>', '~', '$', '-', '+', '≤', '≥');
    }
}
