using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>When a column's value changed, null included.</summary>
internal static class Changes
{
    public static SqlText Of(TableDesign table, string column)
    {
        var name = new Identifier(column);
        return Of(table.Find(column), SqlText.Of($"OLD.{name}"), SqlText.Of($"NEW.{name}"));
    }

    /// <summary>A point has no equality that IS DISTINCT FROM could use; its text has.</summary>
    public static SqlText Of(ColumnDesign? column, SqlText before, SqlText after) => column?.Type.Kind == DataKind.Coordinates
        ? SqlText.Of($"{before}::text IS DISTINCT FROM {after}::text")
        : SqlText.Of($"{before} IS DISTINCT FROM {after}");
}
