using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>Lays the rows of one group one after the other, where a table forbids that two take the same time.</summary>
internal static class Timetable
{
    /// <summary>Ways to do so, each for rows that are not stored yet; the first leaves them where they are.</summary>
    public static IEnumerable<Action<IReadOnlyList<PlannedRow>>> Ways(TableDesign table, QuotaWindow? window, Staging staging) =>
        table.Exclusions.SelectMany(exclusion => Stretch.Of(table, exclusion, staging).SelectMany(stretch => Ways(exclusion, stretch, window, staging.Clock))).Prepend(_ => { });

    /// <summary>From the first stretch on, back from it, or from where the next window begins.</summary>
    private static IEnumerable<Action<IReadOnlyList<PlannedRow>>> Ways(ExclusionDesign exclusion, Stretch stretch, QuotaWindow? window, ServerClock clock)
    {
        yield return rows => Lay(rows, exclusion, stretch, 1);
        yield return rows => Lay(rows, exclusion, stretch, -1);
        if (window is not null && stretch.Start is MomentValue start)
        {
            yield return rows => Lay(rows, exclusion, stretch.From(start with { At = Later(Begin(clock.Now, window.Unit), 1, window.Unit) }), 1);
        }
    }

    private static void Lay(IReadOnlyList<PlannedRow> rows, ExclusionDesign exclusion, Stretch stretch, int direction)
    {
        for (var place = 0; place < rows.Count; place++)
        {
            rows[place].Values[exclusion.Start] = stretch.After(place * direction);
            rows[place].Values[exclusion.End] = stretch.After((place * direction) + 1);
        }
    }

    /// <summary>Where the window begins into which a row falls, by the days of its table.</summary>
    public static Value Begin(PlannedWorld world, PlannedRow row, QuotaWindow window) => row[window.Column] is MomentValue moment
        ? new MomentValue(Begin((row.Table.Find(window.Column)?.Type.Kind == DataKind.LocalTimestamp ? moment : LocalTime.Wall(moment, LocalTime.ZoneOf(world, row))).At, window.Unit), IsDate: true) : row[window.Column];

    public static DateTime Begin(DateTime moment, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Hour => moment.Date.AddHours(moment.Hour),
        PeriodUnit.Week => moment.Date.AddDays(-(((int)moment.DayOfWeek + 6) % 7)),
        PeriodUnit.Month => new(moment.Year, moment.Month, 1),
        PeriodUnit.Quarter => new(moment.Year, (((moment.Month - 1) / 3) * 3) + 1, 1),
        PeriodUnit.Year => new(moment.Year, 1, 1),
        _ => moment.Date,
    };

    public static DateTime Later(DateTime from, int steps, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Hour => from.AddHours(steps),
        PeriodUnit.Week => from.AddDays(7 * steps),
        PeriodUnit.Month => from.AddMonths(steps),
        PeriodUnit.Quarter => from.AddMonths(3 * steps),
        PeriodUnit.Year => from.AddYears(steps),
        _ => from.AddDays(steps),
    };
}
