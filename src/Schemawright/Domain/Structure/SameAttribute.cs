using Schemawright.Domain.Merging;
using Schemawright.Facts;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Finds attributes that two places name a little differently (<c>date</c> here, <c>booking_date</c> there) and that no
/// place names both of, and keeps them as one, asking.
/// </summary>
internal static class SameAttribute
{
    public static IEnumerable<AttributeGroup> Merge(DomainDraft domain, EntityDraft entity, List<AttributeGroup> groups)
    {
        var byName = groups.ToDictionary(group => group.Name, StringComparer.Ordinal);
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            string[] longer = [$"{entity.Key}_{group.Name}", $"{AttributeNames.LastWord(entity.Key)}_{group.Name}", $"{group.Name}_at"];
            foreach (var candidate in longer.Concat(byName.Keys.Where(name => MomentNames.Same(group.Name, name))))
            {
                if (byName.TryGetValue(candidate, out var other) && Disjoint(group, other) && !merged.ContainsKey(group.Name) && AreOne(domain, entity, group, other))
                {
                    merged[group.Name] = candidate;
                }
            }
        }

        return groups.Where(group => !merged.ContainsKey(group.Name)).Select(group =>
        {
            var others = merged.Where(entry => string.Equals(entry.Value, group.Name, StringComparison.Ordinal)).SelectMany(entry => byName[entry.Key].Facts).ToList();
            return others.Count == 0 ? group : new AttributeGroup(group.Name, [.. group.Facts, .. others]);
        });
    }

    /// <summary>No document and form states both.</summary>
    private static bool Disjoint(AttributeGroup one, AttributeGroup other) =>
        !one.Facts.Select(Place).Intersect(other.Facts.Select(Place)).Any() && !AttributeNames.IsKey(one.Name);

    private static (string, FactForm) Place(AttributeFact fact) => (fact.Source.Document, fact.Form);

    private static bool AreOne(DomainDraft domain, EntityDraft entity, AttributeGroup group, AttributeGroup other)
    {
        Side[] sides = [new($"one attribute, {other.Name}", other.Origin.Sources), new($"two attributes, {group.Name} and {other.Name}", group.Origin.Sources)];
        domain.Findings.Assumption(
            "same attribute", $"{entity.Name}.{other.Name}", $"Are {group.Name} and {other.Name} of {entity.Name} the same attribute?", sides,
            $"They are one attribute, {other.Name}.", impact: 1, uncertainty: 1);
        return !domain.Findings.Declined("same attribute", $"{entity.Name}.{other.Name}", sides);
    }
}
