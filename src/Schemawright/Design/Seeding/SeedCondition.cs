using System.Globalization;
using System.Text.RegularExpressions;
using Schemawright.Terms;

namespace Schemawright.Design.Seeding;

/// <summary>Works out a condition for a made-up row, three-valued like SQL: null is unknown.</summary>
/// <param name="row">The row, with the rows it refers to.</param>
/// <param name="now">The day on which the row is thought to be written.</param>
/// <param name="others">All made-up rows, for figures over those that refer to this one; none while they are still being made.</param>
internal sealed class SeedCondition(SeedRow row, DateTime now, IReadOnlyCollection<SeedRow>? others = null)
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(100);

    private static readonly DateTime[] Days = [new(2025, 6, 16, 12, 0, 0, DateTimeKind.Utc), new(2150, 6, 15, 12, 0, 0, DateTimeKind.Utc)];

    /// <summary>True when the condition asks something that only the server or other rows can answer.</summary>
    private bool _undecidable;

    /// <summary>True when the database would accept the row whenever the seeds are run: today or in a hundred years.</summary>
    public static bool Accepts(SeedRow row, Expr condition, IReadOnlyCollection<SeedRow>? others = null) => Days.All(day =>
    {
        var judge = new SeedCondition(row, day, others);
        return judge.Value(condition) is not false && !judge._undecidable;
    });

    /// <summary>What a figure over the rows that refer to this one comes to; null when only the server could tell.</summary>
    public static decimal? Figure(SeedRow row, Expr figure, IReadOnlyCollection<SeedRow> others)
    {
        var judge = new SeedCondition(row, Days[0], others);
        return judge.Value(figure) is decimal value && !judge._undecidable ? value : null;
    }

    /// <summary>What a figure of the row itself comes to, if it is the same on any day; null when only the server could tell.</summary>
    public static object? ValueOf(SeedRow row, Expr figure)
    {
        var values = Days.Select(day => new SeedCondition(row, day)).Select(judge => judge.Value(figure) is { } value && !judge._undecidable ? value : null).ToArray();
        return Equals(values[0], values[1]) ? values[0] : null;
    }

    private object? Value(Expr expr) => expr switch
    {
        Ref reference => Of(reference),
        Literal literal => Plain(literal),
        Clock clock => clock.Kind == ClockKind.Today ? now.Date : now,
        Interval interval => interval.Period,
        Compare compare => Compared(compare.Op, Value(compare.Left), Value(compare.Right)),
        And all => Every(all.Terms.Select(Value).ToList()),
        Or any => Not(Every(any.Terms.Select(term => Not(Value(term))).ToList())),
        Not not => Not(Value(not.Term)),
        Implies rule => Value(rule.When) is false ? true : Not(Every([Value(rule.When), Not(Value(rule.Then))])), // What does not come into question need not be known.
        IsPresent present => Value(present.Term) is { } value && (value is not string text || text.Trim().Length > 0),
        OneOf choice => Value(choice.Term) is { } value ? choice.Values.Any(allowed => Equals(Plain(allowed), value)) : null,
        Matches pattern => Value(pattern.Term) is string text ? Fits(text, pattern) : null,
        LengthOf length => Value(length.Term) is string text ? (decimal)text.Length : null,
        DecimalPlaces places => Value(places.Term) is decimal number ? (decimal)number.Scale : null,
        Rounded rounded => Value(rounded.Term) is decimal exact ? Math.Round(exact, rounded.Digits, MidpointRounding.AwayFromZero) : null,
        CalendarPart part => Value(part.Term) is DateTime day ? part.Unit == CalendarUnit.DayOfMonth ? (decimal)day.Day : day.DayOfWeek == DayOfWeek.Sunday ? 7m : (decimal)day.DayOfWeek : null,
        Lower lower => (Value(lower.Term) as string)?.ToLowerInvariant(),
        Trimmed trimmed => (Value(trimmed.Term) as string)?.Trim(),
        Arithmetic sum => Computed(sum.Op, Value(sum.Left), Value(sum.Right)),
        Aggregate figure when others is not null => Counted(figure, others.Where(other => other.Table.Entity == figure.Entity && other.Parents.GetValueOrDefault(figure.Role) == row)),
        _ => Unknown(),
    };

    private object? Counted(Aggregate figure, IEnumerable<SeedRow> below)
    {
        var judges = below.Select(child => new SeedCondition(child, now, others)).Where(child => figure.Where is null || Told(child, figure.Where) is true);
        if (figure.Attribute is null)
        {
            return (decimal)judges.Count();
        }

        var values = judges.Select(child => Told(child, Ref.To(figure.Attribute))).OfType<IComparable>().ToList();
        return figure.Kind switch
        {
            AggregateKind.Sum => values.OfType<decimal>().Sum(),
            AggregateKind.Min => values.Min(),
            _ => values.Max(),
        };
    }

    private object? Told(SeedCondition child, Expr expr)
    {
        var value = child.Value(expr);
        _undecidable |= child._undecidable;
        return value;
    }

    private object? Unknown()
    {
        _undecidable = true;
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

    private object? Typed(Literal literal, DataKind kind) =>
        kind is DataKind.Date or DataKind.Timestamp or DataKind.LocalTimestamp && literal.Kind != LiteralKind.Null ? Moment(literal.Text) : Plain(literal);

    private DateTime Moment(string text) => text switch
    {
        SeedDates.Yesterday => now.Date.AddDays(-1),
        SeedDates.Today => now.Date,
        SeedDates.Tomorrow => now.Date.AddDays(1),
        _ => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
    };

    private object? Plain(Literal literal) => literal.Kind switch
    {
        LiteralKind.Null => null,
        LiteralKind.Number => decimal.Parse(literal.Text, CultureInfo.InvariantCulture),
        LiteralKind.Boolean => literal.Text == "true",
        LiteralKind.Date => Moment(literal.Text),
        _ => literal.Text,
    };

    private object? Compared(CompareOp op, object? left, object? right)
    {
        if (left is null || right is null)
        {
            return null;
        }

        if (left is TimeSpan span && right is Period length)
        {
            return Compared(op, (decimal)span.TotalSeconds, length.ApproximateSeconds);
        }

        if (left.GetType() != right.GetType() || left is not IComparable)
        {
            return Unknown();
        }

        var order = left is string text ? string.CompareOrdinal(text, (string)right) : ((IComparable)left).CompareTo(right);
        return op.Holds(order);
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
        (DateTime moment, Period { Unit: PeriodUnit.BusinessDay } days) when op is ArithmeticOp.Add or ArithmeticOp.Subtract => WorkingDays.Move(moment, (int)(op == ArithmeticOp.Add ? days.Amount : -days.Amount)),
        (DateTime moment, Period period) when op is ArithmeticOp.Add or ArithmeticOp.Subtract =>
            moment.AddSeconds((double)(op == ArithmeticOp.Add ? period.ApproximateSeconds : -period.ApproximateSeconds)),
        (DateTime end, DateTime start) when op == ArithmeticOp.Subtract => end - start,
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
