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

        return Moment(speech, tokens, at, to, left) ?? Figure(tokens, at, left) ?? Listed(tokens, at, left) ?? Formulas.Read(speech, tokens, at, to, left);
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
        left.IsNumber && Figures.At(tokens, at) is { } number
            ? new(Literal.Number(number), number.ToString(CultureInfo.InvariantCulture), End(tokens, at + 1, left))
            : null;

    /// <summary>A unit after a figure belongs to it: "0 dollars", "5 percent".</summary>
    private static int End(IReadOnlyList<Token> tokens, int at, Column left) =>
        at < tokens.Count && left.Words.Count > 1 && tokens[at].Is(left.Words[^1]) ? at + 1
        : at < tokens.Count && tokens[at].IsAny("dollars", "euros", "usd", "eur", "percent", "units", "items") ? at + 1 : at;
}
