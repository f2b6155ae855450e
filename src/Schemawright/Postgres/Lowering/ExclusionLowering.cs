using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Rows whose times may not overlap: half-open ranges, an open end lasts for ever.</summary>
internal static class ExclusionLowering
{
    public static Seq<PgExclusion> Lower(Target target, TableDesign table) =>
        table.Exclusions.Select(exclusion => Lower(target, table, exclusion)).OfType<PgExclusion>().ToSeq();

    private static PgExclusion? Lower(Target target, TableDesign table, ExclusionDesign exclusion)
    {
        var where = Live(table, exclusion.Where);
        var condition = where is null ? null : Expressions.Condition(target, table, where, exclusion.Origin, exclusion.Name);
        if ((where is not null && condition is null) || table.Find(exclusion.Start) is not { } start || table.Find(exclusion.End) is not { } end)
        {
            return null;
        }

        var keys = Keys(target, table, exclusion).Select(key => SqlText.Of($"{new Identifier(key)} WITH ="));
        return new(FittedName.Fit(exclusion.Name), [.. keys, SqlText.Of($"{Range(start, end)} WITH &&")], condition)
        {
            Comment = Sourced.Comment(exclusion.Description, exclusion.Origin),
        };
    }

    private static IEnumerable<string> Keys(Target target, TableDesign table, ExclusionDesign exclusion) =>
        target.TenantKey(table) is { } tenant && !exclusion.Keys.Contains(tenant, StringComparer.Ordinal) ? [tenant, .. exclusion.Keys] : exclusion.Keys;

    private static SqlText Range(ColumnDesign start, ColumnDesign end)
    {
        var (from, to) = (new Identifier(start.Name), new Identifier(end.Name));
        return start.Type.Kind switch
        {
            DataKind.Date => SqlText.Of($"daterange({from}, {to})"),
            DataKind.Timestamp => SqlText.Of($"tstzrange({from}, {to})"),
            DataKind.LocalTimestamp => SqlText.Of($"tsrange({from}, {to})"),
            // PostgreSQL has no range of times of day: their seconds are numbers.
            DataKind.Time => SqlText.Of($"numrange(extract(epoch FROM {from}), extract(epoch FROM {to}))"),
            DataKind.Integer => SqlText.Of($"int4range({from}, {to})"),
            DataKind.BigInteger or DataKind.Identity => SqlText.Of($"int8range({from}, {to})"),
            _ => SqlText.Of($"numrange({from}, {to})"),
        };
    }

    private static Expr? Live(TableDesign table, Expr? where)
    {
        if (!table.SoftDelete || table.Columns.FirstOrDefault(column => column.Role == ColumnRole.DeletedAt) is not { } deleted)
        {
            return where;
        }

        var live = new Not(new IsPresent(Ref.To(deleted.Name)));
        return where is null ? live : where.Refs().Any(reference => reference.Attribute == deleted.Name) ? where : new And([where, live]);
    }
}
