using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>"the parts and the quantity of each", "which helpers came and for how many hours", "the weight of each metal": items of a list that are told of its thing and of another together.</summary>
internal sealed class ToldOfBoth(Things things)
{
    /// <summary>The words of a name or a mark: "the name of each guest" is the guest's.</summary>
    private static readonly HashSet<string> Names = new(["name", "title", "number", "code", "address", "phone", "email", "id", "birthday", "birth", "surname", "reference", "description", "type", "kind"], StringComparer.Ordinal);

    /// <summary>A price for each, agreed for all of them.</summary>
    private static readonly HashSet<string> Rates = new(["price", "fee", "rate", "cost", "charge", "tariff", "wage", "salary", "surcharge", "discount"], StringComparer.Ordinal);

    private readonly Pairs _pairs = new(things);

    /// <summary>The link of the list's thing with what is asked for; null when the item asks for no thing.</summary>
    public Thing? Asked(Thing own, NounPhrase item, Passage passage)
    {
        if (item is not { Asked: true, Plural: true, IsPronoun: false } || things.Of(item) is not { } asked || (item.Tail?.Nouns.Select(things.Of).FirstOrDefault(other => other is not null && other != asked) ?? own) is not { } frame || frame == asked)
        {
            return null;
        }

        asked.Ties.RemoveAll(tie => tie.Parent == frame && tie.Role is null && tie.Verb is "has");
        return _pairs.Of([frame, asked], "", passage);
    }

    /// <summary>"the ingredients and the amount of each": the amount and what follows are told of the two together.</summary>
    public Thing? Of(Thing own, IReadOnlyList<NounPhrase> items, int index, Passage passage) =>
        items[index].Of is { } of && items.Take(index).Any(item => item.First == of.First && item.IsMany) && things.Of(of) is { } other && other != own ? _pairs.Of([own, other], "has", passage) : null;

    /// <summary>"For a trip the date, the driver and the weight of each metal": only the last is of each metal.</summary>
    public IReadOnlyList<NounPhrase> Unshared(Thing own, Listed list, IReadOnlyList<NounPhrase> items) =>
        items.Count > 1 && items[^1].Of is { Determiner: Determiner.Each } of && Alone(own, items[^1], list, items.Count, makes: false) is not null ? [.. items.Select((item, index) => index < items.Count - 1 && item.Of?.First == of.First ? item with { Of = null } : item)] : items;

    /// <summary>"the date, the driver and the weight of each metal", "the limit per substance": this one item is.</summary>
    public Thing? Alone(Thing own, NounPhrase item, Listed list, int count, bool makes = true)
    {
        var last = item.Name[(item.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        var each = item.Of is { Determiner: Determiner.Each, IsPronoun: false } of && !Names.Contains(last) ? of
            : item.Tail is { Preposition: "per", Nouns: [{ IsPronoun: false } per] } && list.Manner != Manner.Label && !Rates.Contains(last) ? per : null;
        return count > 1 && each is not null && AttributeWords.IsOne(item) && things.Of(each) is { } other && other != own && !own.Ties.Exists(tie => tie.Parent == other) ? makes ? _pairs.Of([own, other], "has", list.Passage) : other : null;
    }
}
