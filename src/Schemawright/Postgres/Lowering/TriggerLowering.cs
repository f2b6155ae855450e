using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;

namespace Schemawright.Postgres.Lowering;

/// <summary>Functions and the triggers that fire them.</summary>
internal sealed record TriggerSet(Seq<PgFunction> Functions, Seq<PgTrigger> Triggers);

/// <summary>The rules of the tables that no constraint can carry, table by table.</summary>
internal static class TriggerLowering
{
    public static TriggerSet Lower(Target target)
    {
        var functions = new List<PgFunction>();
        var triggers = new List<PgTrigger>();
        foreach (var table in target.Design.Tables)
        {
            triggers.AddRange(TouchLowering.Triggers(table));
            foreach (var set in Rules(target, table))
            {
                functions.AddRange(set.Functions);
                triggers.AddRange(set.Triggers);
            }
        }

        return new([.. functions.DistinctBy(function => function.Name)], [.. triggers.DistinctBy(trigger => (trigger.Name, trigger.Table))]);
    }

    private static IEnumerable<TriggerSet> Rules(Target target, TableDesign table) =>
    [
        .. LocalDayLowering.Lower(target, table) is { } days ? [days] : Seq<TriggerSet>.Empty,
        .. table.Transitions.Select(rule => TransitionLowering.Lower(table, rule)),
        .. table.RowRules.Select(rule => RowRuleLowering.Lower(target, table, rule)),
        .. table.Immutables.Select(rule => ImmutableLowering.Lower(target, table, rule)),
        .. table.DeleteGuards.Select(rule => DeleteGuardLowering.Lower(target, table, rule)),
        .. table.Quotas.Select(rule => QuotaLowering.Lower(target, table, rule)),
        .. table.Minimums.Select(rule => MinimumLowering.Lower(target, table, rule)),
        .. table.Balances.Select(rule => BalanceLowering.Lower(target, table, rule)),
        .. table.DeletedAlong.Select(rule => DeletedAlongLowering.Lower(target, table, rule)),
        .. table.Cycles.Select(rule => CycleLowering.Lower(target, table, rule)),
        .. table.Numberings.Select(rule => NumberingLowering.Lower(target, table, rule)),
    ];
}
