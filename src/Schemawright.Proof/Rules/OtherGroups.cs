using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>Spreads rows of one limit's group over the groups of a table's other limits, so that each limit is reached alone.</summary>
internal static class OtherGroups
{
    public static void Spread(PlannedWorld world, TableDesign table, QuotaDesign quota, PlannedRow[] rows)
    {
        foreach (var other in table.Quotas.Where(other => other != quota && other is { Sum: null, Limit: >= 1 }))
        {
            if (other.Window is { } window && quota.Window is null && table.ColumnOf(window.Column) is { } moment)
            {
                OverTime(rows, moment.Name, window.Unit, (int)other.Limit);
            }
            else if (table.ForeignKeys.FirstOrDefault(link => other.Per.Contains(link.Column, StringComparer.Ordinal) && !quota.Per.Contains(link.Column, StringComparer.Ordinal)) is { } link)
            {
                OverParents(world, rows, link, (int)other.Limit);
            }
        }
    }

    private static void OverTime(PlannedRow[] rows, string column, PeriodUnit unit, int most)
    {
        for (var place = 0; place < rows.Length; place++)
        {
            if (rows[place][column] is MomentValue moment)
            {
                rows[place].Values[column] = moment with { At = Timetable.Later(moment.At, place / most, unit) };
            }
        }
    }

    private static void OverParents(PlannedWorld world, PlannedRow[] rows, ForeignKeyDesign link, int most)
    {
        var parents = new Dictionary<int, PlannedRow>();
        for (var place = 0; place < rows.Length; place++)
        {
            if (!parents.TryGetValue(place / most, out var parent))
            {
                parents[place / most] = parent = world.Fresh(world.Design.Find(link.ReferencedTable)!);
            }

            rows[place].Values[link.Column] = new KeyValue(parent);
        }
    }
}
