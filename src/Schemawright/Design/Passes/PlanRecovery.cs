using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design.Passes;

/// <summary>Derives backups, archiving and rehearsals from how much may be lost and how long it may take.</summary>
internal sealed class PlanRecovery : IDesignPass
{
    private const string RecoveryDecision = "D15-recovery";

    /// <summary>Reading a backup over a network and writing it.</summary>
    private const decimal BytesPerSecond = 200_000_000;

    private const decimal MostRows = 1_000_000_000_000_000m;

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
        var size = Size(design);
        var tooLarge = size / BytesPerSecond > rto.ApproximateSeconds;
        var replicas = design.Domain.Recovery.Any(target => target.Kind == RecoveryKind.Replica) || rto.ApproximateSeconds <= 900 || rpo.Amount == 0 || tooLarge ? 1 : 0;
        Seq<string> reasons = [.. targets.Reasons, .. tooLarge ? [Hours(size, rto)] : Seq<string>.Empty];
        var origin = new Origin(DesignEdits.SourcesOf(design.Domain.Recovery.Select(target => target.Origin)), RecoveryDecision);
        var encrypted = design.Domain.Recovery.Any(target => target.Kind == RecoveryKind.BackupEncryption) || design.Tables.Any(table => table.Columns.Any(column => column.Privacy != PrivacyClass.None));
        return (design with { Recovery = new(rpo, rto, backup, archive, keep, reach, rehearsal, encrypted, replicas, reasons, origin) { KeepEvery = Thinned(keep, findings) } })
            .Decide(new Decision(RecoveryDecision, 15,
                $"A full backup every {backup.Each()}, the log archived at least every {archive} seconds, backups kept for {keep}, a restore rehearsed every {rehearsal.Each()}{(replicas > 0 ? ", a standby ready to take over" : "")}.",
                $"{(rpo.Amount == 0 ? "Nothing that was committed may be lost, so a commit waits until the standby has it," : $"At most {rpo} of work may be lost")} and recovery may take {rto}{(origin.Sources.Count == 0 ? "; the documents do not say, so both are assumed" : "")}.", origin.Sources));
    }

    /// <summary>After three years, with the log of changes left out: the standby keeps what a restore would take too long for.</summary>
    private static decimal Size(DataDesign design) => design.Tables.Sum(table => table.Volume is { } volume ? Math.Min(MostRows, volume.RowsNow + (3 * volume.RowsPerYear)) * volume.BytesPerRow : 0);

    private static string Hours(decimal size, Period rto) => FormattableString.Invariant(
        $"Bringing back {size / 1_000_000_000:#,0} GB of rows takes {size / BytesPerSecond / 3600:#,0.#} hours at an assumed 200 MB a second, longer than the {rto} allowed: a standby takes over, and the backup is for what a standby repeats");

    /// <summary>Thousands of copies of the same rows help nobody: after five weeks the first of each month stays.</summary>
    private static Period? Thinned(Period keep, Findings findings)
    {
        if (keep.ApproximateSeconds <= 366 * 86400)
        {
            return null;
        }

        var id = ClarificationId.From("recovery", "thinning");
        Seq<string> answers = ["the first of each month, and all of the last 35 days", "every one"];
        findings.Ask(new(id, ClarificationReason.Assumption, $"Must every backup be kept for {keep}?", answers, "All of the last 35 days are kept, and of older ones the first of each month.", [], ["recovery"], 1, 2));
        return findings.Choice(id, [.. answers]) == 1 ? null : new(35, PeriodUnit.Day);
    }

    private static Period Shorter(Period left, Period right) => left.ApproximateSeconds < right.ApproximateSeconds ? left : right;
}
