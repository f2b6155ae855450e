using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"The clinic keeps a record of each patient: LIST", "there is an order to a workshop: LIST", "a book is bound in several parts: LIST": what the words before the colon bring up has the list.</summary>
internal static class ListBehind
{
    public static bool Read(Clause list, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        if (list.Before != ':' || list.Phrases.Count > 0 || items.Count < 2 || !items.Exists(AttributeWords.IsOne)
            || passage.Clauses.LastOrDefault(other => other.Kind == ClauseKind.Main && other.Range.End + 1 == list.Range.First) is not { Verb: { Negated: false, Verb.Length: > 0 } } told)
        {
            return false;
        }

        var owner = RecordedOf(told) ?? Existing(told, passage, notes) ?? PartedInto(told, list);
        if (owner is null || !MayOwn(owner))
        {
            return false;
        }

        notes.Lists.Add(talk.LastList = new(owner with { Remark = null, Count = null, Tail = null, Of = null, Determiner = owner.Plural ? Determiner.None : Determiner.Each }, items, Manner.Has, passage));
        talk.Speak(owner);
        return true;
    }

    /// <summary>"keeps a card for every member".</summary>
    private static NounPhrase? RecordedOf(Clause told) =>
        told is { Verb: { Passive: false, Verb: "keep" or "maintain" or "hold" or "have" or "contain" or "store" }, Objects: [{ IsPronoun: false } record] } && Drafting.FindThings.Singular(record).Split(' ')[^1].ToLowerInvariant() is "record" or "file" or "card" or "register" or "list" or "log" or "roll" or "sheet" or "entry" or "index"
            ? new[] { record.Of, record.Tail is { Preposition: "for" or "on" or "about" } tail ? tail.Nouns[0] : null }.Concat(told.With("of", "for", "on", "about").SelectMany(phrase => phrase.Nouns)).FirstOrDefault(of => of is { IsPronoun: false } && (of.Determiner is Determiner.Each or Determiner.All || of.Plural)) : null;

    /// <summary>"there is one reading per day".</summary>
    private static NounPhrase? Existing(Clause told, Passage passage, Notes notes)
    {
        if (told is not { Verb: { Verb: "be", Passive: false }, Subjects: [{ Name: "there" }], Objects: [{ IsPronoun: false, Plural: false, Of: null } brought] } || brought is not ({ Determiner: Determiner.Indefinite } or { Count: { Min: 1, Max: 1 } }))
        {
            return null;
        }

        if (told.Phrases.Where(phrase => phrase.Nouns[0] is { IsPronoun: false, Plural: false, Determiner: Determiner.Indefinite or Determiner.Counted } && !AttributeWords.IsOne(phrase.Nouns[0])).ToList() is { Count: > 0 } places)
        {
            notes.Told.Add(new(new Clause(ClauseKind.Main, [brought with { Tail = null }], new("place", Passive: true), [], places), passage));
        }

        notes.Lists.RemoveAll(list => ReferenceEquals(list.Passage, passage) && list.Items is [var item] && item.First == brought.First);
        return brought;
    }

    /// <summary>"is divided into several parts".</summary>
    private static NounPhrase? PartedInto(Clause told, Clause list) =>
        told is { Verb: { Passive: true, Verb: "divide" or "subdivide" or "split" or "cut" or "bind" or "break" or "group" or "organise" or "organize" or "arrange" or "sort" or "make" or "compose" } }
            ? told.With("in", "into", "of", "from").SelectMany(phrase => phrase.Nouns).FirstOrDefault(part => part is { IsPronoun: false, Plural: true, Determiner: Determiner.None or Determiner.Counted } && part.End + 1 == list.Range.First) : null;

    private static bool MayOwn(NounPhrase noun) => !Keepers.IsNothing(Naming.EntityKey(noun.Name)) && (!AttributeWords.IsOne(noun) || AttributeWords.MayBeThing(Naming.EntityKey(Drafting.FindThings.Singular(noun))) || noun.Count is { Min: 1, Max: 1 });
}
