using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Views for reading. A mask hides whatever it does not recognise.</summary>
internal static class ViewLowering
{
    private static readonly Identifier Row = new("this_row");

    /// <summary>
    /// A view of masks runs as the owner, because its readers may not read the columns below; the owner is bound by row security, so
    /// tenants stay apart, and the limits of single roles stand in the view itself. Every other view runs as its reader.
    /// </summary>
    public static Seq<PgView> Lower(Target target) => target.Design.Views.Select(view => Lower(target, view)).OfType<PgView>().ToSeq();

    private static PgView? Lower(Target target, ViewDesign view)
    {
        if (target.Table(view.Table) is not { } table)
        {
            return null;
        }

        var columns = view.Columns.Select(table.Find).OfType<ColumnDesign>().ToList();
        var where = view.Where is null ? null : Expressions.Try(target, view.Origin, view.Name, () => new ExprSql(new ColumnScope(target, table, Row)).Condition(view.Where));
        if (columns.Count == 0 || (view.Where is not null && where is null))
        {
            return null;
        }

        var list = SqlText.Join(",\n", columns.Select(column => view.Masked ? Masked(column) : SqlText.Of($"{new Identifier(column.Name)}")));
        var query = SqlText.Of(
            $"""
            SELECT
                {list}
            FROM {Target.NameOf(table.Name)} AS {Row}
            """);
        var limits = view.Masked ? RowScopeLowering.InView(target, table, Row) : null;
        var conditions = new[] { where?.Sql, limits }.OfType<SqlText>().ToList();
        return new(Target.NameOf(view.Name), conditions.Count == 0 ? query : SqlText.Of($"{query}\nWHERE {SqlText.Join("\nAND ", conditions)}"),
            view.Masked ? "security_barrier = true" : "security_invoker = true, security_barrier = true", false, Sourced.Comment(view.Comment, view.Origin), view.Origin);
    }

    private static SqlText Masked(ColumnDesign column)
    {
        var name = new Identifier(column.Name);
        if (column.Mask is "none" or "")
        {
            return SqlText.Of($"{name}");
        }

        if (column.Type.IsArray || !ColumnTypes.IsText(column.Type.Kind))
        {
            return SqlText.Of($"NULL::{SqlText.Words(ColumnTypes.BaseOf(column.Type))} AS {name}");
        }

        return column.Mask switch
        {
            "last4" => SqlText.Of($"CASE WHEN char_length({name}) >= 8 THEN '***' || right({name}, 4) WHEN {name} IS NOT NULL THEN '***' END AS {name}"),
            "email" => SqlText.Of($"CASE WHEN {name} ~ '^[^@]+@[^@]+$' AND position('@' in {name}) > 4 THEN left({name}, 1) || '***@' || split_part({name}, '@', 2) WHEN {name} IS NOT NULL THEN '***' END AS {name}"),
            "initial" => SqlText.Of($"CASE WHEN char_length({name}) >= 2 THEN left({name}, 1) || '***' WHEN {name} IS NOT NULL THEN '***' END AS {name}"),
            _ => SqlText.Of($"CASE WHEN {name} IS NOT NULL THEN '***' END AS {name}"),
        };
    }
}
