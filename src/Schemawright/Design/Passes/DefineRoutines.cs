using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Design.Passes;

/// <summary>Gives every rule its mechanism: a check where one row decides, else the trigger or constraint that holds under concurrency.</summary>
internal sealed class DefineRoutines : IDesignPass
{
    public int ChecklistItem => 13;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var names = ObjectNames.FreeIn(design);
        var machines = new StateMachines(design, names, findings);
        var moving = new LiveParents(LegalHolds.Apply(design, names).EachTable(machines.AddTo), names).Apply();
        var carrier = new RuleCarrier(moving, names, findings);
        var rules = design.Domain.Rules.ToLookup(rule => rule.Entity, StringComparer.Ordinal);
        var ruled = moving.EachTable(table => carrier.CarryAll(table, rules[table.Entity!].ToList()));
        foreach (var rule in design.Domain.Rules.Where(rule => design.OfEntity(rule.Entity) is null))
        {
            carrier.CarryOutside(rule);
        }

        return LocalDays.Decide(WorkingDayCalendar.Decide(ruled with { TimeoutJobs = machines.TimeoutJobs, RuleOutcomes = InOrder(carrier.Outcomes, design) }, findings), findings)
            .Decide([.. machines.Decisions, .. carrier.Decisions()]);
    }

    private static Seq<RuleOutcome> InOrder(IReadOnlyDictionary<string, RuleOutcome> outcomes, DataDesign design) =>
        design.Domain.Rules.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Select(id => outcomes[id]).ToSeq();
}
