using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>The day, week, month or year a row's moment falls into, by the days of its table.</summary>
internal sealed record QuotaSpan(Target Target, TableDesign Table, ColumnDesign Moment, PeriodUnit Unit)
{
    public static Identifier Name { get; } = new("span");

    public Identifier Column { get; } = new(Moment.Name);

    public SqlText Of(Identifier alias)
    {
        var unit = SqlLiteral.String(Unit.ToString().ToLowerInvariant());
        return Moment.Type.Kind == DataKind.Timestamp || Moment.Role is ColumnRole.CreatedAt or ColumnRole.UpdatedAt
            ? SqlText.Of($"date_trunc({unit}, {alias}.{Column} AT TIME ZONE {new ColumnScope(Target, Table, alias).Zone})")
            : SqlText.Of($"date_trunc({unit}, {alias}.{Column}::timestamp)");
    }
}
