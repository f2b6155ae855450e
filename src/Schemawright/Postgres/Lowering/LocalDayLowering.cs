using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Days that a row has unless they are given, where its place or tenant says when a day begins: no default of a column can see that.</summary>
internal static class LocalDayLowering
{
    /// <summary>Before the triggers that number rows and judge them.</summary>
    private const string First = "a_local";

    public static TriggerSet? Lower(Target target, TableDesign table)
    {
        var columns = table.Columns.Where(column => LocalDays.IsDefault(table, column)).ToList();
        if (columns.Count == 0)
        {
            return null;
        }

        var scope = new TriggerScope(target, table);
        var now = SqlText.Of($"now() AT TIME ZONE {scope.Zone}");
        var names = columns.Select(column => column.Name).ToList();
        var given = columns.Select(column => SqlText.Of($"NEW.{new Identifier(column.Name)} := coalesce(NEW.{new Identifier(column.Name)}, {(column.Type.Kind == DataKind.Date ? SqlText.Of($"({now})::date") : now)});"));
        var comment = $"Gives a new row the {string.Join(" and the ", names)} of its place, unless given";
        var origin = columns.Select(column => column.Origin).Aggregate((one, other) => one.And(other)) with { Decision = LocalDays.Choice };
        var tenant = scope.ReadsOthers ? TenantSwitch.Before(target, table, SqlText.Of($"NEW")) : TenantSwitch.None;
        var function = RuleFunctions.Make(new(Target.App, FittedName.Of(["give", table.Name, .. names])), RuleFunctions.Lines(tenant.Declare, scope.Declarations),
            RuleFunctions.Lines([tenant.Enter, scope.Reads, .. given, tenant.Leave, SqlText.Of($"RETURN NEW;")]), comment, origin, definer: scope.ReadsOthers);
        var absent = new Condition(SqlText.Join(" OR ", names.Select(name => SqlText.Of($"NEW.{new Identifier(name)} IS NULL"))));
        return new([function], [RuleFunctions.Trigger(FittedName.Of([First, .. names]), table, "BEFORE", SqlText.Of($"INSERT"), "ROW", null, absent, function.Name, [], comment, origin)]);
    }
}
