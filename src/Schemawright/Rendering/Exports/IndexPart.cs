using Schemawright.Collections;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Exports;

/// <summary>What an index is over: a column of its table, or an expression.</summary>
/// <param name="Column">Null for an expression.</param>
internal sealed record IndexPart(PgColumn? Column, bool Descending, SqlText Sql)
{
    public static Seq<IndexPart> Of(PgTable table, PgIndex index) => index.Columns.Select(part => Of(table, part)).ToSeq();

    private static IndexPart Of(PgTable table, SqlText part)
    {
        var ascending = table.Columns.FirstOrDefault(column => string.Equals(column.Name.ToString(), part.Text, StringComparison.Ordinal));
        var descending = ascending is null ? table.Columns.FirstOrDefault(column => string.Equals($"{column.Name} DESC", part.Text, StringComparison.Ordinal)) : null;
        return new(ascending ?? descending, descending is not null, part);
    }
}
