using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design.Passes;

/// <summary>Derives backups, archiving and rehearsals from how much may be lost and how long it may take.</summary>
internal sealed class PlanRecovery : IDesignPass
{
    private const string RecoveryDecision = "D15-recovery";

    public int ChecklistItem => 15;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var targets = new RecoveryTargets(design.Domain, findings);
        var rpo = targets.Strictest(RecoveryKind.Rpo, new(15, PeriodUnit.Minute), "how much work may be lost");
        var rto = targets.Strictest(RecoveryKind.Rto, new(4, PeriodUnit.Hour), "how long recovery may take");
        var backup = targets.Strictest(RecoveryKind.BackupFrequency, new(1, PeriodUnit.Day), "how often a full backup is taken");
        var keep = targets.Longest(RecoveryKind.BackupRetention, new(30, PeriodUnit.Day), "how long backups are kept");
        var reach = targets.Longest(RecoveryKind.PointInTimeRetention, Shorter(keep, new(7, PeriodUnit.Day)), "how far back a point in time must be reachable");
        var rehearsal = targets.Strictest(RecoveryKind.RestoreTest, new(1, PeriodUnit.Month), "how often a restore is rehearsed");
        // Half of the loss allowed: the segment must also travel to the archive.
        var archive = (int)Math.Clamp(rpo.ApproximateSeconds / 2, 10, 900);
        var replicas = design.Domain.Recovery.Any(target => target.Kind == RecoveryKind.Replica) || rto.ApproximateSeconds <= 900 ? 1 : 0;
        var origin = new Origin(DesignEdits.SourcesOf(design.Domain.Recovery.Select(target => target.Origin)), RecoveryDecision);
        var encrypted = design.Domain.Recovery.Any(target => target.Kind == RecoveryKind.BackupEncryption) || design.Tables.Any(table => table.Columns.Any(column => column.Privacy != PrivacyClass.None));
        return (design with { Recovery = new(rpo, rto, backup, archive, keep, reach, rehearsal, encrypted, replicas, targets.Reasons, origin) })
            .Decide(new Decision(RecoveryDecision, 15,
                $"A full backup every {Each(backup)}, the log archived at least every {archive} seconds, backups kept for {keep}, a restore rehearsed every {Each(rehearsal)}{(replicas > 0 ? ", a standby ready to take over" : "")}.",
                $"At most {rpo} of work may be lost and recovery may take {rto}{(origin.Sources.Count == 0 ? "; the documents do not say, so both are assumed" : "")}.", origin.Sources));
    }

    /// <summary><c>1 hour</c> after "every": <c>hour</c>.</summary>
    private static string Each(Period period) => period.Amount == 1 ? period.ToString()[2..] : period.ToString();

    private static Period Shorter(Period left, Period right) => left.ApproximateSeconds < right.ApproximateSeconds ? left : right;
}
