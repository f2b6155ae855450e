using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Domain.Structure;
using Schemawright.Facts;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Demands;

/// <summary>Decides one target for each measure of recovery, the strictest, and asks where documents give several.</summary>
internal static class ResolveRecovery
{
    public static Seq<RecoveryTarget> Run(DomainDraft domain) =>
        domain.Facts.Recovery.GroupBy(fact => fact.Measure).OrderBy(same => same.Key).Select(same => Target(domain, same.Key, [.. same])).ToSeq();

    private static RecoveryTarget Target(DomainDraft domain, RecoveryMeasure measure, List<RecoveryFact> facts)
    {
        var origin = new Origin(facts.Select(fact => fact.Source).Distinct().Order().ToSeq());
        var timed = facts.Where(fact => fact.Period is not null).DistinctBy(fact => (fact.Source.Document, fact.Period!.ApproximateSeconds));
        var longest = measure is RecoveryMeasure.BackupRetention or RecoveryMeasure.PointInTimeRetention;
        var strictest = (longest ? timed.OrderByDescending(fact => fact.Period!.ApproximateSeconds) : timed.OrderBy(fact => fact.Period!.ApproximateSeconds)).ToList();
        var byDocument = strictest.GroupBy(fact => fact.Source.Document, StringComparer.Ordinal).Select(document => document.First()).DistinctBy(fact => fact.Period!.ApproximateSeconds).ToList();
        if (byDocument.Count > 1)
        {
            Side[] sides = [.. byDocument.Select(fact => new Side(fact.Period!.ToString(), [fact.Source]))];
            var id = domain.Findings.Contradiction(
                "recovery", measure.ToString(), $"Which {Noun(measure)} holds: {string.Join(" or ", byDocument.Select(fact => fact.Period))}?",
                sides, $"The strictest, {strictest[0].Period}, is planned for.", impact: 3, uncertainty: 3, affects: [measure.ToString()]);
            origin = origin with { Decision = id };
            strictest = domain.Findings.Read("recovery", measure.ToString(), sides, Periods.In) is { } written
                ? [strictest[0] with { Period = written, Text = written.ToString() }]
                : [byDocument[domain.Findings.Chosen("recovery", measure.ToString(), sides)]];
        }

        return new(Kind(measure), strictest.FirstOrDefault()?.Period, (strictest.FirstOrDefault() ?? facts[0]).Text, origin);
    }

    private static string Noun(RecoveryMeasure measure) => measure switch
    {
        RecoveryMeasure.Rpo => "recovery point objective (RPO)",
        RecoveryMeasure.Rto => "recovery time objective (RTO)",
        _ => Words.Plain(Naming.Snake(measure.ToString())),
    };

    private static RecoveryKind Kind(RecoveryMeasure measure) => measure switch
    {
        RecoveryMeasure.Rpo => RecoveryKind.Rpo,
        RecoveryMeasure.Rto => RecoveryKind.Rto,
        RecoveryMeasure.BackupFrequency => RecoveryKind.BackupFrequency,
        RecoveryMeasure.BackupRetention => RecoveryKind.BackupRetention,
        RecoveryMeasure.PointInTimeRetention => RecoveryKind.PointInTimeRetention,
        RecoveryMeasure.RestoreTest => RecoveryKind.RestoreTest,
        RecoveryMeasure.Replica => RecoveryKind.Replica,
        _ => RecoveryKind.BackupEncryption,
    };
}
