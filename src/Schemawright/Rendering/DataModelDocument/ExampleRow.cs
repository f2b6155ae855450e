using Schemawright.Design;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>Conditions and values for runnable examples against a table of the model.</summary>
internal static class ExampleRow
{
    /// <summary>The row with the example key: <c>tenant_id = '…' AND id = '…'</c>.</summary>
    public static SqlText ByKey(TablePair table) =>
        Join(table.Columns.Where(column => table.Table.PrimaryKey?.Columns.Contains(column.Column.Name) == true));

    public static SqlText Equal(ColumnPair column) => SqlText.Of($"{column.Column.Name} = {BusinessTypes.Literal(column)}");

    public static SqlText Join(IEnumerable<ColumnPair> columns) => SqlText.Join("\n  AND ", columns.Select(Equal));

    /// <summary>A column an application may change: an own attribute, plain text first.</summary>
    public static ColumnPair? Changeable(TablePair table) => table.Columns
        .Where(column => column.Design is { Role: ColumnRole.Attribute, Generated: null } && !column.Column.Identity && column.Column.Generated is null)
        .OrderBy(column => Preference(column.Design!.Type.Kind))
        .FirstOrDefault();

    private static int Preference(Terms.DataKind kind) => kind switch
    {
        Terms.DataKind.ShortText => 0,
        Terms.DataKind.LongText => 1,
        Terms.DataKind.Date => 2,
        _ => 3,
    };
}
