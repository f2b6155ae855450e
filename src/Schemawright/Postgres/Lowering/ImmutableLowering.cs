using Schemawright.Design;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>Columns, or whole rows, that may not change any more.</summary>
internal static class ImmutableLowering
{
    public static TriggerSet Lower(Target target, TableDesign table, ImmutableDesign rule)
    {
        var kept = (rule.Columns.Count > 0 ? rule.Columns.Where(column => table.Find(column) is not null) : WholeRow(table)).Select(column => new Identifier(column)).ToList();
        if (kept.Count == 0)
        {
            return new([], []);
        }

        var changed = SqlText.Join(" OR ", kept.Select(column => Changes.Of(table, column.Text)));
        var events = SqlText.Of($"UPDATE OF {SqlText.Join(", ", kept.Select(column => SqlText.Of($"{column}")))}");
        return RefusalLowering.Lower(target, table, rule.Name, rule.When, changed, events, rule.Description, rule.Origin);
    }

    /// <summary>All that people wrote: not the row's own books, and not what is computed from the rest.</summary>
    private static IEnumerable<string> WholeRow(TableDesign table) => table.Columns
        .Where(column => column.Generated is null && column.Role is not (ColumnRole.StateSince or ColumnRole.UpdatedAt or ColumnRole.UpdatedBy or ColumnRole.Version))
        .Select(column => column.Name);
}
