using System.Globalization;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>The right side of a comparison, and the place after it.</summary>
/// <param name="Column">Set when the value is another attribute.</param>
internal sealed record Value(Expr Expr, string Name, int End, Column? Column = null);

/// <summary>Reads what an attribute is compared with: a figure, a date word, a quoted or listed value, another attribute.</summary>
internal static class Values
{
    public static Value? Read(Speech speech, IReadOnlyList<Token> tokens, int at, int to, Column left)
    {
        if (at >= to)
        {
            return null;
        }

        return TimeOfDay(tokens, at, left) ?? Moment(speech, tokens, at, to, left) ?? (left.IsNumber && Formulas.Opens(tokens, at, to) ? Formulas.Read(speech, tokens, at, to, left) : null) ?? (left.IsNumber ? Formulas.Share(speech, tokens, at, to, left) : null) ?? Figure(tokens, at, left) ?? Listed(tokens, at, left) ?? Formulas.Read(speech, tokens, at, to, left);
    }

    /// <summary>The clock an attribute is compared with; null when it is no date.</summary>
    public static Clock? ClockOf(Column column) =>
        column.IsDate ? new Clock(ClockKind.Today) : column.IsMoment ? new Clock(ClockKind.Now) : null;

    /// <summary>The value of an enumeration, true or false, or a quoted text.</summary>
    public static Value? Listed(IReadOnlyList<Token> tokens, int at, Column left)
    {
        var token = tokens[at];
        if (left.Type.Kind == DataKind.Boolean)
        {
            return token.IsAny("true", "false") ? new(Literal.Bool(token.Is("true")), token.Lower, at + 1) : null;
        }

        if (Enumerated(token.Text, left) is { } value)
        {
            return new(Literal.String(value), value, at + 1);
        }

        return token.Kind == TokenKind.Quoted && left.IsText ? new(Literal.String(token.Text), token.Text, at + 1) : null;
    }

    /// <summary>The value as the model spells it.</summary>
    public static string? Enumerated(string words, Column column)
    {
        var key = Naming.Snake(words);
        return column.Type.Values.FirstOrDefault(value => string.Equals(Naming.Snake(value), key, StringComparison.Ordinal));
    }

    private static Value? Moment(Speech speech, IReadOnlyList<Token> tokens, int at, int to, Column left)
    {
        if (ClockOf(left) is not { } clock)
        {
            return null;
        }

        var start = tokens[at].IsAny("the") ? at + 1 : at;
        if (start < to && NowEnd(tokens, start) is { } end)
        {
            return Shifted(clock, tokens[start].IsAny("now") || tokens[end - 1].IsAny("time", "moment") ? "now" : "today", tokens, end, to);
        }

        if (Figures.PeriodAt(tokens, at, out var after) is { } period && after < to)
        {
            var sign = tokens[after].IsAny("from", "after") ? ArithmeticOp.Add : tokens[after].IsAny("ago", "before", "prior") ? ArithmeticOp.Subtract : (ArithmeticOp?)null;
            if (sign is not { } shift)
            {
                return null;
            }

            if (tokens[after].Is("ago") || (after + 1 < to && NowEnd(tokens, after + 1) is not null))
            {
                var last = tokens[after].Is("ago") ? after + 1 : NowEnd(tokens, after + 1)!.Value;
                return new(new Arithmetic(shift, clock, new Interval(period)), $"{period} {(shift == ArithmeticOp.Add ? "ahead" : "ago")}", last);
            }

            return speech.At(tokens, after + 1) is { } anchor && ClockOf(anchor.Column) is not null
                ? new(new Arithmetic(shift, anchor.Ref, new Interval(period)), $"{period} {tokens[after].Lower} {anchor.Column.Name}", anchor.End, anchor.Column)
                : null;
        }

        return null;
    }

    private static Value Shifted(Clock clock, string name, IReadOnlyList<Token> tokens, int at, int to)
    {
        if (at + 1 < to && tokens[at].IsAny("+", "-", "plus", "minus") && Figures.PeriodAt(tokens, at + 1, out var end) is { } period)
        {
            var op = tokens[at].IsAny("+", "plus") ? ArithmeticOp.Add : ArithmeticOp.Subtract;
            return new(new Arithmetic(op, clock, new Interval(period)), $"{name} {(op == ArithmeticOp.Add ? "plus" : "minus")} {period}", end);
        }

        return new(clock, name, at);
    }

    private static int? NowEnd(IReadOnlyList<Token> tokens, int at)
    {
        if (at >= tokens.Count)
        {
            return null;
        }

        var end = tokens[at].IsAny("today", "now", "current_date", "today's", "sysdate") ? at + 1
            : tokens[at].IsAny("current", "present") && at + 1 < tokens.Count && tokens[at + 1].IsAny("date", "day", "time", "moment") ? at + 2 : -1;
        if (end < 0)
        {
            return null;
        }

        end += tokens[at].Is("today") && end < tokens.Count && tokens[end].Is("date") ? 1 : 0;
        return end + 1 < tokens.Count && tokens[end].Is("(") && tokens[end + 1].Is(")") ? end + 2 : end;
    }

    private static Value? Figure(IReadOnlyList<Token> tokens, int at, Column left) =>
        left.IsNumber && Figures.At(tokens, at) is { } said && InUnit(tokens[at], said, left) is var number
            ? new(Literal.Number(number), number.ToString(CultureInfo.InvariantCulture), End(tokens, at + 1, left))
            : null;

    /// <summary>"6:00", "8 pm", "noon" of an attribute that is a time of day.</summary>
    private static Value? TimeOfDay(IReadOnlyList<Token> tokens, int at, Column left)
    {
        if (left.Type.Kind != DataKind.Time)
        {
            return null;
        }

        if (tokens[at].IsAny("noon", "midday", "midnight"))
        {
            return new(Literal.String(tokens[at].Is("midnight") ? "00:00" : "12:00"), tokens[at].Lower, at + 1);
        }

        var half = at + 1 < tokens.Count && tokens[at + 1].IsAny("am", "pm", "a.m", "p.m") ? tokens[at + 1].Lower[0] : '-';
        if (tokens[at].Kind != TokenKind.Number || (tokens[at].Unit != "time" && half == '-'))
        {
            return null;
        }

        var parts = tokens[at].Text.Split(':');
        if (!int.TryParse(parts[0], CultureInfo.InvariantCulture, out var hour) || hour > 24 || (half != '-' && hour > 12))
        {
            return null;
        }

        hour = half == 'p' && hour < 12 ? hour + 12 : half == 'a' && hour == 12 ? 0 : hour;
        return new(Literal.String($"{hour:00}:{(parts.Length > 1 ? parts[1] : "00")}"), tokens[at].Text, half == '-' ? at + 1 : at + 2);
    }

    /// <summary>8 MB of a number that is counted in megabytes is 8.</summary>
    private static decimal InUnit(Token token, decimal number, Column column) => token.Unit is not "bytes" ? number : column.Words[^1] switch
    {
        "kb" => number / 1024,
        "mb" => number / 1048576,
        "gb" => number / 1073741824,
        _ => number,
    };

    /// <summary>A unit after a figure belongs to it: "0 dollars", "5 percent".</summary>
    private static int End(IReadOnlyList<Token> tokens, int at, Column left) =>
        at < tokens.Count && left.Words.Count > 1 && tokens[at].Is(left.Words[^1]) ? at + 1 : Measures.After(tokens, at, left);
}
