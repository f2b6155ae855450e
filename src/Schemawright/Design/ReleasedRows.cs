using Schemawright.Collections;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>
/// Rows that are only ever added stay until the time that the documents give them: "append-only" says that nobody takes one back, not that a stated period is void.
/// </summary>
internal static class ReleasedRows
{
    private static readonly string[] Removing = ["delet*", "remov*", "purg*", "eras*"];

    private static readonly string[] ByPeople = ["by users", "by a user", "by any user", "by anybody", "by anyone", "by hand", "manually", "by the application", "by staff"];

    public static DataDesign Apply(DataDesign design, IReadOnlyList<RetentionRequirement> needs)
    {
        var released = design.Domain.Rules.Select(rule => Released(design, rule, needs)).ToSeq();
        return released.SequenceEqual(design.Domain.Rules) ? design : design with { Domain = design.Domain with { Rules = released } };
    }

    private static Rule Released(DataDesign design, Rule rule, IReadOnlyList<RetentionRequirement> needs)
    {
        if (rule.Demand is not NotDeletable { When: null } || (rule.Words.Says(Removing) && !rule.Words.Says(ByPeople)))
        {
            return rule;
        }

        var removal = needs.Where(need => need.Entity == rule.Entity && need is { Minimum: false, Where: null, Disposal: not "anonymise" }).MinBy(need => need.Period.ApproximateSeconds);
        var table = removal is null ? null : design.OfEntity(rule.Entity);
        return table is null ? rule : rule with
        {
            Demand = new NotDeletable(new Compare(CompareOp.Greater, new Arithmetic(ArithmeticOp.Add, Ref.To(RetentionPlan.AnchorOf(table, removal!)), new Interval(removal!.Period)), new Clock(ClockKind.Now))),
        };
    }
}
