using Schemawright.Domain.Merging;
using Schemawright.Domain.Structure;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Demands;

/// <summary>Finds the attribute or reference of an entity that words of the documents name.</summary>
internal sealed class AttributeWords(DomainDraft domain, EntityWords words)
{
    /// <summary>The attribute's name, or the role of a reference; null when the entity has neither.</summary>
    public string? Find(EntityDraft entity, string written)
    {
        var name = AttributeNames.Of(written);
        if (entity.Find(name) is not null)
        {
            return name;
        }

        var links = domain.LinksOf(entity).ToList();
        var link = links.Find(link => link.ForeignKey == name || link.Role == name)
            ?? (words.Named(AttributeNames.WithoutId(name) ?? name) is { } parent ? links.Find(link => link.Parent == parent && !AttributeNames.IsPerson(link.ForeignKey)) : null);
        return link?.Role ?? Longer(entity, name);
    }

    /// <summary>"date" of a booking is <c>booking_date</c>; "start" is <c>start_time</c> when nothing else starts.</summary>
    private static string? Longer(EntityDraft entity, string name)
    {
        if (entity.Find($"{entity.Key}_{name}") is { } own)
        {
            return own.Name;
        }

        var longer = entity.Attributes.Where(attribute => attribute.Name.StartsWith(name + "_", StringComparison.Ordinal) || attribute.Name.EndsWith("_" + name, StringComparison.Ordinal)).Take(2).ToList();
        return longer.Count == 1 ? longer[0].Name : null;
    }

    /// <summary>All attributes, of any entity, whose names contain the words ("tax ids" finds <c>tax_id</c>).</summary>
    public IEnumerable<(EntityDraft Entity, EntityAttribute Attribute)> Everywhere(string written)
    {
        var singular = string.Join('_', Naming.Words(written.Replace("IDs", "ids", StringComparison.Ordinal))) is var words && words.EndsWith('s') ? Nouns.Singular(words) : Naming.EntityKey(written);
        return singular.Length < 3 ? []
            : domain.Entities.All.SelectMany(entity => entity.Attributes.Where(attribute => Contains(attribute.Name, singular)).Select(attribute => (entity, attribute)));
    }

    private static bool Contains(string name, string words) =>
        name == words || name.StartsWith(words + "_", StringComparison.Ordinal) || name.EndsWith("_" + words, StringComparison.Ordinal) || name.Contains($"_{words}_", StringComparison.Ordinal);
}
