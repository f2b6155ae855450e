using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>A rule about the moment of a change, the clock or other rows: a function of its own, fired before the row is written.</summary>
internal static class RowRuleLowering
{
    public static TriggerSet Lower(Target target, TableDesign table, RowRuleDesign rule)
    {
        var written = rule.OnInsert || rule.OnUpdateOf.Count > 0 ? Lower(target, table, rule, deleting: false) : null;
        var deleted = rule.OnDelete ? Lower(target, table, rule, deleting: true) : null;
        var sets = new[] { written, deleted }.OfType<(PgFunction Function, PgTrigger Trigger)>().ToList();
        return new([.. sets.Select(set => set.Function)], [.. sets.Select(set => set.Trigger)]);
    }

    private static (PgFunction Function, PgTrigger Trigger)? Lower(Target target, TableDesign table, RowRuleDesign rule, bool deleting)
    {
        var both = rule.OnDelete && (rule.OnInsert || rule.OnUpdateOf.Count > 0);
        var name = deleting && both ? FittedName.Of(rule.Name, "delete") : FittedName.Fit(rule.Name);
        var function = Expressions.Try(target, rule.Origin, rule.Name, () => Function(target, table, rule, deleting, name.Text));
        return function is null
            ? null
            : (function, RuleFunctions.Trigger(name, table, "BEFORE", Events(rule, deleting), "ROW", null, null, function.Name, [], rule.Description, rule.Origin));
    }

    /// <summary>Its truth depends on how many rows there are.</summary>
    public static bool Counts(RowRuleDesign rule) => rule.Must.UsesAggregate() || (rule.When?.UsesAggregate() ?? false);

    private static SqlText Events(RowRuleDesign rule, bool deleting)
    {
        var columns = SqlText.Join(", ", rule.OnUpdateOf.Select(column => SqlText.Of($"{new Identifier(column)}")));
        return (deleting, rule.OnInsert, rule.OnUpdateOf.Count > 0) switch
        {
            (true, _, _) => SqlText.Of($"DELETE"),
            (false, true, true) => SqlText.Of($"INSERT OR UPDATE OF {columns}"),
            (false, true, false) => SqlText.Of($"INSERT"),
            _ => SqlText.Of($"UPDATE OF {columns}"),
        };
    }

    private static PgFunction Function(Target target, TableDesign table, RowRuleDesign rule, bool deleting, string name)
    {
        var scope = new TriggerScope(target, table, deleting);
        var sql = new ExprSql(scope);
        var done = SqlText.Words(deleting ? "RETURN OLD" : "RETURN NEW");
        var when = rule.When is null ? null : sql.Condition(rule.When);
        // A guard over the row alone goes first: rows it lets pass then read and lock nothing.
        var guardFirst = when is not null && !scope.ReadsOthers && !rule.When!.UsesAggregate();
        var must = sql.Condition(rule.Must);
        var guard = guardFirst ? SqlText.Of(
            $"""
            IF {when!} IS NOT TRUE THEN
                {done};
            END IF;
            """) : SqlText.Empty;
        var broken = when is null || guardFirst ? SqlText.Of($"{must} IS FALSE") : SqlText.Of($"{when} IS TRUE AND {must} IS FALSE");
        var readsOthers = scope.ReadsOthers || Counts(rule);
        var seen = Counts(rule) ? SqlText.Of($"PERFORM {BaseFunctions.SeeOthers}();") : SqlText.Empty;
        var tenant = readsOthers ? TenantSwitch.Before(target, table, SqlText.Words(deleting ? "OLD" : "NEW")) : null;
        var body = RuleFunctions.Lines([Unchanged(table, rule, deleting), guard, seen, .. Test(tenant, scope, broken, RuleFunctions.Raise(table, FittedName.Fit(rule.Name), rule.Description)), SqlText.Of($"{done};")]);
        var declarations = tenant is null ? scope.Declarations : RuleFunctions.Lines([scope.Declarations, tenant.Declare, SqlText.Of($"broken boolean;")]);
        var readsHolidays = WorkingDays.AreCountedIn(rule.Must) || (rule.When is not null && WorkingDays.AreCountedIn(rule.When));
        return RuleFunctions.Make(RuleFunctions.NameOf(table, name), declarations, body, rule.Description, rule.Origin, definer: readsOthers || readsHolidays);
    }

    private static IEnumerable<SqlText> Test(TenantSwitch? tenant, TriggerScope scope, SqlText broken, SqlText raise) => tenant is null
        ?
        [
            SqlText.Of(
                $"""
                IF {broken} THEN
                    {raise}
                END IF;
                """),
        ]
        :
        [
            tenant.Enter, scope.Reads, SqlText.Of($"broken := {scope.UnlessMissing}{broken};"), tenant.Leave,
            SqlText.Of(
                $"""
                IF broken THEN
                    {raise}
                END IF;
                """),
        ];

    /// <summary>Naming a column in an update is not yet changing it.</summary>
    private static SqlText Unchanged(TableDesign table, RowRuleDesign rule, bool deleting) => deleting || rule.OnUpdateOf.Count == 0
        ? SqlText.Empty
        : SqlText.Of(
            $"""
            IF TG_OP = 'UPDATE' AND NOT ({SqlText.Join(" OR ", rule.OnUpdateOf.Select(column => Changes.Of(table, column)))}) THEN
                RETURN NEW;
            END IF;
            """);
}
