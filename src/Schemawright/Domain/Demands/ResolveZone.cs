using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;

namespace Schemawright.Domain.Demands;

/// <summary>The one time zone of the product, and a question where the documents name several.</summary>
internal static class ResolveZone
{
    private const string Topic = "time zone";

    public static ProductZone? Run(DomainDraft domain)
    {
        var named = domain.Facts.Zones.GroupBy(fact => fact.Zone, StringComparer.Ordinal).Select(same => (Zone: same.Key, Sources: same.Select(fact => fact.Source).Distinct().Order().ToSeq())).ToList();
        if (named.Count == 0)
        {
            return null;
        }

        if (named.Count == 1)
        {
            return new(named[0].Zone, new(named[0].Sources));
        }

        Side[] sides = [.. named.Select(zone => new Side(zone.Zone, zone.Sources))];
        var id = domain.Findings.Contradiction(Topic, "*", $"In which time zone does the product count its days: {string.Join(" or ", named.Select(zone => zone.Zone))}?", sides, $"In {named[0].Zone}.", impact: 2, uncertainty: 3, affects: ["*"]);
        var chosen = named[domain.Findings.Chosen(Topic, "*", sides)];
        return new(chosen.Zone, new Origin(chosen.Sources) with { Decision = id });
    }
}
