using System.Globalization;
using System.Text.RegularExpressions;
using Schemawright.Terms;

namespace Schemawright.Design.Seeding;

/// <summary>Works out a condition for a made-up row, three-valued like SQL: null is unknown.</summary>
internal sealed class SeedCondition(SeedRow row)
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(100);

    /// <summary>True when the condition asks something that only the server's day or other rows can answer.</summary>
    public bool Undecidable { get; private set; }

    /// <summary>True when the database would accept the row: the condition is not false, and is known.</summary>
    public bool Accepts(Expr condition) => Value(condition) is not false && !Undecidable;

    private object? Value(Expr expr) => expr switch
    {
        Ref reference => Of(reference),
        Literal literal => Plain(literal),
        Compare compare => Compared(compare.Op, Value(compare.Left), Value(compare.Right)),
        And all => Every(all.Terms.Select(Value).ToList()),
        Or any => Not(Every(any.Terms.Select(term => Not(Value(term))).ToList())),
        Not not => Not(Value(not.Term)),
        Implies rule => Not(Every([Value(rule.When), Not(Value(rule.Then))])),
        IsPresent present => Value(present.Term) is { } value && (value is not string text || text.Trim().Length > 0),
        OneOf choice => Value(choice.Term) is { } value ? choice.Values.Any(allowed => Equals(Plain(allowed), value)) : null,
        Matches pattern => Value(pattern.Term) is string text ? Fits(text, pattern) : null,
        LengthOf length => Value(length.Term) is string text ? (decimal)text.Length : null,
        DecimalPlaces places => Value(places.Term) is decimal number ? (decimal)number.Scale : null,
        Lower lower => (Value(lower.Term) as string)?.ToLowerInvariant(),
        Trimmed trimmed => (Value(trimmed.Term) as string)?.Trim(),
        Arithmetic sum => Computed(sum.Op, Value(sum.Left), Value(sum.Right)),
        _ => Unknown(),
    };

    private object? Unknown()
    {
        Undecidable = true;
        return null;
    }

    private object? Of(Ref reference)
    {
        var at = row;
        foreach (var role in reference.Path.Take(reference.Path.Count - 1))
        {
            if (!at.Parents.TryGetValue(role, out at))
            {
                return null;
            }
        }

        var column = at.Table.Find(reference.Attribute);
        return reference.Old || column is null ? Unknown() : Typed(at[column.Name], column.Type.Kind);
    }

    private static object? Typed(Literal literal, DataKind kind) =>
        kind is DataKind.Date or DataKind.Timestamp or DataKind.LocalTimestamp && literal.Kind != LiteralKind.Null
            ? DateTime.Parse(literal.Text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)
            : Plain(literal);

    private static object? Plain(Literal literal) => literal.Kind switch
    {
        LiteralKind.Null => null,
        LiteralKind.Number => decimal.Parse(literal.Text, CultureInfo.InvariantCulture),
        LiteralKind.Boolean => literal.Text == "true",
        LiteralKind.Date => DateTime.Parse(literal.Text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
        _ => literal.Text,
    };

    private object? Compared(CompareOp op, object? left, object? right)
    {
        if (left is null || right is null)
        {
            return null;
        }

        if (left.GetType() != right.GetType())
        {
            return Unknown();
        }

        var order = left is string text ? string.CompareOrdinal(text, (string)right) : ((IComparable)left).CompareTo(right);
        return op switch
        {
            CompareOp.Equal => order == 0,
            CompareOp.NotEqual => order != 0,
            CompareOp.Less => order < 0,
            CompareOp.LessOrEqual => order <= 0,
            CompareOp.Greater => order > 0,
            CompareOp.GreaterOrEqual => order >= 0,
            _ => throw new InvalidOperationException($"unknown comparison {op}"),
        };
    }

    private object? Computed(ArithmeticOp op, object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (decimal first, decimal second) => op switch
        {
            ArithmeticOp.Add => first + second,
            ArithmeticOp.Subtract => first - second,
            ArithmeticOp.Multiply => first * second,
            _ => second == 0 ? Unknown() : first / second,
        },
        _ => Unknown(),
    };

    private static object? Every(List<object?> terms) =>
        terms.Contains(false) ? false : terms.Contains(null) ? null : true;

    private static object? Not(object? value) => value is bool known ? !known : null;

    private object? Fits(string text, Matches pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern.Pattern, pattern.IgnoreCase ? RegexOptions.IgnoreCase : RegexOptions.None, PatternLimit);
        }
        catch (Exception failure) when (failure is ArgumentException or RegexMatchTimeoutException)
        {
            return Unknown();
        }
    }
}
