using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design.Passes;

/// <summary>Turns periods into jobs that remove, guards that keep, and soft deletion where deleted rows can come back.</summary>
internal sealed class PlanRetention : IDesignPass
{
    private const string NothingDecision = "D09-retention";

    public int ChecklistItem => 9;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var (timed, needs) = new PeriodStarts(design, [.. design.Domain.Retention.Where(need => need.Entity != "*audit" && design.Domain.Find(need.Entity) is not { Kind: EntityKind.AuditTrail })]).Settle();
        var soft = ReleasedRows.Apply(WithSoftDelete(timed, needs), needs);
        var plan = new RetentionPlan(soft, findings);
        var perTable = needs.ToLookup(need => need.Entity, StringComparer.Ordinal);
        var guarded = soft.EachTable(table => plan.Guard(table, [.. perTable[table.Entity!]]));
        var jobs = guarded.Tables.SelectMany(table => plan.Jobs(table, perTable[table.Entity!].Where(need => !need.Minimum))).ToSeq();
        return (guarded with { RetentionJobs = jobs }).Decide(plan.Decisions.Count > 0 ? plan.Decisions : [Nothing]);
    }

    /// <summary>A period counts from an end that no column of the table holds, and nothing keeps the rows for longer.</summary>
    private static bool NeedsEnd(DataDesign design, RetentionRequirement need) =>
        EndOfLife.IsMeant(need) && design.OfEntity(need.Entity) is { } table && EndOfLife.ColumnOf(table) is null
        && !design.Domain.Retention.Any(other => other.Minimum && other.Entity == need.Entity && other.Period.ApproximateSeconds > need.Period.ApproximateSeconds);

    private static Decision Nothing => new(NothingDecision, 9, "No row is removed by age.", "The documents give no period for any table, and what is deleted without a rule cannot be brought back.", []);

    /// <summary>A recovery period after deletion means that deleting marks the row first.</summary>
    private static DataDesign WithSoftDelete(DataDesign design, List<RetentionRequirement> needs)
    {
        var marked = needs.Where(need => need.Anchor == SoftDeletion.Column || NeedsEnd(design, need)).ToLookup(need => need.Entity, StringComparer.Ordinal);
        var choices = new List<Decision>();
        var changed = design.EachTable(table => SoftDeletion.IsAsked(table, marked[table.Entity!]) ? SoftDeletion.AddTo(table, marked[table.Entity!], choices) : table);
        return LiveParents.Mark(changed.Decide(choices));
    }
}
