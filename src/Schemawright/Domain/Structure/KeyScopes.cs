using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>Asks where one place wants something unique altogether and another only within something: the wider demand makes the other pointless.</summary>
internal static class KeyScopes
{
    public static DomainModel Settle(DomainModel domain, Findings findings) => domain with { Entities = domain.Entities.Select(entity => Settled(entity, findings)).ToSeq() };

    private static Entity Settled(Entity entity, Findings findings)
    {
        var keys = entity.Keys.ToList();
        while (keys.SelectMany(within => keys.Where(alone => Contains(within, alone)).Select(alone => (within, alone))).FirstOrDefault() is ({ } within, { } alone))
        {
            var kept = Kept(entity, alone, within, findings);
            keys[keys.IndexOf(kept)] = kept with { Origin = within.Origin.And(alone.Origin) };
            keys.Remove(kept == within ? alone : within);
        }

        return keys.Count == entity.Keys.Count ? entity : entity with { Keys = keys.ToSeq() };
    }

    /// <summary>All attributes of the one and more, among the same rows, said elsewhere.</summary>
    private static bool Contains(NaturalKey within, NaturalKey alone) =>
        within.Attributes.Count > alone.Attributes.Count && Equals(within.Where, alone.Where) && alone.Attributes.All(within.Attributes.Contains)
        && !within.Origin.Sources.Any(alone.Origin.Sources.Contains);

    private static NaturalKey Kept(Entity entity, NaturalKey alone, NaturalKey within, Findings findings)
    {
        var name = string.Join(", ", alone.Attributes);
        var scope = string.Join(", ", within.Attributes.Where(attribute => !alone.Attributes.Contains(attribute, StringComparer.Ordinal)).Select(Words.Plain));
        Side[] sides = [new($"unique within {scope}", within.Origin.Sources), new("unique altogether", alone.Origin.Sources)];
        var subject = $"{entity.Name}.{string.Join('+', alone.Attributes)}";
        findings.Contradiction(
            "key scope", subject, $"Is {name} of {entity.Name} unique altogether, or only within {scope}?", sides,
            $"Two rows may share it where {scope} differs.", impact: 3, uncertainty: 3, affects: alone.Attributes.Select(attribute => $"{entity.Name}.{attribute}"));
        return findings.Declined("key scope", subject, sides) ? alone : within;
    }
}
