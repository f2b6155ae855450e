using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Between a day and a moment whole days count: an order of Monday noon may be delivered on Tuesday, "at least one day after".</summary>
internal static class WholeDays
{
    /// <param name="bound">The other moment, moved by the period.</param>
    public static Compare Compare(Column own, Column anchor, CompareOp op, Period period, Expr left, Arithmetic bound)
    {
        var day = new Interval(new Period(1, PeriodUnit.Day));
        var whole = period.Unit is not (PeriodUnit.Hour or PeriodUnit.Minute or PeriodUnit.Second);
        var after = bound.Op == ArithmeticOp.Add;
        var sooner = period is { Unit: PeriodUnit.Day, Amount: 1 } ? bound.Left : new Arithmetic(ArithmeticOp.Subtract, bound, day);
        return whole && own.IsDate && anchor.IsMoment && op is CompareOp.GreaterOrEqual && after ? new(CompareOp.Greater, left, sooner)
            : whole && own.IsMoment && anchor.IsDate && op is CompareOp.LessOrEqual ? new(CompareOp.Less, left, new Arithmetic(ArithmeticOp.Add, bound, day))
            : new(op, left, bound);
    }
}
