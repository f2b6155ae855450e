using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>What a state demands of its rows, where a time limit and not a person leads to it: the limit is the reason, and the job's moment the time.</summary>
internal static class TimeoutReasons
{
    public static IEnumerable<SqlText> Of(TableDesign table, TimeoutJob job, Identifier row) => Demanded(table, job).Distinct(StringComparer.Ordinal)
        .Select(table.Find).OfType<ColumnDesign>().Where(column => column is { Nullable: true, Type.IsArray: false, Generated: null })
        .Select(column => Assigned(column, job, row)).OfType<SqlText>();

    private static IEnumerable<string> Demanded(TableDesign table, TimeoutJob job) =>
        from rule in table.Checks.Select(check => check.Condition).Concat(table.RowRules.Where(rule => rule is { When: not null, OnUpdateOf.Count: > 0 }).Select(rule => new Implies(rule.When!, rule.Must))).OfType<Implies>()
        where Terms(rule.When).Any(term => Enters(term, job))
        from term in Terms(rule.Then).OfType<IsPresent>()
        where term.Term is Ref { IsOwn: true }
        select ((Ref)term.Term).Attribute;

    private static IEnumerable<Expr> Terms(Expr expr) => expr is And all ? all.Terms : [expr];

    private static bool Enters(Expr term, TimeoutJob job) => term switch
    {
        Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true, Old: false } state, Right: Literal value } => state.Attribute == job.Column && value.Text == job.To,
        OneOf { Term: Ref { IsOwn: true, Old: false } state } list => state.Attribute == job.Column && list.Values.Any(value => value.Text == job.To),
        _ => false,
    };

    private static SqlText? Assigned(ColumnDesign column, TimeoutJob job, Identifier row)
    {
        var name = new Identifier(column.Name);
        var words = $"{job.From} for {IntervalSql.Text(job.After)}";
        return column.Type.Kind switch
        {
            DataKind.ShortText or DataKind.LongText or DataKind.Unknown => SqlText.Of($"{name} = coalesce(nullif(btrim({row}.{name}), ''), {SqlLiteral.String(column.Type.Length is { } most && most < words.Length ? words[..most] : words)})"),
            DataKind.Timestamp or DataKind.LocalTimestamp or DataKind.Date => SqlText.Of($"{name} = coalesce({row}.{name}, {BaseFunctions.JobTime}())"),
            _ => null,
        };
    }
}
