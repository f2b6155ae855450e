namespace Schemawright.Facts.Language;

/// <summary>How days of the week are numbered: "0 = Sunday, 6 = Saturday", "1 (Monday) to 7 (Sunday)".</summary>
/// <param name="Lowest">The number of the first day: 0 or 1.</param>
/// <param name="StartsOn">The first day.</param>
public sealed record Weekdays(int Lowest, DayOfWeek StartsOn)
{
    private static readonly (string Word, DayOfWeek Day)[] Names =
    [
        ("sunday", DayOfWeek.Sunday), ("monday", DayOfWeek.Monday), ("tuesday", DayOfWeek.Tuesday), ("wednesday", DayOfWeek.Wednesday), ("thursday", DayOfWeek.Thursday), ("friday", DayOfWeek.Friday), ("saturday", DayOfWeek.Saturday),
        ("sun", DayOfWeek.Sunday), ("mon", DayOfWeek.Monday), ("sat", DayOfWeek.Saturday),
    ];

    public int Highest => Lowest + 6;

    /// <summary>Null when no day has a number, or the numbers agree on no first day.</summary>
    public static Weekdays? Numbering(string text)
    {
        var pairs = Pairs(text.ToLowerInvariant()).ToArray();
        if (pairs.Length == 0 || pairs.Any(pair => pair.Number > 7) || !pairs.Any(pair => pair.Number is 0 or 1 or 7))
        {
            return null;
        }

        var lowest = pairs.Any(pair => pair.Number == 7) || pairs.All(pair => pair.Number > 0) ? 1 : 0;
        var starts = pairs.Select(pair => (DayOfWeek)(((int)pair.Day - pair.Number + lowest + 14) % 7)).Distinct().ToArray();
        return starts.Length == 1 && pairs.All(pair => pair.Number >= lowest) ? new(lowest, starts[0]) : null;
    }

    private static IEnumerable<(int Number, DayOfWeek Day)> Pairs(string text)
    {
        foreach (var (word, day) in Names)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                var end = at + word.Length;
                if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])) && (Before(text, at) ?? After(text, end)) is { } number)
                {
                    yield return (number, day);
                }
            }
        }
    }

    /// <summary>"0 = Sunday", "0 (Sunday", "0: Sunday", "0 is Sunday".</summary>
    private static int? Before(string text, int at)
    {
        var rest = text[..at].TrimEnd();
        var joint = Array.Find((string[])["=", "(", ":", " is", "→", "->"], mark => rest.EndsWith(mark, StringComparison.Ordinal));
        rest = joint is null ? "" : rest[..^joint.Length].TrimEnd();
        return rest.Length > 0 && char.IsAsciiDigit(rest[^1]) && (rest.Length == 1 || !char.IsLetterOrDigit(rest[^2]) && rest[^2] is not '.') ? rest[^1] - '0' : null;
    }

    /// <summary>"Sunday = 0", "Sunday is 0", "Sunday (0)".</summary>
    private static int? After(string text, int end)
    {
        var rest = text[end..].TrimStart();
        var joint = Array.Find((string[])["=", "(", "is "], mark => rest.StartsWith(mark, StringComparison.Ordinal));
        rest = joint is null ? "" : rest[joint.Length..].TrimStart();
        return rest.Length > 0 && char.IsAsciiDigit(rest[0]) && (rest.Length == 1 || !char.IsLetterOrDigit(rest[1])) ? rest[0] - '0' : null;
    }
}
