using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"One card per boat: name, length", "Repairs are the blue binder: date, cost", "a crate holds bottles: vintage, size": the words before the colon say whose list it is.</summary>
internal static class AnnouncedByClause
{
    private static readonly HashSet<string> Carriers = new(StringComparer.Ordinal) { "row", "line", "entry", "record", "card", "index card", "sheet", "page", "file", "folder", "form", "column", "slip", "post" };

    public static bool Read(Clause clause, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        if (PerCarrier(clause, items, passage, talk))
        {
            return true;
        }

        if (clause is { Before: ':', Phrases.Count: 0 } && items.Count(AttributeWords.IsOne) > 1 && Named(clause, passage) is { } named)
        {
            notes.Lists.Add(talk.LastList = new(named, items, Manner.Has, passage));
            talk.Speak(named);
            return true;
        }

        if (clause.Before != ':' || clause.Phrases.Count > 0 || items.Count < 2 || !items.Exists(AttributeWords.IsOne) || passage.Clauses.LastOrDefault(other => other.Kind == ClauseKind.Main && other.Range.End + 1 == clause.Range.First && other.Verb.Verb.Length > 0) is not { Verb.Negated: false } before
            || (Subject(before, items) ?? Held(before, items)) is not { } owner)
        {
            return false;
        }

        notes.Lists.Add(talk.LastList = new(owner with { Remark = null, Count = null, Determiner = Determiner.None }, items, Manner.Has, passage));
        talk.Speak(owner);
        return true;
    }

    /// <summary>"whoever lost something fills in a loss notice: name, day": the words right before the colon, where they bring up one of a kind.</summary>
    private static NounPhrase? Named(Clause list, Passage passage) =>
        passage.Clauses.Where(other => other.Verb is { Negated: false, Passive: false, Verb: "fill" or "write" or "make" or "issue" or "submit" or "open" or "file" or "draw" or "hand" or "create" or "complete" or "sign" or "get" or "receive" or "undergo" or "lose" } && other.Range.First < list.Range.First).SelectMany(other => other.Objects.Concat(other.After("in")))
            .LastOrDefault(noun => noun is { IsPronoun: false, Determiner: Determiner.Indefinite, Plural: false, Of: null, Remark: null } && noun.End + 1 == list.Range.First && MayOwn(noun) && !Carriers.Contains(noun.Name.ToLowerInvariant()));

    /// <summary>"One row per lamp: …": the list is of the lamp.</summary>
    private static bool PerCarrier(Clause clause, List<NounPhrase> items, Passage passage, Talk talk)
    {
        var opens = items is [{ Plural: false, Tail: { Preposition: "per" or "for", Nouns: [{ IsPronoun: false } each] } } carrier] && Carriers.Contains(carrier.Name.ToLowerInvariant()) && !AttributeWords.IsOne(each) && !Keepers.IsOne(each)
            && passage.Clauses.Any(other => other is { Before: ':', Verb.Verb: "", Objects.Count: > 1 } && other.Range.First == clause.Range.End + 1);
        if (opens)
        {
            talk.Label = items[0].Tail!.Nouns[0] with { Determiner = Determiner.Each };
            talk.Speak(talk.Label);
        }

        return opens;
    }

    private static NounPhrase? Subject(Clause before, List<NounPhrase> items) =>
        before is { Verb: { Verb: "be", Passive: false }, Subjects: [{ IsPronoun: false, Plural: true, Determiner: Determiner.None or Determiner.Definite } subject], Objects: [] or [{ Plural: false }] } && MayOwn(subject) && items.Count(AttributeWords.IsOne) > 1 ? subject : null;

    private static NounPhrase? Held(Clause before, List<NounPhrase> items) =>
        Senses.Holds(before.Verb.Verb) && !before.Verb.Passive && before.Subjects is [{ IsPronoun: false } whole] && !Keepers.IsOne(whole) && (before.Verb.Verb is "consist" or "compose" ? before.After("of") : before.Objects) is [{ IsPronoun: false, Plural: true, Determiner: Determiner.None or Determiner.Counted } held] && MayOwn(held)
        && items.TrueForAll(item => !item.IsMany) ? held : null;

    private static bool MayOwn(NounPhrase noun) => !Keepers.IsOne(noun) && (!AttributeWords.IsOne(noun) || AttributeWords.MayBeThing(Naming.EntityKey(noun.Name)));
}
