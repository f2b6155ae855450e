using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>How a job finds rows whose moment lies so long ago, by the days of their table's time zone.</summary>
internal static class PassedTime
{
    public static SqlText Of(Target target, TableDesign table, Identifier row, string since, SqlText now, Period period)
    {
        var scope = new ColumnScope(target, table, row);
        var (moment, kind) = (scope.Own(since), table.Find(since)!.Type.Kind);
        if (period.Unit < PeriodUnit.Day && kind == DataKind.Timestamp)
        {
            return SqlText.Of($"{moment} < {now} - {IntervalSql.Write(period)}");
        }

        var (here, wall) = (SqlText.Of($"{now} AT TIME ZONE {scope.Zone}"), kind == DataKind.Timestamp ? SqlText.Of($"{moment} AT TIME ZONE {scope.Zone}") : moment);
        if (period.Unit == PeriodUnit.BusinessDay)
        {
            return SqlText.Of($"{Bound(kind, moment, now, period with { Unit = PeriodUnit.Day })} AND {WorkingDayLowering.Moved(wall, kind == DataKind.Date, (int)period.Amount)} < {here}");
        }

        return kind != DataKind.Timestamp ? SqlText.Of($"{moment} < {here} - {IntervalSql.Write(period)}")
            : LocalDays.IsElsewhere(table) || table.Zone is not null ? SqlText.Of($"{Bound(kind, moment, now, period)} AND {wall} < {here} - {IntervalSql.Write(period)}")
            : SqlText.Of($"{moment} < ({here} - {IntervalSql.Write(period)}) AT TIME ZONE {scope.Zone}");
    }

    /// <summary>One an index can use, and no row that is due is beyond it: zones are less than two days apart, and working days never take less.</summary>
    private static SqlText Bound(DataKind kind, SqlText moment, SqlText now, Period period) => kind == DataKind.Timestamp
        ? SqlText.Of($"{moment} < {now} - {IntervalSql.Write(period)} + INTERVAL '2 days'")
        : SqlText.Of($"{moment} < {now} AT TIME ZONE 'UTC' - {IntervalSql.Write(period)} + INTERVAL '2 days'");
}
