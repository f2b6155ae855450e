using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Finds what a right is about: entities, or one attribute of an entity ("status of parcels", "parcel status").</summary>
internal sealed class AccessTargets(DomainDraft domain, EntityWords words, AttributeWords attributes)
{
    private static readonly HashSet<string> Everything = new(StringComparer.Ordinal) { "all_data", "all", "everything", "all_records", "all_entities", "full_access", "full_system_access", "full_system", "any_data", "all_resources" };

    /// <summary>What the words name, with the attribute when only one is meant.</summary>
    public IReadOnlyList<(EntityDraft Entity, string? Attribute)> Of(string resource, AccessKind kind)
    {
        var key = Naming.Snake(resource.Split("except", 2, StringSplitOptions.TrimEntries)[0]);
        if (Everything.Contains(key))
        {
            // A right to everything is a right within one's tenant: it neither makes nor removes tenants, which has to be said of them.
            return [.. domain.Entities.All.Where(entity => entity.Name != domain.Tenancy.TenantEntity || kind is not (AccessKind.Create or AccessKind.Delete)).Select(entity => (entity, (string?)null))];
        }

        if (words.Named(resource) is { } named)
        {
            return [(named, null)];
        }

        return Part(resource, kind) ?? (words.Find(resource) is { } entity ? [(entity, null)] : OfMoney(resource, kind));
    }

    /// <summary>Verbs by which somebody asks for a thing that is there already.</summary>
    private static readonly string[] Asking = ["request", "book", "reserve", "order", "hire", "rent", "borrow"];

    /// <summary>"Request a hall" where hall requests are kept makes one of these, and no hall.</summary>
    public EntityDraft Asked(EntityDraft entity, AccessFact fact)
    {
        var said = Naming.Words(fact.Words);
        return fact.Verb == AccessVerb.Create && Enumerable.Range(0, said.Count).Any(at => IsAsked(said, at, entity))
            && domain.Links.Where(link => link.Parent == entity && link.Child != entity && IsAsking(link.Child)).Select(link => link.Child).Distinct().ToList() is [var only] ? only : entity;
    }

    /// <summary>The verb, then at most a determiner and the first words of its name, then the thing.</summary>
    private bool IsAsked(IReadOnlyList<string> said, int at, EntityDraft entity) =>
        Array.Exists(Asking, verb => said[at] == verb || said[at] == verb + "s" || said[at] == verb + "ing") && domain.Entities.FindKey(Nouns.Singular(said[at])) is null
        && said.Skip(at + 1).SkipWhile(word => word is "a" or "an" or "the" or "any" or "their" or "own").ToList() is var rest && Naming.Words(entity.Key) is var name
        && Enumerable.Range(0, Math.Min(name.Count, rest.Count)).TakeWhile(step => Nouns.Singular(rest[step]) == name[step]).Count() == name.Count;

    private static bool IsAsking(EntityDraft entity) =>
        Naming.Words(entity.Key)[^1] is "request" or "booking" or "reservation" or "order" or "hire" or "hiring" or "rental" or "loan" or "application";

    /// <summary>"Growers may change their phone number": an attribute of the entity that the role is.</summary>
    public IReadOnlyList<(EntityDraft Entity, string? Attribute)> OwnAttribute(AccessFact fact, AccessKind kind) =>
        kind == AccessKind.Update && fact.Allowed && words.Named(fact.Role) is { } person && attributes.Find(person, fact.Resource) is { } own && person.Find(own) is not null ? [(person, own)] : [];

    /// <summary>The words name an attribute of some entity, so that a right to it is a matter of the data.</summary>
    public bool IsAttribute(string resource) => resource.Length <= 40 && attributes.Everywhere(resource).Any();

    /// <summary>"A of B", "B A", "B's A": the attribute A of B, or the entity A; null when the words have no such form.</summary>
    private List<(EntityDraft, string?)>? Part(string resource, AccessKind kind)
    {
        var of = resource.IndexOf(" of ", StringComparison.OrdinalIgnoreCase);
        if (of > 0)
        {
            var (part, whole) = (resource[..of].Trim(), resource[(of + 4)..].Trim());
            return words.Named(part) is { } own ? [(own, null)]
                : words.Find(whole) is not { } entity ? null
                : attributes.Find(entity, part) is { } attribute ? [(entity, attribute)]
                : kind is AccessKind.Read or AccessKind.Approve ? [(entity, null)] : [];
        }

        var said = Naming.Words(resource).Where(word => word != "s").ToArray();
        for (var cut = said.Length - 1; cut > 0; cut--)
        {
            var tail = string.Join('_', said[cut..]);
            if (words.Named(string.Join('_', said[..cut])) is { } entity && words.Named(tail) is null)
            {
                return attributes.Find(entity, tail) is { } attribute || attributes.Find(entity, Nouns.Singular(tail)) is { } single && (attribute = single) is not null ? [(entity, attribute)] : null;
            }
        }

        return null;
    }

    /// <summary>"Financial data" is what holds amounts of money; "financial reports" are made of it and are no rows.</summary>
    private List<(EntityDraft, string?)> OfMoney(string resource, AccessKind kind) =>
        kind == AccessKind.Read && Naming.Words(resource) is { Count: > 1 } named && named.Contains("financial", StringComparer.Ordinal) && named.Any(word => word is "data" or "records" or "information")
            ? domain.Entities.All.Where(entity => entity.Attributes.Exists(attribute => attribute.Type.Kind == DataKind.Money)).Select(entity => (entity, (string?)null)).ToList()
            : [];
}
