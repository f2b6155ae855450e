using Schemawright.Design;
using Schemawright.Postgres.Model;

namespace Schemawright.Proof.Mutation;

/// <summary>Each trigger is dropped once.</summary>
internal static class TriggerMutants
{
    public static IEnumerable<Mutant> Of(PgSchema schema, DataDesign design, Looks looks) => schema.Triggers.Select(trigger =>
    {
        var table = trigger.Table.Name.Text;
        var (owner, rule) = RuleOf(design, trigger) ?? (table, trigger.Name.Text);
        return Mutant.Of("trigger", $"{table}.{trigger.Name.Text}", "dropped", $"DROP TRIGGER {trigger.Name} ON {trigger.Table}", looks.OfTrigger(table, owner, $"{owner}.{rule}"));
    });

    /// <summary>The rule whose name the trigger bears, begins with, or is given; on whatever table it was stated.</summary>
    private static (string Table, string Rule)? RuleOf(DataDesign design, PgTrigger trigger)
    {
        var names = design.Tables.SelectMany(table => Names(table).Select(rule => (table.Name, Rule: rule)));
        var found = names.Where(name => trigger.Name.Text.StartsWith(name.Rule, StringComparison.Ordinal)
            || trigger.Function.Name.Text.Contains(name.Rule, StringComparison.Ordinal)
            || trigger.Arguments.Any(argument => argument.Text == $"'{name.Rule}'"));
        return found.Cast<(string, string)?>().MaxBy(name => name?.Item2.Length);
    }

    private static IEnumerable<string> Names(TableDesign table) =>
    [
        .. table.Transitions.Select(rule => rule.Name), .. table.RowRules.Select(rule => rule.Name), .. table.Quotas.Select(rule => rule.Name), .. table.Minimums.Select(rule => rule.Name),
        .. table.Immutables.Select(rule => rule.Name), .. table.DeleteGuards.Select(rule => rule.Name), .. table.Balances.Select(rule => rule.Name), .. table.Cycles.Select(rule => rule.Name), .. table.Numberings.Select(rule => rule.Name), .. table.DeletedAlong.Select(rule => rule.Name),
    ];
}
