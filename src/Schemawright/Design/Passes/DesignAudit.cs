using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design.Passes;

/// <summary>Decides how changes are recorded: the audit log, its extra columns and how long it is kept.</summary>
internal sealed class DesignAudit : IDesignPass
{
    private const string LogDecision = "D08-audit-log";

    public int ChecklistItem => 8;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var trails = design.Domain.Entities.Where(entity => entity.Kind == EntityKind.AuditTrail).ToList();
        var name = trails.Count > 0 ? ObjectNames.Shortened(trails[0].TableName) : FreeName(design);
        var kept = KeepFor(design.Domain, trails);
        var demands = DesignEdits.SourcesOf([.. design.Domain.Audit.Select(demand => demand.Origin), .. trails.Select(trail => trail.Origin)]);
        var origin = demands.Count > 0 ? new Origin(demands, LogDecision) : Origin.Decided(LogDecision);
        var reason = Reason(design.Domain, trails);
        return (design with
        {
            Audit = new(name, MonthlyPartitions(kept, design.Domain), kept?.Period, trails.SelectMany(ExtraColumns).DistinctBy(column => column.Name, StringComparer.Ordinal).ToSeq(), [], reason, origin),
            Tables = design.Tables.Select(table => table with { Audited = true }).ToSeq(),
        }).Decide(Decisions(design, name, reason, kept, demands));
    }

    private static IEnumerable<Decision> Decisions(DataDesign design, string log, string reason, RetentionRequirement? kept, Seq<SourceSpan> demands)
    {
        yield return new(LogDecision, 8, $"{log} records every insert, update and delete of {design.Tables.Count} tables, append-only.", reason, demands);
        yield return new($"{LogDecision}-kept", 8,
            kept is null ? $"{log} is kept without an end." : $"{log} keeps {kept.Period}, one partition a month; older months are {(IsArchived(kept) ? "detached into the schema archive, whence they are exported" : "dropped")}.",
            kept is null ? "No document says how long the log is kept, and a log dropped too early cannot be brought back." : $"The documents say: {kept.Words}",
            kept?.Origin.Sources ?? []);
        yield return new(LayOutTables.TimestampsDecision, 8, "Every entity's table says when a row was created and last changed; links and rows that never change only when they were made.",
            "Support, synchronisation and retention ask when a row came to be, and the database sets the times itself so that no client clock counts.", []);
        var locked = design.Tables.Count(table => table.OptimisticLock);
        if (locked > 0)
        {
            yield return new(LayOutTables.VersionDecision, 8, $"{locked} tables carry a version; an update that does not name the stored version is refused.",
                "Several people work on the same rows, and without it the later of two writers silently undoes the earlier.", []);
        }
    }

    private static RetentionRequirement? KeepFor(DomainModel domain, List<Entity> trails) => domain.Retention
        .Where(need => need.Entity == "*audit" || trails.Exists(trail => trail.Name == need.Entity))
        .MaxBy(need => need.Period.ApproximateSeconds);

    private static PartitionDesign MonthlyPartitions(RetentionRequirement? kept, DomainModel domain) => new(
        "occurred_at", false, new(1, PeriodUnit.Month), 3, kept?.Period,
        $"The log only grows{Pace(domain)} and is read by time; a month past its time is {(IsArchived(kept) ? "detached" : "dropped")} in one statement instead of being deleted row by row.")
    {
        Archived = IsArchived(kept),
    };

    private static bool IsArchived(RetentionRequirement? kept) => kept?.Disposal == RetentionPlan.Archive;

    private static string Pace(DomainModel domain) => domain.Scale.Where(figure => figure.Kind == ScaleKind.TransactionsPerDay).MaxBy(figure => figure.Value) is { } most
        ? FormattableString.Invariant($", by up to {most.Value:#,0} transactions a day as stated,") : "";

    private static string Reason(DomainModel domain, List<Entity> trails)
    {
        if (trails.Count > 0)
        {
            return $"The documents describe {LayOutTables.Words(trails[0].Name)}; triggers fill it, so no way of writing goes round it.";
        }

        return domain.Audit.Count > 0
            ? $"The documents ask for it: {domain.Audit[0].Words}"
            : "Nobody can say afterwards who changed what without it, and it cannot be added for the past.";
    }

    /// <summary>What the documents record beyond who, when, what and why: those the log has of its own.</summary>
    private static IEnumerable<ColumnDesign> ExtraColumns(Entity trail) => trail.Attributes
        .Where(attribute => !AuditVocabulary.IsBuiltIn(attribute.Name))
        .Select(attribute => new ColumnDesign(ObjectNames.Shortened(attribute.Name), attribute.Type, true, ColumnRole.Attribute, attribute.Description, attribute.Origin));

    private static string FreeName(DataDesign design) =>
        new[] { "audit_logs", "audit_log_entries", "change_log_entries" }.First(name => design.Find(name) is null || name == "change_log_entries");
}
