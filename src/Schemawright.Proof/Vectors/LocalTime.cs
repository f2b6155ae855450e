using Schemawright.Design;
using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

/// <summary>Moments by the clock on the wall of a time zone, and back, as PostgreSQL reckons them.</summary>
internal static class LocalTime
{
    private const int Reach = 400;

    /// <summary>The zone in which the row's days begin; one that nobody knows is refused by its column, whatever the rest of the row holds.</summary>
    public static TimeZoneInfo ZoneOf(PlannedWorld world, PlannedRow row, bool old = false)
    {
        var named = row.Table.Zone is { } zone && world.Evaluator.SlotOf(zone, row, old) is { Value: TextValue text } ? text.Text : null;
        return named is not null && TimeZoneInfo.TryFindSystemTimeZoneById(named, out var known) ? known : TimeZoneInfo.FindSystemTimeZoneById(LocalDays.Of(world.Design.Domain));
    }

    /// <summary>A moment becomes what the clock there shows; a day begins at its midnight.</summary>
    public static MomentValue Wall(MomentValue moment, TimeZoneInfo zone) =>
        moment is { IsDate: true } or { IsWall: true } ? moment : new(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment.At, DateTimeKind.Utc), zone), IsDate: false) { IsWall = true };

    /// <summary>Where clocks are put forward the time left out is told as before the change, where they are put back the time had twice as after it.</summary>
    public static MomentValue Moment(MomentValue wall, TimeZoneInfo zone)
    {
        if (wall is { IsDate: false, IsWall: false })
        {
            return wall;
        }

        var local = DateTime.SpecifyKind(wall.At, DateTimeKind.Unspecified);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddDays(-1)) : zone.GetUtcOffset(local);
        return new(local - offset, IsDate: false);
    }

    /// <summary>Two moments of which one is a day or a time on the wall are compared on the wall.</summary>
    public static (Value Left, Value Right) Alike(Value left, Value right, TimeZoneInfo zone) => (left, right) switch
    {
        (MomentValue a, MomentValue b) when IsLocal(a) || IsLocal(b) => (Wall(a, zone), Wall(b, zone)),
        (MomentValue a, SpanValue or NumberValue) when CountsDays(right) => (Wall(a, zone), right),
        (SpanValue or NumberValue, MomentValue b) when CountsDays(left) => (left, Wall(b, zone)),
        _ => (left, right),
    };

    /// <summary>A time is compared with a day by the day it lies on.</summary>
    public static (Value Left, Value Right) OfOneDay((Value Left, Value Right) both) => both switch
    {
        (MomentValue { IsDate: true } day, MomentValue { IsDate: false } wall) => (day, new MomentValue(wall.At.Date, IsDate: true)),
        (MomentValue { IsDate: false } wall, MomentValue { IsDate: true } day) => (new MomentValue(wall.At.Date, IsDate: true), day),
        _ => both,
    };

    /// <summary>The days nearest to one on which clocks there are changed, one before and one after it.</summary>
    public static IEnumerable<DateTime> Changes(TimeZoneInfo zone, DateTime near) =>
        new[] { -1, 1 }.SelectMany(way => Enumerable.Range(2, Reach).Select(step => near.Date.AddDays(way * step)).Where(day => zone.GetUtcOffset(DateTime.SpecifyKind(day, DateTimeKind.Utc)) != zone.GetUtcOffset(DateTime.SpecifyKind(day.AddDays(1), DateTimeKind.Utc))).Take(1));

    private static bool IsLocal(MomentValue moment) => moment.IsDate || moment.IsWall;

    private static bool CountsDays(Value value) => value is NumberValue or SpanValue { Months: not 0 } or SpanValue { Days: not 0 } or SpanValue { WorkingDays: not 0 };
}
