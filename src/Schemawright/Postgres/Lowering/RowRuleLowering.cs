using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

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
        var guard = rule.When is null ? SqlText.Empty : SqlText.Of(
            $"""
            IF {sql.Condition(rule.When)} IS NOT TRUE THEN
                {done};
            END IF;
            """);
        // A guard over the row alone goes first: rows it lets pass then lock nothing.
        var guardFirst = !scope.HasLookups;
        var must = sql.Condition(rule.Must);
        var test = SqlText.Of(
            $"""
            IF {must} IS FALSE THEN
                {RuleFunctions.Raise(table, FittedName.Fit(rule.Name), rule.Description)}
            END IF;
            {done};
            """);
        var body = RuleFunctions.Lines([Unchanged(rule, deleting), guardFirst ? guard : SqlText.Empty, scope.Reads, guardFirst ? SqlText.Empty : guard, test]);
        return RuleFunctions.Make(RuleFunctions.NameOf(table, name), scope.Declarations, body, rule.Description, rule.Origin);
    }

    /// <summary>Naming a column in an update is not yet changing it.</summary>
    private static SqlText Unchanged(RowRuleDesign rule, bool deleting) => deleting || rule.OnUpdateOf.Count == 0
        ? SqlText.Empty
        : SqlText.Of(
            $"""
            IF TG_OP = 'UPDATE' AND {SqlText.Join(" AND ", rule.OnUpdateOf.Select(column => SqlText.Of($"NEW.{new Identifier(column)} IS NOT DISTINCT FROM OLD.{new Identifier(column)}")))} THEN
                RETURN NEW;
            END IF;
            """);
}
