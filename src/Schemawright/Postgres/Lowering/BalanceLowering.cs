using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>A whole and figures over its parts: compared at commit, from the whole's side and from each part's.</summary>
internal static class BalanceLowering
{
    public static TriggerSet Lower(Target target, TableDesign table, BalanceDesign balance)
    {
        var must = Expressions.Try(target, balance.Origin, balance.Name, () => new ExprSql(new ColumnScope(target, table, new Identifier("whole"))).Condition(balance.Must));
        if (must is null)
        {
            return new([], []);
        }

        var name = FittedName.Fit(balance.Name);
        var key = new Identifier(table.PrimaryKey.Columns[^1]);
        var own = balance.Must.Refs().Where(reference => reference.IsOwn).Select(reference => reference.Attribute).Distinct(StringComparer.Ordinal).Select(column => new Identifier(column)).ToList();
        var whole = Function(target, table, table, balance, must, "NEW", key, "");
        var events = own.Count == 0 ? SqlText.Of($"INSERT") : SqlText.Of($"INSERT OR UPDATE OF {SqlText.Join(", ", own.Select(column => SqlText.Of($"{column}")))}");
        List<PgFunction> functions = [whole];
        List<PgTrigger> triggers = [Deferred(name, table, events, whole, balance)];
        foreach (var (child, link) in Parts(target, table, balance.Must))
        {
            var column = new Identifier(link.Column);
            var written = Function(target, table, child, balance, must, "NEW", column, "written_" + child.Name);
            functions.Add(written);
            triggers.Add(Deferred(FittedName.Of(balance.Name, "written"), child, SqlText.Of($"INSERT OR UPDATE"), written, balance));
            if (!IsCeiling(balance.Must))
            {
                var gone = Function(target, table, child, balance, must, "OLD", column, "gone_" + child.Name);
                functions.Add(gone);
                triggers.Add(Deferred(FittedName.Of(balance.Name, "gone"), child, SqlText.Of($"DELETE OR UPDATE OF {column}"), gone, balance));
            }
        }

        return new([.. functions], [.. triggers]);
    }

    /// <summary>A number of rows that must stay below something: a part that goes cannot break it.</summary>
    private static bool IsCeiling(Expr must) => must is Compare compare && compare switch
    {
        { Op: CompareOp.Less or CompareOp.LessOrEqual, Left: Aggregate { Kind: AggregateKind.Count }, Right: not Aggregate } => !compare.Right.Nodes().OfType<Aggregate>().Any(),
        { Op: CompareOp.Greater or CompareOp.GreaterOrEqual, Right: Aggregate { Kind: AggregateKind.Count }, Left: not Aggregate } => !compare.Left.Nodes().OfType<Aggregate>().Any(),
        _ => false,
    };

    private static PgTrigger Deferred(Identifier name, TableDesign table, SqlText events, PgFunction function, BalanceDesign balance) =>
        RuleFunctions.Trigger(name, table, "AFTER", events, "ROW", null, null, function.Name, [], balance.Description, balance.Origin) with { Deferred = true };

    /// <summary>The tables whose rows are counted or summed, each with the reference that ties them.</summary>
    private static IEnumerable<(TableDesign Table, ForeignKeyDesign Link)> Parts(Target target, TableDesign table, Expr must) =>
        from figure in must.Nodes().OfType<Aggregate>().DistinctBy(figure => (figure.Entity, figure.Role))
        let child = target.OfEntity(figure.Entity) ?? target.Table(figure.Entity)
        let link = child?.ForeignKeys.FirstOrDefault(key => key.ReferencedTable == table.Name && (key.Role == figure.Role || key.Column == figure.Role))
        where link is not null
        select (child, link);

    private static PgFunction Function(Target target, TableDesign table, TableDesign written, BalanceDesign balance, Condition must, string row, Identifier column, string suffix)
    {
        var name = FittedName.Fit(balance.Name);
        var record = SqlText.Words(row);
        var key = new Identifier(table.PrimaryKey.Columns[^1]);
        var live = table.SoftDelete && table.Columns.FirstOrDefault(known => known.Role == ColumnRole.DeletedAt) is { } deleted ? SqlText.Of($" AND whole.{new Identifier(deleted.Name)} IS NULL") : SqlText.Empty;
        var tenant = TenantSwitch.After(target, written, record);
        // One writer at a time for each whole: two sessions would each see only their own part.
        var body = SqlText.Of(
            $"""
            {tenant.Enter}
            PERFORM {BaseFunctions.SeeOthers}();
            PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', {SqlLiteral.String(name.Text)}, {record}.{column}), 0));
            broken := EXISTS (
                SELECT FROM {Target.NameOf(table.Name)} AS whole
                WHERE whole.{key} = {record}.{column}{live}
                  AND {must} IS FALSE
            );
            {tenant.Leave}
            IF broken THEN
                {RuleFunctions.Raise(table, name, balance.Description)}
            END IF;
            RETURN NULL;
            """);
        return RuleFunctions.Make(RuleFunctions.NameOf(table, suffix.Length == 0 ? balance.Name : $"{balance.Name}_{suffix}"), RuleFunctions.Lines([tenant.Declare, SqlText.Of($"broken boolean;")]), body, balance.Description, balance.Origin);
    }
}
