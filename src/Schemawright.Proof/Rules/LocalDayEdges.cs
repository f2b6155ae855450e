using System.Globalization;
using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>Where a time zone decides: the last minute of a local day and the first of the next, and days on which clocks there are changed.</summary>
internal static class LocalDayEdges
{
    /// <summary>A zone whose clocks change, for tables that read theirs from a row.</summary>
    private const string Changing = "Europe/Lisbon";

    private const int Week = 7;
    private const int Day = 24 * 60;

    /// <summary>Extra conditions that put a row there.</summary>
    public static IEnumerable<Expr> Of(Expr condition, TableDesign table, Staging staging)
    {
        if (!LocalDays.Decide(staging.Design, table, condition) || (table.Zone is null && staging.Design.Domain.Zone is null))
        {
            return [];
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(table.Zone is null ? LocalDays.Of(staging.Design.Domain) : Changing);
        return AtMidnight(condition, table, staging).Concat(OnTheDay(condition, table)).Concat(WhereClocksChange(condition, table, staging, zone)).Select(edge => In(table, edge));
    }

    private static Expr In(TableDesign table, Expr edge) => table.Zone is { } named ? new And([new Compare(CompareOp.Equal, named, Literal.String(Changing)), edge]) : edge;

    private static IEnumerable<Expr> AtMidnight(Expr condition, TableDesign table, Staging staging) =>
        from part in condition.Nodes().OfType<CalendarPart>()
        from moment in Moments(part.Term, table)
        from step in Enumerable.Range(1, Week)
        let midnight = Midnight(staging.Clock.Now.Date.AddDays(step))
        from edge in new[] { Earlier(midnight, 0), Earlier(midnight, 1) }
        select (Expr)new Compare(CompareOp.Equal, moment, edge);

    /// <summary>First and last minute of the day a moment is compared with, and the minutes beside them.</summary>
    private static IEnumerable<Expr> OnTheDay(Expr condition, TableDesign table) =>
        from comparison in condition.Nodes().OfType<Compare>()
        from sides in new[] { (comparison.Left, comparison.Right), (comparison.Right, comparison.Left) }
        where sides.Item1 is Ref moment && Moments(moment, table).Any() && (sides.Item2 is Clock { Kind: ClockKind.Today } or Literal { Kind: LiteralKind.Date } || sides.Item2.Refs().Any(day => day.IsOwn && table.Find(day.Attribute)?.Type.Kind == DataKind.Date))
        from minutes in new[] { 0, 1, -Day, -Day + 1 }
        select (Expr)new Compare(CompareOp.Equal, sides.Item1, Earlier(sides.Item2, minutes));

    /// <summary>The moment lies half a day before the change, and the other side of the comparison decides by a minute.</summary>
    private static IEnumerable<Expr> WhereClocksChange(Expr condition, TableDesign table, Staging staging, TimeZoneInfo zone) =>
        from comparison in condition.Nodes().OfType<Compare>().Where(node => node.Op is not (CompareOp.Equal or CompareOp.NotEqual) && LocalDays.Decide(staging.Design, table, node)).Take(1)
        from moment in Moments(comparison, table).Take(1)
        from day in LocalTime.Changes(zone, staging.Clock.Now)
        from edge in new[] { comparison.Right, Earlier(comparison.Right, 1), Earlier(comparison.Right, -1) }
        select (Expr)new And([new Compare(CompareOp.Equal, moment, Earlier(Midnight(day), Day / 2)), new Compare(CompareOp.Equal, comparison.Left, edge)]);

    private static IEnumerable<Ref> Moments(Expr expr, TableDesign table) =>
        expr.Refs().Where(reference => reference.IsOwn && table.Find(reference.Attribute) is { Generated: null, Type: { IsArray: false, Kind: DataKind.Timestamp } }).Distinct();

    private static Literal Midnight(DateTime day) => new(LiteralKind.Date, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static Arithmetic Earlier(Expr moment, int minutes) => new(ArithmeticOp.Subtract, moment, new Interval(new Period(minutes, PeriodUnit.Minute)));
}
