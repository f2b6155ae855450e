using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Working days: how many days of the calendar they take from a day on, with the holidays that stand in a table.</summary>
internal static class WorkingDayLowering
{
    public static readonly QualifiedName Count = QualifiedName.Of("app", "working_days");

    public static IEnumerable<PgTable> Table(Target target) => WorkingDayCalendar.Of(target.Design) is { } table ? [TableLowering.Lower(target, table)] : [];

    public static IEnumerable<PgFunction> Functions(Target target)
    {
        if (WorkingDayCalendar.Of(target.Design) is null)
        {
            yield break;
        }

        yield return new(Count, "p_from date, p_days integer", "integer", "plpgsql", "STABLE",
            SqlText.Of(
                $"""
                DECLARE
                    moved integer := 0;
                    still integer := abs(p_days);
                BEGIN
                    WHILE still > 0 AND abs(moved) < 100000 LOOP
                        moved := moved + sign(p_days)::integer;
                        IF extract(isodow FROM p_from + moved) < 6 AND NOT EXISTS (SELECT FROM {Target.NameOf(WorkingDayCalendar.Table)} AS holiday WHERE holiday.{new Identifier(WorkingDayCalendar.Day)} = p_from + moved) THEN
                            still := still - 1;
                        END IF;
                    END LOOP;
                    RETURN moved;
                END
                """),
            true, false, Sourced.Comment("How many days of the calendar so many working days take from a day on; below zero where they lie before it", Origin.Decided(WorkingDayCalendar.Choice)), Origin.Decided(WorkingDayCalendar.Choice));
    }

    /// <summary>The day, or the time of a clock on the wall, so many working days on.</summary>
    public static SqlText Moved(SqlText from, bool isDay, int days) => isDay
        ? SqlText.Of($"{from} + {Count}({from}, {days})")
        : SqlText.Of($"{from} + {Count}(({from})::date, {days}) * INTERVAL '1 day'");

    public static IEnumerable<PgGrant> Grants(Target target) => WorkingDayCalendar.Of(target.Design) is null ? []
        : target.Design.Roles.Where(role => role.Purpose is RolePurpose.Application or RolePurpose.ReadOnly or RolePurpose.JobRunner or RolePurpose.Actor)
            .Select(role => new PgGrant("SELECT", SqlText.Of($"TABLE {Target.NameOf(WorkingDayCalendar.Table)}"), target.Role(role.Name)));
}
