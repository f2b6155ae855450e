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
        var dropped = new HashSet<NaturalKey>();
        foreach (var within in entity.Keys)
        {
            foreach (var alone in entity.Keys.Where(key => !dropped.Contains(key) && !dropped.Contains(within) && Contains(within, key)))
            {
                dropped.Add(Dropped(entity, alone, within, findings));
            }
        }

        return dropped.Count == 0 ? entity : entity with { Keys = entity.Keys.Where(key => !dropped.Contains(key)).ToSeq() };
    }

    /// <summary>All attributes of the one and more, among the same rows, said elsewhere.</summary>
    private static bool Contains(NaturalKey within, NaturalKey alone) =>
        within.Attributes.Count > alone.Attributes.Count && Equals(within.Where, alone.Where) && alone.Attributes.All(within.Attributes.Contains)
        && !within.Origin.Sources.Any(alone.Origin.Sources.Contains);

    private static NaturalKey Dropped(Entity entity, NaturalKey alone, NaturalKey within, Findings findings)
    {
        var name = string.Join(", ", alone.Attributes);
        var scope = string.Join(", ", within.Attributes.Where(attribute => !alone.Attributes.Contains(attribute, StringComparer.Ordinal)).Select(Words.Plain));
        Side[] sides = [new($"unique within {scope}", within.Origin.Sources), new("unique altogether", alone.Origin.Sources)];
        var subject = $"{entity.Name}.{string.Join('+', alone.Attributes)}";
        findings.Contradiction(
            "key scope", subject, $"Is {name} of {entity.Name} unique altogether, or only within {scope}?", sides,
            $"Two rows may share it where {scope} differs.", impact: 3, uncertainty: 3, affects: alone.Attributes.Select(attribute => $"{entity.Name}.{attribute}"));
        return findings.Declined("key scope", subject, sides) ? within : alone;
    }
}
