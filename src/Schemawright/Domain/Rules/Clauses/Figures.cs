using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Figures and lengths of time among tokens.</summary>
internal static class Figures
{
    private static readonly string[] Words =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>A number in figures or words at the token.</summary>
    public static decimal? At(IReadOnlyList<Token> tokens, int at)
    {
        if (at >= tokens.Count)
        {
            return null;
        }

        var word = Array.IndexOf(Words, tokens[at].Lower);
        return tokens[at].Kind == TokenKind.Number && tokens[at].Unit != "time" ? tokens[at].Value : word >= 0 ? word : null;
    }

    /// <summary>"30 days", "2 years", "30-day": a length of time at the token, and the place after it.</summary>
    public static Period? PeriodAt(IReadOnlyList<Token> tokens, int at, out int end)
    {
        end = at;
        if (at < tokens.Count && tokens[at].Kind == TokenKind.Word && Hyphenated(tokens[at].Lower) is { } joined)
        {
            end = at + 1;
            return joined;
        }

        if ((At(tokens, at) ?? (at < tokens.Count && tokens[at].IsAny("a", "an") ? 1 : null)) is not { } amount)
        {
            return null;
        }

        var unit = at + 1;
        unit += unit < tokens.Count && tokens[unit].IsAny("-", "full", "calendar", "consecutive", "business", "working") ? 1 : 0;
        if (unit >= tokens.Count || UnitOf(tokens[unit].Lower) is not { } kind)
        {
            return null;
        }

        var business = tokens[unit - 1].IsAny("business", "working") && kind == PeriodUnit.Day;
        end = unit + 1;
        return new(amount, business ? PeriodUnit.BusinessDay : kind);
    }

    /// <summary>"30 days old" without amount: the unit a word names.</summary>
    public static PeriodUnit? UnitOf(string word) => word switch
    {
        "second" or "seconds" or "sec" => PeriodUnit.Second,
        "minute" or "minutes" or "min" or "mins" => PeriodUnit.Minute,
        "hour" or "hours" or "hr" or "hrs" => PeriodUnit.Hour,
        "day" or "days" or "night" or "nights" => PeriodUnit.Day,
        "week" or "weeks" => PeriodUnit.Week,
        "month" or "months" => PeriodUnit.Month,
        "quarter" or "quarters" => PeriodUnit.Quarter,
        "year" or "years" => PeriodUnit.Year,
        _ => null,
    };

    private static Period? Hyphenated(string word)
    {
        var dash = word.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && decimal.TryParse(word[..dash], System.Globalization.CultureInfo.InvariantCulture, out var amount) && UnitOf(word[(dash + 1)..]) is { } unit
            ? new(amount, unit)
            : null;
    }
}
