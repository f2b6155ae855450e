using System.Globalization;
using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

/// <summary>Sessions in zones whose clocks are put forward or back next to the moments an attempt speaks of: a day has 23 hours there.</summary>
internal static class ChangingClocks
{
    private const int Away = 5;

    /// <summary>The condition counts days from a moment, or compares moments with days.</summary>
    public static bool Matter(Expr condition) => condition.Nodes().Any(node => node is Interval { Period.Unit: >= PeriodUnit.Day } or Clock) && condition.Nodes().OfType<Compare>().Any();

    public static Scene Of(Scene scene, ServerClock clock, bool tomorrow) => scene with
    {
        Aside = [.. scene.Aside, $"SET LOCAL TIME ZONE '{Zone(clock, tomorrow ? 1 : -1)}'"],
        What = $"{scene.What}, where clocks {(tomorrow ? "change tomorrow" : "have changed yesterday")}",
    };

    /// <summary>As POSIX writes zones. Its date is that of universal time now, so that today is the same day.</summary>
    private static string Zone(ServerClock clock, int days)
    {
        var (west, change) = (clock.Now.Hour >= 12 ? Away : -Away, clock.Now.Date.AddDays(days));
        return string.Create(CultureInfo.InvariantCulture, $"<STD>{west}<DST>{west - 1},J{DayOf(change)}/2,J{DayOf(change.AddDays(182))}/2");
    }

    /// <summary>29 February is not counted.</summary>
    private static int DayOf(DateTime day) => new DateTime(2001, day.Month, day is { Month: 2, Day: 29 } ? 28 : day.Day).DayOfYear;
}
