using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>Writes an access path as the query an application would send, under EXPLAIN.</summary>
internal static class AccessQuery
{
    /// <returns>Null when the path names a column the model does not have, or is a search in text.</returns>
    public static SqlText? Of(DocumentSource source, AccessPath path)
    {
        if (source.Design.OfEntity(path.Entity) is not { } design || source.Find(design.Name) is not { } table || path.Search.Count > 0)
        {
            return null;
        }

        var live = SoftDeletion.LiveRowsOf(design, path);
        var condition = path.Where is null ? null : ConditionOf(table, design, DesignEdits.AllOf([.. DesignEdits.TermsOf(path.Where), live]));
        var fixedColumns = condition is null ? [] : path.Where!.Refs().Select(reference => reference.Attribute).ToHashSet(StringComparer.Ordinal);
        var equal = path.Equality.Where(name => !fixedColumns.Contains(name)).Select(name => ColumnOf(table, design, name)).ToArray();
        var range = path.Range is null ? null : ColumnOf(table, design, path.Range);
        var order = path.OrderBy is null ? null : ColumnOf(table, design, path.OrderBy);
        if (equal.Contains(null) || (path.Range is not null && range is null) || (path.OrderBy is not null && order is null) || (equal.Length == 0 && range is null && order is null && condition is null))
        {
            return null;
        }

        var tenant = design.Scope == TenantScope.Scoped && source.Design.Tenancy.TenantColumn is { } tenantColumn ? ColumnOf(table, design, tenantColumn) : null;
        var mark = live is null || condition is not null ? null : table.Columns.FirstOrDefault(column => column.Design?.Role == ColumnRole.DeletedAt);
        IEnumerable<SqlText> conditions = [.. Conditions(tenant, equal, range), .. condition is null ? [] : new[] { condition.Sql }, .. mark is null ? [] : new[] { SqlText.Of($"{mark.Column.Name} IS NULL") }];
        return Query(table, [.. conditions], order, path.Descending);
    }

    /// <summary>A path over some of the rows is served by a partial index, whose condition the query repeats.</summary>
    private static Condition? ConditionOf(TablePair table, TableDesign design, Expr? where) => design.Indexes.Where(index => Equals(index.Where, where))
        .Select(index => table.Table.Indexes.FirstOrDefault(known => string.Equals(known.Name.Text, index.Name, StringComparison.Ordinal))?.Where)
        .FirstOrDefault(lowered => lowered is not null);

    private static IEnumerable<SqlText> Conditions(ColumnPair? tenant, IEnumerable<ColumnPair?> equal, ColumnPair? range)
    {
        if (tenant is not null)
        {
            yield return ExampleRow.Equal(tenant);
        }

        foreach (var column in equal)
        {
            yield return column!.Column.Type.EndsWith("[]", StringComparison.Ordinal)
                ? SqlText.Of($"{column.Column.Name} @> {BusinessTypes.Literal(column)}")
                : ExampleRow.Equal(column);
        }

        if (range is not null)
        {
            yield return SqlText.Of($"{range.Column.Name} >= {BusinessTypes.Literal(range)}");
        }
    }

    private static SqlText Query(TablePair table, IReadOnlyCollection<SqlText> conditions, ColumnPair? order, bool descending)
    {
        var where = conditions.Count == 0 ? SqlText.Empty : SqlText.Of($"\nWHERE {SqlText.Join("\n  AND ", conditions)}");
        var direction = descending ? SqlText.Of($" DESC") : SqlText.Empty;
        var sorted = order is null ? SqlText.Empty : SqlText.Of($"\nORDER BY {order.Column.Name}{direction}");
        return SqlText.Of($"EXPLAIN\nSELECT * FROM {table.Table.Name}{where}{sorted}\nLIMIT 50;");
    }

    /// <summary>A role stands for its foreign key's column.</summary>
    private static ColumnPair? ColumnOf(TablePair table, TableDesign design, string attribute)
    {
        var column = design.ForeignKeys.FirstOrDefault(key => string.Equals(key.Role, attribute, StringComparison.Ordinal))?.Column ?? attribute;
        var known = table.Columns.FirstOrDefault(known => string.Equals(known.Name, column, StringComparison.Ordinal));
        return known is { Design.Type.Kind: DataKind.Json } ? null : known;
    }
}
