namespace Schemawright.Terms;

/// <summary>The days that count as working days before anybody has entered a holiday: Monday to Friday.</summary>
public static class WorkingDays
{
    /// <summary>So many working days on, or back where the number is negative; the time of day stays.</summary>
    public static DateTime Move(DateTime from, int days)
    {
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0;)
        {
            from = from.AddDays(step);
            left -= from.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return from;
    }

    /// <summary>The condition depends on which days are holidays, so another table decides with it.</summary>
    public static bool AreCountedIn(Expr expr) => expr.Nodes().Any(node => node switch
    {
        Interval { Period.Unit: PeriodUnit.BusinessDay } => true,
        Aggregate { Where: { } where } => AreCountedIn(where),
        _ => false,
    });
}
