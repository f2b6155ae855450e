using System.Globalization;

namespace Schemawright.Design.Seeding;

/// <summary>How the dates of a made-up row lie: on fixed days, or around the day on which the seeds are run.</summary>
internal enum SeedCalendar { Fixed, FixedBackwards, FromYesterday, AllYesterday, AllToday, FromTomorrow }

/// <summary>Dates as PostgreSQL reads them: a day, or the words for the day on which a statement runs.</summary>
internal static class SeedDates
{
    public const string Yesterday = "yesterday";
    public const string Today = "today";
    public const string Tomorrow = "tomorrow";

    /// <summary>A day so far ahead that it stays in the future.</summary>
    private static readonly DateTime FarAhead = new(2190, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime Past = new(2025, 3, 3, 0, 0, 0, DateTimeKind.Utc);

    /// <param name="turn">Which row: rows lie two months apart.</param>
    /// <param name="place">Which column: later columns lie later.</param>
    /// <param name="first">Whether it is the row's first date.</param>
    public static string For(SeedCalendar calendar, int turn, int place, bool first, string format) => calendar switch
    {
        SeedCalendar.Fixed => Day(Past, turn, place, format),
        SeedCalendar.FixedBackwards => Day(Past, turn, 50 - place, format),
        SeedCalendar.FromYesterday => first ? Yesterday : Today,
        SeedCalendar.AllYesterday => Yesterday,
        SeedCalendar.AllToday => Today,
        SeedCalendar.FromTomorrow => first ? Tomorrow : Day(FarAhead, turn, place, format),
        _ => throw new InvalidOperationException($"unknown calendar {calendar}"),
    };

    private static string Day(DateTime start, int turn, int place, string format) =>
        start.AddDays((turn * 60) + place).ToString(format, CultureInfo.InvariantCulture);
}
