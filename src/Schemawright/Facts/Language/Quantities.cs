using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Facts.Language;

/// <summary>Finds the figures in a sentence. Dates, clock times, versions, codes and ordinals are none.</summary>
public static class Quantities
{
    private const int LongestBound = 24;

    private static readonly (string Words, QuantityBound Bound)[] Bounds =
    [
        ("<=", QuantityBound.AtMost), ("≤", QuantityBound.AtMost), (">=", QuantityBound.AtLeast), ("≥", QuantityBound.AtLeast),
        ("<", QuantityBound.LessThan), (">", QuantityBound.MoreThan), ("~", QuantityBound.About), ("≈", QuantityBound.About),
        ("up to", QuantityBound.AtMost), ("at most", QuantityBound.AtMost), ("no more than", QuantityBound.AtMost), ("not more than", QuantityBound.AtMost),
        ("maximum of", QuantityBound.AtMost), ("maximum", QuantityBound.AtMost), ("max", QuantityBound.AtMost), ("within", QuantityBound.AtMost),
        ("not exceed", QuantityBound.AtMost), ("less than", QuantityBound.LessThan), ("fewer than", QuantityBound.LessThan),
        ("under", QuantityBound.LessThan), ("below", QuantityBound.LessThan), ("at least", QuantityBound.AtLeast),
        ("no less than", QuantityBound.AtLeast), ("minimum of", QuantityBound.AtLeast), ("minimum", QuantityBound.AtLeast), ("min", QuantityBound.AtLeast),
        ("more than", QuantityBound.MoreThan), ("greater than", QuantityBound.MoreThan), ("over", QuantityBound.MoreThan),
        ("above", QuantityBound.MoreThan), ("exceeds", QuantityBound.MoreThan), ("exceeding", QuantityBound.MoreThan),
        ("about", QuantityBound.About), ("around", QuantityBound.About), ("approximately", QuantityBound.About), ("roughly", QuantityBound.About),
    ];

    public static Seq<Quantity> In(string text)
    {
        var found = new List<Quantity>();
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]) && StartsNumber(text, at) && TryRead(text, at) is { } quantity)
            {
                found.Add(quantity);
                at = quantity.End - 1;
            }
            else if (char.IsAsciiDigit(text[at]))
            {
                at = EndOfToken(text, at) - 1;
            }
        }

        return found.ToSeq();
    }

    public static Quantity? First(string text) => In(text) is { Count: > 0 } all ? all[0] : null;

    private static Quantity? TryRead(string text, int at)
    {
        if (QuantityFigure.Read(text, at) is not { } first)
        {
            return null;
        }

        var end = first.End;
        var high = first.Open ? (decimal?)null : first.Value;
        var figure = first;
        if (!first.Open && QuantityFigure.SecondOfRange(text, first) is { } second)
        {
            figure = first.Kind == QuantityKind.Number ? first.In(second) : first;
            high = second.Kind == QuantityKind.Number && first.Kind != QuantityKind.Number ? second.In(first).Value : second.Value;
            end = second.End;
        }

        var start = first.Start;
        var bound = first.Open ? QuantityBound.AtLeast : BoundBefore(text, start);
        var (perPeriod, perNoun, perEnd) = QuantityRate.After(text, end);
        return new(figure.Value, high, bound, figure.Kind, start, perEnd)
        {
            Currency = figure.Currency,
            Period = high == figure.Value || first.Open ? figure.Period : null,
            PerPeriod = perPeriod,
            PerNoun = perNoun,
        };
    }

    private static QuantityBound BoundBefore(string text, int start)
    {
        var before = text[Math.Max(0, start - LongestBound)..start].TrimEnd();
        foreach (var (words, bound) in Bounds)
        {
            if (before.EndsWith(words, StringComparison.OrdinalIgnoreCase)
                && (!char.IsLetter(words[0]) || before.Length == words.Length || !char.IsLetterOrDigit(before[before.Length - words.Length - 1])))
            {
                return bound;
            }
        }

        return QuantityBound.Exact;
    }

    private static bool StartsNumber(string text, int at)
    {
        if (at == 0)
        {
            return true;
        }

        var before = text[at - 1];
        return !char.IsLetterOrDigit(before) && before is not ('_' or '#' or '.' or ',' or ':' or '/')
            && !(before == '-' && at > 1 && char.IsLetterOrDigit(text[at - 2]));
    }

    private static int EndOfToken(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return at;
    }
}
