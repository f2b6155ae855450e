using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>
/// "A receipt lists the items received, with the quantity", "actors appear in a play, each with a part": what is listed of things that have attributes of
/// their own elsewhere is told of the two together.
/// </summary>
internal static class ListedInLink
{
    public static Thing? Of(Listed list, Thing thing, Notes notes, Things things)
    {
        if (list.Manner != Manner.With || !(list.Owner.IsMany && (list.OfEach || list.Owner.Determiner is Determiner.Definite || (list.Owner.Count is not null && list.Items.All(Counts)))) || list.Items.Count == 0 || !list.Items.All(AttributeWords.IsOne))
        {
            return null;
        }

        var told = notes.ToldIn(list.Passage).LastOrDefault(told => told.Clause.Kind == ClauseKind.Main && Nouns(told.Clause).Any(noun => noun.First == list.Owner.First));
        var partner = told is null ? Whole(list, notes, things) : Partner(told.Clause, thing, things);
        if (partner is null || partner == thing || (told is not null && told.Clause.Verb.Verb is "divide" or "split" or "consist" or "comprise"))
        {
            return null;
        }

        if (told is not null)
        {
            things.Linked.Add(told.Clause);
        }

        thing.Ties.RemoveAll(tie => tie.Parent == partner && tie.Role is null && tie.Verb is "has");
        partner.Ties.RemoveAll(tie => tie.Parent == thing && tie.Role is null && tie.Verb is "has");
        return new Pairs(things).Of([partner, thing], told?.Clause.Verb.Verb ?? "has", list.Passage);
    }

    /// <summary>"several seeds, with the number supplied": how much of each.</summary>
    private static bool Counts(NounPhrase item) =>
        item.Name.StartsWith("number of ", StringComparison.OrdinalIgnoreCase) || item.Name[(item.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant() is "quantity" or "amount" or "share" or "percentage" or "proportion" or "role" or "dose" or "hours" or "minutes" or "quantities" or "amounts" or "shares";

    private static IEnumerable<NounPhrase> Nouns(Clause clause) => clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns));

    /// <summary>The only other thing that takes part.</summary>
    private static Thing? Partner(Clause clause, Thing thing, Things things) =>
        Nouns(clause).Select(things.Of).OfType<Thing>().Where(other => other != thing).Distinct().ToList() is [var only] ? only : null;

    private static Thing? Whole(Listed list, Notes notes, Things things) =>
        notes.ListsOf(list.Passage).Where(other => other != list && other.Items.Any(item => item.First == list.Owner.First)).Select(other => things.Of(other.Owner)).FirstOrDefault(other => other is not null);
}
