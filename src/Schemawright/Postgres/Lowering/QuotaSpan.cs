using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>The day, week, month or year a row's moment falls into, by the days of its table.</summary>
internal sealed record QuotaSpan(Target Target, TableDesign Table, ColumnDesign Moment, PeriodUnit Unit)
{
    public static Identifier Name { get; } = new("span");

    public Identifier Column { get; } = new(Moment.Name);

    /// <summary>A bound that an index can use, a day wider on either side than any zone needs.</summary>
    public SqlText Around(Identifier alias, SqlText span)
    {
        var step = SqlText.Of($"INTERVAL {SqlLiteral.String(Unit == PeriodUnit.Quarter ? "3 months" : "1 " + Unit.ToString().ToLowerInvariant())}");
        return IsMoment
            ? SqlText.Of($"{alias}.{Column} >= ({span} - INTERVAL '1 day') AT TIME ZONE 'UTC' AND {alias}.{Column} < ({span} + {step} + INTERVAL '1 day') AT TIME ZONE 'UTC'")
            : SqlText.Of($"{alias}.{Column} >= {span} AND {alias}.{Column} < {span} + {step}");
    }

    private bool IsMoment => Moment.Type.Kind == DataKind.Timestamp || Moment.Role is ColumnRole.CreatedAt or ColumnRole.UpdatedAt;

    public SqlText Of(Identifier alias)
    {
        var unit = SqlLiteral.String(Unit.ToString().ToLowerInvariant());
        return IsMoment
            ? SqlText.Of($"date_trunc({unit}, {alias}.{Column} AT TIME ZONE {new ColumnScope(Target, Table, alias).Zone})")
            : SqlText.Of($"date_trunc({unit}, {alias}.{Column}::timestamp)");
    }
}
