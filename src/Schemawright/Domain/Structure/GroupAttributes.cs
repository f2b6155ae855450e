using Schemawright.Domain.Merging;
using Schemawright.Facts;

namespace Schemawright.Domain.Structure;

/// <summary>Brings the places together that state the same attribute of an entity.</summary>
internal static class GroupAttributes
{
    /// <summary>In the order of the strongest place, then of the others.</summary>
    public static List<AttributeGroup> Of(EntityDraft entity)
    {
        var strongest = entity.Stated.GroupBy(fact => (fact.Source.Document, fact.Form))
            .OrderByDescending(place => Strength.Of(place.First())).ThenByDescending(place => place.Count()).FirstOrDefault()?.Key;
        return [.. entity.Stated
            .OrderBy(fact => (fact.Source.Document, fact.Form) == strongest ? 0 : 1).ThenBy(fact => fact.Source)
            .GroupBy(fact => AttributeNames.Of(fact.Name), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .Select(group => new AttributeGroup(group.Key, group))];
    }
}
