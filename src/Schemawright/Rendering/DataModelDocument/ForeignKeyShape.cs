using Schemawright.Domain;
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

    /// <summary>Both ends as entity diagrams draw them, the parent's first: <c>||--o{</c>.</summary>
    public static string Ends(ModelTables model, TablePair child, PgForeignKey key)
    {
        var parent = IsOptional(child.Table, key) ? "|o" : "||";
        var children = IsUnique(child.Table, key) ? "o|" : LinkOf(model, child, key)?.Children.Min > 0 ? "|{" : "o{";
        return $"{parent}--{children}";
    }

    /// <summary>What the documents call the relationship, else the role its foreign key has.</summary>
    public static string Label(ModelTables model, TablePair child, PgForeignKey key) =>
        LinkOf(model, child, key)?.Label is { Length: > 0 } words && words is not "has" ? words : child.DesignOf(key)?.Role ?? key.Referenced.Name.Text;

    private static Relationship? LinkOf(ModelTables model, TablePair child, PgForeignKey key) =>
        child.DesignOf(key) is { } design ? model.LinkOf(child.Design!, design) : null;

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
