using Schemawright.Terms;

namespace Schemawright.Facts.Language;

/// <summary>One number with its currency or unit, before ranges and bounds are put together.</summary>
/// <param name="Factor">What the unit multiplied the written number with.</param>
internal sealed record QuantityFigure(decimal Value, decimal Factor, QuantityKind Kind, string? Currency, Period? Period, bool Open, int Start, int End)
{
    public static QuantityFigure? Read(string text, int at)
    {
        if (!Numbers.TryRead(text, at, out var value, out var end) || IsDateOrTime(text, at, end))
        {
            return null;
        }

        var open = end < text.Length && text[end] == '+';
        var afterSign = open ? end + 1 : end;
        var start = at > 0 && Units.Currency(text[at - 1]) is not null ? at - 1 : at;
        var currency = start < at ? Units.Currency(text[start]) : null;
        return WithUnit(text, value, start, afterSign, open, currency) ?? (EndsCleanly(text, end) ? new(value, 1, currency is null ? QuantityKind.Number : QuantityKind.Money, currency, null, open, start, afterSign) : null);
    }

    /// <summary>The upper end after "-", "–", "to" or (after "between") "and".</summary>
    public static QuantityFigure? SecondOfRange(string text, QuantityFigure first)
    {
        var at = SkipSpaces(text, first.End);
        var joined = at < text.Length && text[at] is '-' or '–' or '—' ? 1 : StartsWord(text, at, "to") ? 2
            : StartsWord(text, at, "and") && text[Math.Max(0, first.Start - 12)..first.Start].TrimEnd().EndsWith("between", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
        if (joined == 0)
        {
            return null;
        }

        at = SkipSpaces(text, at + joined);
        if (at < text.Length && Units.Currency(text[at]) is not null)
        {
            at++;
        }

        return Read(text, at) is { } second && (second.Value >= first.Value || second.Factor > first.Factor) ? second : null;
    }

    /// <summary>This figure in the other's unit: the 50 of "50-200 MB".</summary>
    public QuantityFigure In(QuantityFigure other) => this with
    {
        Value = Value * other.Factor,
        Factor = other.Factor,
        Kind = other.Kind,
        Currency = other.Currency,
        Period = other.Period is null ? null : other.Period with { Amount = Value },
    };

    private static QuantityFigure? WithUnit(string text, decimal value, int start, int end, bool open, string? currency)
    {
        if (currency is not null)
        {
            return null;
        }

        if (end < text.Length && text[end] is '%' || (end + 1 < text.Length && text[end] == ' ' && text[end + 1] == '%'))
        {
            return new(value, 1, QuantityKind.Percent, null, null, open, start, text[end] == '%' ? end + 1 : end + 2);
        }

        if (end < text.Length && (text[end] == '×' || (text[end] is 'x' or 'X' && EndsCleanly(text, end + 1))))
        {
            return new(value, 1, QuantityKind.Factor, null, null, open, start, end + 1);
        }

        var (word, wordEnd) = UnitWord(text, end);
        return OfWord(text, value, start, wordEnd, open, word);
    }

    private static QuantityFigure? OfWord(string text, decimal value, int start, int end, bool open, string word)
    {
        if (string.Equals(word, "percent", StringComparison.OrdinalIgnoreCase))
        {
            return new(value, 1, QuantityKind.Percent, null, null, open, start, end);
        }

        if (word is "million" or "billion" or "thousand")
        {
            var factor = word switch { "thousand" => 1_000m, "million" => 1_000_000m, _ => 1_000_000_000m };
            return new(value * factor, factor, QuantityKind.Number, null, null, open, start, end);
        }

        if (word is "ms" or "milliseconds" or "msec" or "millisecond")
        {
            return new(value, 1, QuantityKind.Time, null, null, open, start, end);
        }

        if (Units.Bytes(word) is { } bytes && (word.Length > 1))
        {
            return new(value * bytes, bytes, QuantityKind.Bytes, null, null, open, start, end);
        }

        if (Units.Currency(word) is { } currency)
        {
            return new(value, 1, QuantityKind.Money, currency, null, open, start, end);
        }

        if (Periods.Find(text, start) is not { } period || period.Start != start || value != period.Period.Amount)
        {
            return null;
        }

        var milliseconds = new Period(1, period.Period.Unit).ApproximateSeconds * 1000;
        return new(value * milliseconds, milliseconds, QuantityKind.Time, null, period.Period, open, start, period.End);
    }

    private static (string Word, int End) UnitWord(string text, int end)
    {
        var at = end < text.Length && text[end] is ' ' or '-' ? end + 1 : end;
        var stop = at;
        while (stop < text.Length && char.IsLetter(text[stop]))
        {
            stop++;
        }

        return (text[at..stop], stop);
    }

    private static bool IsDateOrTime(string text, int at, int end) =>
        (end + 1 < text.Length && text[end] == ':' && char.IsAsciiDigit(text[end + 1]))
        || (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        || (end - at == 4 && end + 2 < text.Length && text[end] is '-' or '/' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2])
            && end + 3 < text.Length && text[end + 3] is '-' or '/');

    private static bool EndsCleanly(string text, int end) => end >= text.Length || !(char.IsLetter(text[end]) || text[end] is '_' or '\'' or '’');

    private static bool StartsWord(string text, int at, string word) =>
        at + word.Length < text.Length && text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase) && text[at + word.Length] == ' ';

    private static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }
}
