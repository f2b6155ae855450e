using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Finds one thing under two names: a part that carries its whole's name in one place only (<c>OrderNote</c> and a
/// <c>Note</c> with an order), or a name with an empty word added (<c>Booking</c> and <c>BookingEntry</c>) whose attributes agree.
/// Anything less alike stays two entities.
/// </summary>
internal static class SameThing
{
    private static readonly string[] EmptyWords = ["entry", "record", "item", "event", "detail", "info", "data", "object"];

    public static void Run(DomainDraft domain)
    {
        foreach (var draft in domain.Entities.All.ToList())
        {
            if (domain.Entities.FindKey(draft.Key) == draft && (Part(domain, draft) ?? Bare(domain, draft) ?? WithEmptyWord(domain, draft)) is { } other)
            {
                Join(domain, draft, other);
            }
        }
    }

    /// <summary>For a Note that refers to an order: the draft OrderNote.</summary>
    private static EntityDraft? Part(DomainDraft domain, EntityDraft draft) =>
        draft.Stated.Select(fact => AttributeNames.WithoutId(AttributeNames.Of(fact.Name))).OfType<string>()
            .Where(parent => domain.Entities.FindKey(parent) is { } known && known != draft)
            .Select(parent => domain.Entities.FindKey($"{parent}_{draft.Key}"))
            .FirstOrDefault(longer => longer is not null && longer != draft && !SharePlace(draft, longer) && Mentions(longer, draft));

    /// <summary>A name that a drawing or a type only mentions beside its whole.</summary>
    private static EntityDraft? Bare(DomainDraft domain, EntityDraft draft) =>
        draft.Stated.Count > 0 ? null
        : draft.Partners.Select(partner => domain.Entities.FindKey($"{partner}_{draft.Key}")).FirstOrDefault(longer => longer is not null && longer != draft);

    private static bool Mentions(EntityDraft longer, EntityDraft draft) => Shared(longer, draft) >= 1;

    private static EntityDraft? WithEmptyWord(DomainDraft domain, EntityDraft draft)
    {
        foreach (var word in EmptyWords)
        {
            if (domain.Entities.FindKey($"{draft.Key}_{word}") is { } longer && longer != draft && !SharePlace(draft, longer) && !Refer(draft, longer))
            {
                var shared = Shared(draft, longer);
                if (shared >= 3 && shared * 2 >= Math.Min(Names(draft).Count, Names(longer).Count))
                {
                    return longer;
                }
            }
        }

        return null;
    }

    private static bool Refer(EntityDraft one, EntityDraft other) =>
        Names(one).Contains($"{other.Key}_id") || Names(other).Contains($"{one.Key}_id");

    private static int Shared(EntityDraft one, EntityDraft other) => Names(one).Intersect(Names(other), StringComparer.Ordinal).Count();

    private static HashSet<string> Names(EntityDraft draft) =>
        draft.Stated.Select(fact => AttributeNames.Of(fact.Name)).Where(name => !AttributeNames.IsKey(name) && !AttributeNames.IsAudit(name)).ToHashSet(StringComparer.Ordinal);

    /// <summary>A document that declares both means two things.</summary>
    private static bool SharePlace(EntityDraft one, EntityDraft other) =>
        one.Sources.Select(source => source.Document).Intersect(other.Sources.Select(source => source.Document), StringComparer.Ordinal).Any();

    private static void Join(DomainDraft domain, EntityDraft one, EntityDraft other)
    {
        var (kept, alias) = Weight(one) >= Weight(other) ? (one, other) : (other, one);
        Side[] sides = [new($"yes, kept as {kept.Name}", kept.Sources.Distinct().Order().ToSeq()), new("no, they are two kinds of record", alias.Sources.Distinct().Order().ToSeq())];
        domain.Findings.Assumption(
            "same entity", $"{kept.Name}/{alias.Name}", $"Are {kept.Name} and {alias.Name} two names of one thing?", sides,
            $"They are one entity, {kept.Name}.", impact: 4, uncertainty: 2, affects: [kept.Name]);
        if (!domain.Findings.Declined("same entity", $"{kept.Name}/{alias.Name}", sides))
        {
            domain.Entities.Merge(alias, kept);
        }
    }

    private static int Weight(EntityDraft draft) =>
        draft.Declared.Select(fact => Strength.Of(fact.Form, fact.Document)).Concat(draft.Stated.Select(Strength.Of)).DefaultIfEmpty(0).Max();
}
