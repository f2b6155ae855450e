using Schemawright.Domain.Merging;
using Schemawright.Facts;

namespace Schemawright.Domain.Structure;

/// <summary>Brings the places together that state the same attribute of an entity.</summary>
internal static class GroupAttributes
{
    /// <summary>In the order of the place that states most of them, then of the others.</summary>
    public static List<AttributeGroup> Of(EntityDraft entity)
    {
        var fullest = entity.Stated.GroupBy(fact => (fact.Source.Document, fact.Form))
            .OrderBy(place => Strength.IsDrawing(place.Key.Form)).ThenByDescending(place => place.Count()).ThenByDescending(place => Strength.Of(place.First())).FirstOrDefault()?.Key;
        return [.. entity.Stated
            .OrderBy(fact => (fact.Source.Document, fact.Form) == fullest ? 0 : 1).ThenBy(fact => fact.Source)
            .GroupBy(fact => AttributeNames.Of(fact.Name), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .Select(group => new AttributeGroup(group.Key, group))
            .Where(group => !group.HasMark(Facts.Structure.ValueObjectReader.Mark))]; // its parts stand for it
    }
}
