using System.Globalization;
using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Facts.Language;

/// <summary>Limits in the note of an attribute: <c>0-100%</c>, "min 1", "≥ 0", "positive", "1-255 characters", "between 1 and 5".</summary>
public static class RangeWords
{
    private static readonly (string Word, CompareOp Op)[] Comparisons =
    [
        (">=", CompareOp.GreaterOrEqual), ("≥", CompareOp.GreaterOrEqual), ("<=", CompareOp.LessOrEqual), ("≤", CompareOp.LessOrEqual),
        (">", CompareOp.Greater), ("<", CompareOp.Less), ("minimum", CompareOp.GreaterOrEqual), ("maximum", CompareOp.LessOrEqual),
        ("min", CompareOp.GreaterOrEqual), ("max", CompareOp.LessOrEqual), ("at least", CompareOp.GreaterOrEqual), ("at most", CompareOp.LessOrEqual),
        ("up to", CompareOp.LessOrEqual), ("greater than", CompareOp.Greater), ("more than", CompareOp.Greater), ("less than", CompareOp.Less),
    ];

    /// <summary>The limits as a condition on the attribute, or null when the words state none.</summary>
    /// <param name="isText">Then numbers count characters.</param>
    public static Expr? Read(string words, string attribute, bool isText)
    {
        var text = words.Trim();
        var subject = Ref.To(Naming.Snake(attribute));
        return Named(text, subject, isText) ?? Between(text, subject, isText) ?? Compared(text, subject, isText) ?? Both(text, subject, isText);
    }

    /// <summary>"&gt; 0 and ≤ 500": a comparison on either side.</summary>
    private static And? Both(string text, Ref subject, bool isText)
    {
        var and = text.Seek(" and ");
        return and > 0 && Compared(text[..and], subject, isText) is { } low && Compared(text[(and + 5)..], subject, isText) is { } high ? new And([low, high]) : null;
    }

    private static Expr? Named(string text, Ref subject, bool isText) => isText ? null : text.ToLowerInvariant() switch
    {
        "positive" or "must be positive" or "positive only" => new Compare(CompareOp.Greater, subject, Literal.Number(0)),
        "non-negative" or "nonnegative" or "non negative" or "not negative" or "no negative values" => new Compare(CompareOp.GreaterOrEqual, subject, Literal.Number(0)),
        _ => null,
    };

    private static Expr? Between(string text, Ref subject, bool isText)
    {
        var body = Without(Without(text, "between "), "range ").TrimStart(':', ' ');
        var low = ReadNumber(body, 0, out var end);
        if (low is null)
        {
            return null;
        }

        var joint = Joint(body, end);
        var high = joint < 0 ? null : ReadNumber(body, joint, out end);
        if (high is null || high < low || Measured(body[end..], isText) is not { } counts)
        {
            return null;
        }

        var value = Value(subject, counts);
        return new And([new Compare(CompareOp.GreaterOrEqual, value, Literal.Number(low.Value)), new Compare(CompareOp.LessOrEqual, value, Literal.Number(high.Value))]);
    }

    private static int Joint(string text, int start)
    {
        var rest = text[start..];
        var trimmed = rest.TrimStart(' ', '%');
        var skipped = rest.Length - trimmed.Length;
        foreach (var word in (string[])["-", "–", "—", "..", "to ", "and "])
        {
            if (trimmed.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return start + skipped + word.Length;
            }
        }

        return -1;
    }

    private static Expr? Compared(string text, Ref subject, bool isText)
    {
        foreach (var (word, op) in Comparisons)
        {
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var rest = text[word.Length..].TrimStart('.', ':', '=', ' ');
            var aboutLength = rest.StartsWith("length", StringComparison.OrdinalIgnoreCase);
            rest = Without(Without(rest, "length"), "value").TrimStart(':', '=', ' ', '(');
            var number = ReadNumber(rest, 0, out var end);
            return number is not null && Measured(rest[end..], isText || aboutLength) is { } counts
                ? new Compare(op, Value(subject, counts || aboutLength), Literal.Number(number.Value))
                : null;
        }

        return null;
    }

    /// <summary>What the number counts: true for characters, false for the value itself, null when the words go on differently.</summary>
    private static bool? Measured(string rest, bool isText) => rest.Trim().TrimEnd('.', ')').ToLowerInvariant() switch
    {
        "characters" or "chars" or "character" or "letters" or "chars long" or "characters long" or "char" => true,
        "" => isText,
        "%" or "percent" or "kg" or "g" or "t" or "km" or "m" or "cm" or "eur" or "euros" or "usd" or "dollars" or "years" or "months" or "weeks" or "days" or "hours" or "minutes" or "pieces" or "items" => isText ? null : false,
        _ => null,
    };

    private static Expr Value(Ref subject, bool counts) => counts ? new LengthOf(subject) : subject;

    private static string Without(string text, string opening) =>
        text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) ? text[opening.Length..] : text;

    /// <summary>"greater than zero", "at least one".</summary>
    private static decimal? Spoken(string text, int start, ref int end)
    {
        var stop = start;
        while (stop < text.Length && char.IsLetter(text[stop]))
        {
            stop++;
        }

        var number = Numbers.OfWord(text.AsSpan(start, stop - start));
        end = number is null ? end : stop;
        return number;
    }

    private static decimal? ReadNumber(string text, int start, out int end)
    {
        while (start < text.Length && text[start] is ' ' or '$' or '€' or '£')
        {
            start++;
        }

        end = start;
        if (end < text.Length && text[end] == '-')
        {
            end++;
        }

        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        if (end == start)
        {
            return Spoken(text, start, ref end);
        }

        var digits = text.AsSpan(start, end - start).ToString().Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
