using Schemawright.Terms;

namespace Schemawright.Facts.Language;

/// <summary>A length of time found in a sentence, with its place.</summary>
public sealed record FoundPeriod(Period Period, int Start, int End);

/// <summary>Finds lengths of time: 7 years, a 30-day window, 48h, two weeks, 5 business days, daily.</summary>
public static class Periods
{
    private static readonly (string Word, PeriodUnit Unit)[] Frequencies =
    [
        ("hourly", PeriodUnit.Hour), ("daily", PeriodUnit.Day), ("nightly", PeriodUnit.Day), ("weekly", PeriodUnit.Week),
        ("monthly", PeriodUnit.Month), ("quarterly", PeriodUnit.Quarter), ("yearly", PeriodUnit.Year), ("annually", PeriodUnit.Year), ("annual", PeriodUnit.Year),
    ];

    /// <summary>The first length of time at or after the place, or null.</summary>
    public static FoundPeriod? Find(string text, int from = 0)
    {
        for (var at = from; at < text.Length; at++)
        {
            if ((at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_' or ',')) || !char.IsLetterOrDigit(text[at]))
            {
                continue;
            }

            if (ReadAmount(text, at) is var (amount, end) && ReadUnit(text, end) is var (unit, unitEnd))
            {
                return new(new Period(amount, unit), at, unitEnd);
            }
        }

        return null;
    }

    public static Period? In(string text) => Find(text)?.Period;

    /// <summary>How often: "daily" is every day, "every 6 hours" every six hours; null when not said.</summary>
    public static Period? Frequency(string text)
    {
        var every = text.After("every", "each", "once a", "once per");
        if (every >= 0 && Find(text, every) is { } period && period.Start <= every + 2)
        {
            return period.Period;
        }

        if (every >= 0 && ReadUnit(text, every) is var (unit, _))
        {
            return new Period(1, unit);
        }

        foreach (var (word, frequency) in Frequencies)
        {
            if (text.Says(word))
            {
                return text.Says($"bi-{word}") ? new Period(2, frequency) : new Period(1, frequency);
            }
        }

        return null;
    }

    /// <summary>How many months the period has, rounded; used for planning horizons.</summary>
    public static int Months(Period period) => (int)Math.Round(period.ApproximateSeconds / new Period(1, PeriodUnit.Year).ApproximateSeconds * 12);

    private static (decimal Amount, int End)? ReadAmount(string text, int at)
    {
        if (Numbers.TryRead(text, at, out var value, out var end))
        {
            return (value, end);
        }

        var stop = at;
        while (stop < text.Length && char.IsLetter(text[stop]))
        {
            stop++;
        }

        return stop < text.Length && Numbers.OfWord(text.AsSpan(at, stop - at)) is { } number ? (number, stop) : null;
    }

    private static (PeriodUnit Unit, int End)? ReadUnit(string text, int at)
    {
        if (at < text.Length && text[at] == '+')
        {
            at++;
        }

        if (at < text.Length && text[at] is ' ' or '-')
        {
            at++;
        }

        var word = Word(text, at);
        var end = at + word.Length;
        if (word is "business" or "working" && Word(text, end + 1) is "day" or "days")
        {
            return (PeriodUnit.BusinessDay, end + 1 + Word(text, end + 1).Length);
        }

        if (word is "calendar" && end + 1 < text.Length)
        {
            return ReadUnit(text, end);
        }

        return Units.Time(word) is { } unit ? (unit, end) : null;
    }

    private static string Word(string text, int at)
    {
        var stop = Math.Min(at, text.Length);
        var start = stop;
        while (stop < text.Length && char.IsLetter(text[stop]))
        {
            stop++;
        }

        return text[start..stop];
    }
}
