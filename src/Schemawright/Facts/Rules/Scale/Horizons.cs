using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Reads for when a figure is meant: now, in six months, in year 3.</summary>
internal static class Horizons
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    /// <summary>Months from now; null when the words name no time.</summary>
    public static int? Of(string words)
    {
        if (words.Says("current", "currently", "now", "today", "initial", "initially", "launch", "at launch", "at first", "baseline", "day 1", "go-live"))
        {
            return 0;
        }

        if (Ordinal(words) is { } nth)
        {
            return nth;
        }

        if (words.After("year", "y") is > 0 and var year && Quantities.First(words[year..].TrimStart('-', ' ')) is { Kind: QuantityKind.Number, Start: 0, Low: >= 1 and <= 20 } number)
        {
            return (int)number.Low * 12;
        }

        if (words.After("month") is > 0 and var month && Quantities.First(words[month..].TrimStart('-', ' ')) is { Kind: QuantityKind.Number, Start: 0, Low: <= 120 } months)
        {
            return (int)months.Low;
        }

        return Within(words) ?? WholeCell(words);
    }

    /// <summary>"in the first year", "by the end of the third year".</summary>
    private static int? Ordinal(string words)
    {
        var at = Array.FindIndex(Ordinals, ordinal => words.Says($"{ordinal} year"));
        return at >= 0 ? (at + 1) * 12 : null;
    }

    /// <summary>"within 2 years", "by year 3", "in six months", "after 18 months".</summary>
    public static int? Within(string words)
    {
        foreach (var opener in (ReadOnlySpan<string>)["within", "in", "after", "over", "next"])
        {
            if (words.After(opener) is >= 0 and var at && Periods.Find(words, at) is { } period && period.Start - at <= 10 && period.Period.Unit is PeriodUnit.Month or PeriodUnit.Year or PeriodUnit.Quarter)
            {
                return Periods.Months(period.Period);
            }
        }

        return null;
    }

    /// <summary>A table head that is nothing but a time: "6 Months", "3 Years".</summary>
    private static int? WholeCell(string words) =>
        Periods.Find(words) is { Start: 0 } period && words[period.End..].Trim().Length == 0 && period.Period.Unit is PeriodUnit.Month or PeriodUnit.Year ? Periods.Months(period.Period) : null;
}
