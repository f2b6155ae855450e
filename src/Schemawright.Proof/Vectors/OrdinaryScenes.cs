using Schemawright.Design;

namespace Schemawright.Proof.Vectors;

/// <summary>Everyday events of a table that break no rule: a row comes, a value changes, a row goes.</summary>
internal static class OrdinaryScenes
{
    private const int MostColumns = 25;

    public static IEnumerable<Scene> Inserts(TableDesign table, Staging staging)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        return staging.Insert(world, row, RowRules.Created(row));
    }

    /// <summary>No value of a stored row may change: the design says so without a condition, or there is nothing but its key.</summary>
    public static bool NeverChanges(TableDesign table) => Changeable(table).All(column =>
        table.Immutables.Any(rule => rule.When is null && (rule.Columns.Count == 0 || rule.Columns.Contains(column.Name, StringComparer.Ordinal))));

    /// <summary>Each changes one column.</summary>
    /// <param name="committed">What the rows around come to is right once the change is committed.</param>
    public static IEnumerable<(Scene Scene, ColumnDesign Column, string Key)> Updates(TableDesign table, Staging staging, bool committed = false) =>
        Changeable(table).OrderBy(column => column.Role is ColumnRole.Attribute ? 0 : 1).Take(MostColumns)
            .SelectMany(column => Updates(table, column, staging, committed).Select(pair => (pair.Scene, column, pair.Key)));

    public static IEnumerable<(Scene Scene, string Key)> Deletes(TableDesign table, Staging staging)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        return staging.Delete(world, row, RowRules.Deleted(row)).Select(scene => (scene, staging.Sql.KeyOf(row)));
    }

    private static IEnumerable<ColumnDesign> Changeable(TableDesign table) =>
        table.Columns.Where(column => column.Generated is null && !table.IsKey(column.Name) && column.Role is not (ColumnRole.Tenant or ColumnRole.Version or ColumnRole.StateSince or ColumnRole.CreatedAt or ColumnRole.UpdatedAt));

    private static IEnumerable<(Scene Scene, string Key)> Updates(TableDesign table, ColumnDesign column, Staging staging, bool committed)
    {
        var world = staging.World();
        var row = Staging.Changing(world.Fresh(table), [column.Name]);
        return staging.Update(world, row, [new(RowRules.Differs(column.Name), row, Wanted.True), .. RowRules.Changed(row), .. committed ? world.Rows.ToList().SelectMany(around => RowRules.Committed(around, staging.Design)) : []]).Take(2)
            .Select(scene => (scene, staging.Sql.KeyOf(row)));
    }
}
