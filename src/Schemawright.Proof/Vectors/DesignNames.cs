using Schemawright.Design;

namespace Schemawright.Proof.Vectors;

/// <summary>What names in rules mean on a table.</summary>
internal static class DesignNames
{
    public static ForeignKeyDesign? LinkByRole(this TableDesign table, string role) =>
        table.ForeignKeys.FirstOrDefault(link => link.Role == role)
        ?? table.ForeignKeys.FirstOrDefault(link => link.Column == role || link.Column == role + "_id");

    public static ForeignKeyDesign? LinkByColumn(this TableDesign table, string column) =>
        table.ForeignKeys.FirstOrDefault(link => link.Column == column) ?? table.ForeignKeys.FirstOrDefault(link => link.Columns.Contains(column, StringComparer.Ordinal));

    /// <summary>The column itself, or the key of the reference with that role.</summary>
    public static ColumnDesign? ColumnOf(this TableDesign table, string attribute) =>
        table.Find(attribute)
        ?? (table.LinkByRole(attribute) is { } link ? table.Find(link.Column) : null)
        ?? table.Find(attribute + "_id");

    /// <summary>Given by the database whatever is sent, so that no program can break a rule with it.</summary>
    public static bool IsGiven(this TableDesign table, string column) => table.Numberings.Any(numbering => numbering.Column == column || numbering.SpanColumn == column);

    public static ColumnDesign? TenantColumn(this TableDesign table) => table.Columns.FirstOrDefault(column => column.Role == ColumnRole.Tenant);

    public static bool IsKey(this TableDesign table, string column) => table.PrimaryKey.Columns.Contains(column, StringComparer.Ordinal);
}
