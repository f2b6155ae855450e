using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Columns with their stored type, default and generation.</summary>
internal static class ColumnLowering
{
    public static Seq<PgColumn> Lower(Target target, TableDesign table) => table.Columns.Select(column => Lower(target, table, column)).ToSeq();

    private static PgColumn Lower(Target target, TableDesign table, ColumnDesign column)
    {
        var identity = column.Type.Kind == DataKind.Identity && column.Role == ColumnRole.Key;
        var generated = column.Generated is null ? null : Expressions.Value(target, table, column.Generated, column.Origin, column.Name);
        return new(new Identifier(column.Name), ColumnTypes.Of(column.Type), !column.Nullable, generated is null && !identity ? DefaultOf(target, table, column) : null, generated, Sourced.Comment(column.Comment, column.Origin), column.Origin)
        {
            Identity = identity,
            Role = column.Role,
        };
    }

    private static SqlText? DefaultOf(Target target, TableDesign table, ColumnDesign column) => column switch
    {
        { Default: { } stated } => LocalDays.IsDefault(table, column) ? null : Stated(target, stated, column.Type),
        { Role: ColumnRole.Key, Type.Kind: DataKind.Uuid } when !IsReference(table, column.Name) => SqlText.Of($"{QualifiedName.Of("app", "uuid7")}()"),
        { Role: ColumnRole.Tenant } => SqlText.Of($"{QualifiedName.Of("app", "tenant_id")}()"),
        { Role: ColumnRole.CreatedAt or ColumnRole.UpdatedAt } => SqlText.Of($"now()"),
        { Role: ColumnRole.Version } => SqlText.Of($"1"),
        _ => null,
    };

    /// <summary>A default sees no column, so its day is the product's; where a place names the zone, <see cref="LocalDayLowering"/> fills it in.</summary>
    private static SqlText? Stated(Target target, Expr stated, DataType type) => stated switch
    {
        Clock clock when clock.Kind == ClockKind.Today || type.Kind == DataKind.Date => SqlText.Of($"(now() AT TIME ZONE {target.Zone})::date"),
        Clock => type.Kind == DataKind.LocalTimestamp ? SqlText.Of($"now() AT TIME ZONE {target.Zone}") : SqlText.Of($"now()"),
        Literal literal => Constants.Of(literal, type),
        _ => null,
    };

    private static bool IsReference(TableDesign table, string column) => table.ForeignKeys.Any(key => key.Column == column);
}
