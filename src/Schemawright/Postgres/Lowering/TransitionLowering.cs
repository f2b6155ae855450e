using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>A state machine: literal lists of the states a row may start in and of the changes it may make.</summary>
internal static class TransitionLowering
{
    public static TriggerSet Lower(TableDesign table, TransitionDesign machine)
    {
        var name = FittedName.Fit(machine.Name);
        var column = new Identifier(machine.Column);
        var arguments = new[] { SqlLiteral.String(name.Text), SqlLiteral.String(machine.Column) };
        var triggers = new List<PgTrigger>
        {
            RuleFunctions.Trigger(name, table, "BEFORE", SqlText.Of($"UPDATE OF {column}"), "ROW", null, Refused(machine, column, table.Find(machine.Column) is { Nullable: false }), BaseFunctions.RefuseTransition, [.. arguments], machine.Description, machine.Origin),
        };
        if (machine.Initial.Count > 0)
        {
            var start = new Condition(SqlText.Of($"NEW.{column} NOT IN ({States(machine.Initial)})"));
            triggers.Insert(0, RuleFunctions.Trigger(FittedName.Of(machine.Name, "start"), table, "BEFORE", SqlText.Of($"INSERT"), "ROW", null, start, BaseFunctions.RefuseTransition, [.. arguments], $"A new row starts as {string.Join(" or ", machine.Initial)}", machine.Origin));
        }

        return new([], [.. triggers]);
    }

    private static Condition Refused(TransitionDesign machine, Identifier column, bool always)
    {
        var changed = SqlText.Of($"OLD.{column} IS DISTINCT FROM NEW.{column}");
        var allowed = machine.Allowed.GroupBy(step => step.From, StringComparer.Ordinal)
            .Select(from => SqlText.Of($"OLD.{column} = {SqlLiteral.String(from.Key)} AND NEW.{column} IN ({States(from.Select(step => step.To).Distinct(StringComparer.Ordinal))})"))
            .ToList();
        if (machine.Initial.Count > 0 && !always)
        {
            allowed.Add(SqlText.Of($"OLD.{column} IS NULL AND NEW.{column} IN ({States(machine.Initial)})"));
        }

        return allowed.Count == 0
            ? new(changed)
            : new(SqlText.Of($"{changed} AND (\n            {SqlText.Join("\nOR ", allowed)}\n    ) IS NOT TRUE"));
    }

    private static SqlText States(IEnumerable<string> states) => SqlText.Join(", ", states.Select(state => SqlText.Of($"{SqlLiteral.String(state)}")));
}
