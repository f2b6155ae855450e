using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Infers the only way between two states where one of them ends a thing and has a moment of its own: <c>status: open | cancelled</c> beside
/// <c>cancelled_at</c>. What was ended does not begin again, and the author is asked.
/// </summary>
internal static class EndsByMoment
{
    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal)
    {
        "cancelled", "canceled", "ended", "completed", "finished", "terminated", "expired", "revoked", "withdrawn", "voided", "refunded", "redeemed", "dissolved",
    };

    public static void Run(DomainDraft domain)
    {
        foreach (var entity in domain.Entities.All.Where(entity => domain.Machines.TrueForAll(machine => machine.Entity != entity.Name)).ToList())
        {
            if (entity.Find("status") is { Type: { Kind: DataKind.Enumeration, IsArray: false, Values: [var one, var other] } } status && Ending(entity, one) != Ending(entity, other))
            {
                var (last, first) = Ending(entity, one) ? (one, other) : (other, one);
                Add(domain, entity, status, first, last);
            }
        }
    }

    private static bool Ending(EntityDraft entity, string value) =>
        Endings.Contains(Naming.Snake(value)) && entity.Find(Naming.Snake(value) + "_at") is { Type.Kind: DataKind.Timestamp or DataKind.LocalTimestamp or DataKind.Date };

    private static void Add(DomainDraft domain, EntityDraft entity, EntityAttribute status, string first, string last)
    {
        var path = $"{entity.Name}.status";
        Side[] sides = [new($"no: what is {last} stays {last}", status.Origin.Sources), new("yes", [])];
        var id = domain.Findings.Assumption(
            "way back", path, $"May {Words.Article(entity.Key)} that is {last} become {first} again?", sides, $"{last} is the end: {path} goes from {first} to {last} only.", impact: 2, uncertainty: 2, affects: [path]);
        if (domain.Findings.Declined("way back", path, sides))
        {
            return;
        }

        var origin = status.Origin with { Decision = id };
        domain.Machines.Add(new(entity.Name, "status", [new(first, "", false, origin), new(last, "", true, origin)], [first], [new(first, last, null, origin)], origin));
    }
}
