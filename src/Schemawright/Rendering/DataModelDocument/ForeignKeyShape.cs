using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>What a foreign key's columns say about how many there can be on each side.</summary>
internal static class ForeignKeyShape
{
    /// <summary>A child may have no parent: one of the columns can be null.</summary>
    public static bool IsOptional(PgTable table, PgForeignKey key) => key.Columns.Any(column => table.Find(column.Text) is { NotNull: false });

    /// <summary>A parent has at most one child: the columns, or some of them, are unique.</summary>
    public static bool IsUnique(PgTable table, PgForeignKey key)
    {
        var columns = key.Columns.ToHashSet();
        return Keys(table).Any(unique => unique.Count > 0 && unique.All(columns.Contains));
    }

    private static IEnumerable<IReadOnlyCollection<Identifier>> Keys(PgTable table)
    {
        if (table.PrimaryKey is { } primary)
        {
            yield return primary.Columns;
        }

        foreach (var unique in table.Uniques)
        {
            yield return unique.Columns;
        }
    }
}
