using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

/// <summary>Comparing and calculating as PostgreSQL does; anything with null gives null.</summary>
internal static class ValueMath
{
    /// <summary>Below, at or above zero; null when the two cannot be ordered.</summary>
    public static int? Order(Value left, Value right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => a.Number.CompareTo(b.Number),
        (TextValue a, TextValue b) => Math.Sign(string.CompareOrdinal(a.Text, b.Text)),
        (TextValue a, OpaqueValue b) => Math.Sign(string.CompareOrdinal(a.Text, b.Text)),
        (OpaqueValue a, TextValue b) => Math.Sign(string.CompareOrdinal(a.Text, b.Text)),
        (OpaqueValue a, OpaqueValue b) => Math.Sign(string.CompareOrdinal(a.Text, b.Text)),
        (TruthValue a, TruthValue b) => a.Holds.CompareTo(b.Holds),
        (MomentValue a, MomentValue b) => a.At.CompareTo(b.At),
        (ClockTimeValue a, ClockTimeValue b) => a.At.CompareTo(b.At),
        (SpanValue a, SpanValue b) => a.Comparable.CompareTo(b.Comparable),
        (NumberValue a, SpanValue b) => TimeSpan.FromDays((double)a.Number).CompareTo(b.Comparable),
        (SpanValue a, NumberValue b) => a.Comparable.CompareTo(TimeSpan.FromDays((double)b.Number)),
        (KeyValue a, KeyValue b) => ReferenceEquals(a.Row, b.Row) ? 0 : a.Row.Number.CompareTo(b.Row.Number),
        (ListValue a, ListValue b) => a.Items == b.Items ? 0 : 1,
        _ => null,
    };

    /// <summary>Null when the operation has no meaning for such values, or leaves the range.</summary>
    public static Value? Calculate(ArithmeticOp op, Value left, Value right)
    {
        if (left.IsNull || right.IsNull)
        {
            return Value.Null;
        }

        try
        {
            return (left, right) switch
            {
                (NumberValue a, NumberValue b) => Numbers(op, a.Number, b.Number),
                (MomentValue a, SpanValue b) when op is ArithmeticOp.Add or ArithmeticOp.Subtract => Move(a, b, op == ArithmeticOp.Add ? 1 : -1),
                (SpanValue a, MomentValue b) when op == ArithmeticOp.Add => Move(b, a, 1),
                (MomentValue a, NumberValue b) when op is ArithmeticOp.Add or ArithmeticOp.Subtract =>
                    a with { At = a.At.AddDays((double)(op == ArithmeticOp.Add ? b.Number : -b.Number)) },
                (NumberValue a, MomentValue b) when op == ArithmeticOp.Add => b with { At = b.At.AddDays((double)a.Number) },
                (MomentValue a, MomentValue b) when op == ArithmeticOp.Subtract => Between(a, b),
                (ClockTimeValue a, ClockTimeValue b) when op == ArithmeticOp.Subtract => new SpanValue(0, 0, a.At - b.At),
                (ClockTimeValue a, SpanValue b) when op is ArithmeticOp.Add or ArithmeticOp.Subtract =>
                    new ClockTimeValue(op == ArithmeticOp.Add ? a.At + b.Time : a.At - b.Time),
                (SpanValue a, SpanValue b) when op is ArithmeticOp.Add or ArithmeticOp.Subtract => Join(a, b, op == ArithmeticOp.Add ? 1 : -1),
                (SpanValue a, NumberValue b) when op == ArithmeticOp.Multiply => Scale(a, b.Number),
                (NumberValue a, SpanValue b) when op == ArithmeticOp.Multiply => Scale(b, a.Number),
                _ => null,
            };
        }
        catch (Exception failure) when (failure is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    public static SpanValue Span(Period period) => period.Unit switch
    {
        PeriodUnit.Second => new(0, 0, TimeSpan.FromSeconds((double)period.Amount)),
        PeriodUnit.Minute => new(0, 0, TimeSpan.FromMinutes((double)period.Amount)),
        PeriodUnit.Hour => new(0, 0, TimeSpan.FromHours((double)period.Amount)),
        PeriodUnit.Day => Days(period.Amount),
        PeriodUnit.BusinessDay => new(0, 0, TimeSpan.Zero) { WorkingDays = (int)period.Amount },
        PeriodUnit.Week => Days(period.Amount * 7),
        PeriodUnit.Month => Months(period.Amount),
        PeriodUnit.Quarter => Months(period.Amount * 3),
        PeriodUnit.Year => Months(period.Amount * 12),
        _ => throw new InvalidOperationException($"unknown unit {period.Unit}"),
    };

    private static SpanValue Days(decimal days) => new(0, (int)decimal.Truncate(days), TimeSpan.FromDays((double)(days - decimal.Truncate(days))));

    private static SpanValue Months(decimal months) => Days((months - decimal.Truncate(months)) * 30) with { Months = (int)decimal.Truncate(months) };

    private static Value? Numbers(ArithmeticOp op, decimal left, decimal right) => op switch
    {
        ArithmeticOp.Add => Value.Of(left + right),
        ArithmeticOp.Subtract => Value.Of(left - right),
        ArithmeticOp.Multiply => Value.Of(left * right),
        ArithmeticOp.Divide => right == 0 ? Value.Null : Value.Of(left / right),
        _ => throw new InvalidOperationException($"unknown operation {op}"),
    };

    private static MomentValue Move(MomentValue moment, SpanValue span, int direction)
    {
        var moved = WorkingDays.Move(moment.At.AddMonths(direction * span.Months).AddDays(direction * span.Days) + (direction * span.Time), direction * span.WorkingDays);
        var isDate = moment.IsDate && span.Time == TimeSpan.Zero;
        return new(moved, isDate) { IsWall = !isDate && (moment.IsDate || moment.IsWall) };
    }

    private static Value Between(MomentValue left, MomentValue right) =>
        left.IsDate && right.IsDate ? Value.Of((decimal)(left.At - right.At).TotalDays) : new SpanValue(0, 0, left.At - right.At);

    private static SpanValue Join(SpanValue left, SpanValue right, int sign) =>
        new(left.Months + (sign * right.Months), left.Days + (sign * right.Days), left.Time + (sign * right.Time));

    private static SpanValue Scale(SpanValue span, decimal factor) =>
        new((int)(span.Months * factor), (int)(span.Days * factor), span.Time * (double)factor);

    /// <summary>Where a day stands in the calendar.</summary>
    public static decimal Part(CalendarUnit unit, DateTime day) =>
        unit == CalendarUnit.DayOfMonth ? day.Day : day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}
