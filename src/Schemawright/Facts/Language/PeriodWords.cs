using System.Globalization;
using Schemawright.Terms;

namespace Schemawright.Facts.Language;

/// <summary>Lengths of time in words: "30 days", "7-year", "72h", "2 business days".</summary>
public static class PeriodWords
{
    /// <summary>The period a text begins with, or null.</summary>
    public static Period? Read(string text)
    {
        var start = 0;
        while (start < text.Length && !char.IsAsciiDigit(text[start]))
        {
            if (char.IsLetter(text[start]))
            {
                return null;
            }

            start++;
        }

        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        return decimal.TryParse(text.AsSpan(start, end - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && Unit(text[end..]) is { } unit
            ? new Period(amount, unit)
            : null;
    }

    private static PeriodUnit? Unit(string text)
    {
        var words = Naming.Words(text.Length > 40 ? text[..40] : text);
        if (words.Count > 1 && words[0] is "business" or "working" && words[1] is "day" or "days")
        {
            return PeriodUnit.BusinessDay;
        }

        return words.Count == 0 ? null : words[0] switch
        {
            "s" or "sec" or "secs" or "second" or "seconds" => PeriodUnit.Second,
            "min" or "mins" or "minute" or "minutes" => PeriodUnit.Minute,
            "h" or "hr" or "hrs" or "hour" or "hours" => PeriodUnit.Hour,
            "d" or "day" or "days" => PeriodUnit.Day,
            "w" or "week" or "weeks" => PeriodUnit.Week,
            "mo" or "month" or "months" => PeriodUnit.Month,
            "quarter" or "quarters" => PeriodUnit.Quarter,
            "y" or "yr" or "yrs" or "year" or "years" => PeriodUnit.Year,
            _ => null,
        };
    }
}
