using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>A trigger that refuses when a condition holds: in its WHEN clause where the row alone decides, in a function where not.</summary>
internal static class RefusalLowering
{
    /// <param name="when">Over the row before the change; null for always.</param>
    /// <param name="changed">What else must hold for the refusal, over OLD and NEW; null for nothing.</param>
    public static TriggerSet Lower(Target target, TableDesign table, string rule, Expr? when, SqlText? changed, SqlText events, string words, Origin origin)
    {
        var name = FittedName.Fit(rule);
        var deleting = changed is null;
        var isLocal = when is not null && LocalDays.IsElsewhere(table) && LocalDays.Decide(target.Design, table, when);
        if (when is null || (!isLocal && when.Nodes().All(node => node is not Aggregate) && when.Refs().All(reference => reference.IsOwn)))
        {
            var condition = Expressions.Try(target, origin, rule, () => new Boxed(Joined(when is null ? null : Before(target, table).Write(when), changed)));
            return condition is null
                ? new([], [])
                : new([], [RuleFunctions.Trigger(name, table, "BEFORE", events, "ROW", null, condition.Value, BaseFunctions.Refuse, [SqlLiteral.String(name.Text), RuleFunctions.Words(words)], words, origin)]);
        }

        var function = Expressions.Try(target, origin, rule, () => Function(target, table, rule, when, changed, words, origin, deleting));
        return function is null
            ? new([], [])
            : new([function], [RuleFunctions.Trigger(name, table, "BEFORE", events, "ROW", null, null, function.Name, [], words, origin)]);
    }

    private sealed record Boxed(Condition? Value);

    /// <summary>The row before the change: every reference reads OLD.</summary>
    private static ExprSql Before(Target target, TableDesign table) => new(new TriggerScope(target, table, deleting: true));

    private static Condition? Joined(SqlText? when, SqlText? changed) => (when, changed) switch
    {
        (null, null) => null,
        (null, { } only) => new(only),
        ({ } only, null) => new(only),
        ({ } first, { } second) => new(SqlText.Of($"({first}) AND ({second})")),
    };

    private static PgFunction Function(Target target, TableDesign table, string rule, Expr when, SqlText? changed, string words, Origin origin, bool deleting)
    {
        var scope = new TriggerScope(target, table, deleting: true);
        var condition = Joined(new ExprSql(scope).Write(when), changed)!;
        var tenant = TenantSwitch.Before(target, table, SqlText.Of($"OLD"));
        var body = RuleFunctions.Lines([tenant.Enter, scope.Reads, SqlText.Of($"broken := {scope.UnlessMissing}{condition};"), tenant.Leave, SqlText.Of(
            $"""
            IF broken THEN
                {RuleFunctions.Raise(table, FittedName.Fit(rule), words)}
            END IF;
            {SqlText.Words(deleting ? "RETURN OLD" : "RETURN NEW")};
            """)]);
        var declarations = RuleFunctions.Lines([scope.Declarations, tenant.Declare, SqlText.Of($"broken boolean;")]);
        return RuleFunctions.Make(RuleFunctions.NameOf(table, rule), declarations, body, words, origin);
    }
}
