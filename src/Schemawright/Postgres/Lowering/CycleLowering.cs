using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>A hierarchy: a new parent is refused when going up from it leads back to the row.</summary>
internal static class CycleLowering
{
    public static TriggerSet Lower(Target target, TableDesign table, CycleDesign cycle)
    {
        var name = FittedName.Fit(cycle.Name);
        var (column, key) = (new Identifier(cycle.Column), new Identifier(table.PrimaryKey.Columns[^1]));
        var events = SqlText.Of($"INSERT OR UPDATE OF {column}");
        if (cycle.DirectOnly)
        {
            var own = new Condition(SqlText.Of($"NEW.{column} = NEW.{key}"));
            return new([], [RuleFunctions.Trigger(name, table, "BEFORE", events, "ROW", null, own, BaseFunctions.Refuse, [SqlLiteral.String(name.Text), RuleFunctions.Words(cycle.Description)], cycle.Description, cycle.Origin)]);
        }

        var function = Function(target, table, cycle, name, column, key);
        return new([function], [RuleFunctions.Trigger(name, table, "BEFORE", events, "ROW", null, new(SqlText.Of($"NEW.{column} IS NOT NULL")), function.Name, [], cycle.Description, cycle.Origin)]);
    }

    private static PgFunction Function(Target target, TableDesign table, CycleDesign cycle, Identifier name, Identifier column, Identifier key)
    {
        var tenant = TenantSwitch.Before(target, table, SqlText.Of($"NEW"));
        // One change at a time: two sessions could each close one half of a circle.
        var body = SqlText.Of(
            $"""
            {tenant.Enter}
            PERFORM {BaseFunctions.SeeOthers}();
            PERFORM pg_advisory_xact_lock(hashtextextended({SqlLiteral.String(name.Text)}, 0));
            broken := NEW.{column} = NEW.{key} OR EXISTS (
                WITH RECURSIVE above AS (
                    SELECT parent.{key} AS reached, parent.{column} AS next FROM {Target.NameOf(table.Name)} AS parent WHERE parent.{key} = NEW.{column}
                    UNION
                    SELECT parent.{key}, parent.{column} FROM {Target.NameOf(table.Name)} AS parent JOIN above ON parent.{key} = above.next
                )
                SELECT FROM above WHERE above.reached = NEW.{key}
            );
            {tenant.Leave}
            IF broken THEN
                {RuleFunctions.Raise(table, name, cycle.Description)}
            END IF;
            RETURN NEW;
            """);
        return RuleFunctions.Make(RuleFunctions.NameOf(table, cycle.Name), RuleFunctions.Lines([tenant.Declare, SqlText.Of($"broken boolean;")]), body, cycle.Description, cycle.Origin);
    }
}
