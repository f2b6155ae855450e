using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts;

namespace Schemawright.Domain.Demands;

/// <summary>Takes over the demands to record changes and accesses.</summary>
internal static class ResolveAudit
{
    public static Seq<AuditDemand> Run(FactBase facts, EntityWords words) =>
        facts.Audit.Select(fact => new AuditDemand(words.Find(fact.Subject)?.Name, fact.Words, Origin.At(fact.Source))).Distinct().ToSeq();
}
