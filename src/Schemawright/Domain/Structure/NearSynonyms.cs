using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>Words that people often use for the same thing: enough to ask, never enough to merge.</summary>
internal static class NearSynonyms
{
    private static readonly string[][] Groups =
    [
        ["customer", "client", "buyer", "patron", "shopper"], ["vendor", "supplier", "provider"], ["employee", "staff", "worker", "staff_member", "team_member"],
        ["product", "item", "article", "good"], ["company", "organization", "organisation", "firm", "business"], ["appointment", "booking", "reservation"], ["invoice", "bill"],
        ["user", "account", "login"], ["doctor", "physician", "practitioner"], ["student", "pupil", "learner"], ["teacher", "instructor", "tutor"], ["location", "site", "place", "venue"],
        ["vehicle", "car", "automobile"], ["picture", "photo", "image"], ["remark", "comment", "note"], ["task", "todo", "job"], ["category", "group", "class"], ["payment", "transaction"],
        ["shipment", "delivery", "consignment"], ["warehouse", "depot", "storehouse"], ["message", "chat_message"], ["course", "class"], ["guest", "visitor"],
    ];

    /// <summary>The one entity that a near-synonym of the key names; null when none does, or several.</summary>
    public static EntityDraft? Of(DomainDraft domain, string key)
    {
        var found = Groups.Where(group => group.Contains(key, StringComparer.Ordinal)).SelectMany(group => group).Where(word => word != key)
            .Select(domain.Entities.FindKey).OfType<EntityDraft>().Distinct().Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Asks of two entities that no document names both of; the author may say that they are one.</summary>
    public static void Ask(DomainDraft domain)
    {
        foreach (var draft in domain.Entities.All.Where(draft => draft.Stated.Count > 0).ToList())
        {
            if (domain.Entities.FindKey(draft.Key) == draft && Of(domain, draft.Key) is { } other && other.Stated.Count > 0 && string.CompareOrdinal(draft.Key, other.Key) < 0 && !SharePlace(draft, other))
            {
                AskWhether(domain, draft, other);
            }
        }
    }

    private static bool SharePlace(EntityDraft one, EntityDraft other) =>
        one.Sources.Select(source => source.Document).Intersect(other.Sources.Select(source => source.Document), StringComparer.Ordinal).Any();

    private static void AskWhether(DomainDraft domain, EntityDraft one, EntityDraft other)
    {
        var path = $"{one.Name}/{other.Name}";
        Side[] sides =
        [
            new("no, they are two kinds of record", Collections.Seq.ToSeq(one.Sources.Concat(other.Sources).Distinct().Order())),
            new($"yes, one thing, called {one.Name}", []), new($"yes, one thing, called {other.Name}", []),
        ];
        domain.Findings.Assumption(
            "near synonyms", path, $"Do {one.Name} ({Place(one)}) and {other.Name} ({Place(other)}) mean the same thing?", sides,
            $"They are two entities, {one.Name} and {other.Name}.", impact: 5, uncertainty: 3, affects: [one.Name, other.Name]);
        var chosen = domain.Findings.Chosen("near synonyms", path, sides);
        if (chosen > 0)
        {
            var (kept, alias) = chosen == 1 ? (one, other) : (other, one);
            kept.Declared.AddRange(alias.Declared);
            domain.Entities.Merge(alias, kept);
        }
    }

    private static string Place(EntityDraft draft) => draft.Sources.Order().Select(source => $"{source.Document}:{source.Line}").First();
}
