using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Each room has LIST", "several rooms, each with LIST", "an order consists of LIST".</summary>
internal sealed class HoldsList : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Verb.Passive || clause.Verb.Negated || !Senses.Holds(clause.Verb.Verb) || clause.Subjects.Count == 0 || clause.Subjects.All(subject => subject.IsPronoun || Keepers.IsNothing(subject)))
        {
            return clause.Kind == ClauseKind.Attached && clause.Verb.Verb is "have" && clause.Subjects.Count == 0;
        }

        if (clause.Kind == ClauseKind.Main && talk is { Label: { } label, LabelIsTitle: true } && clause.Subjects.Count > 1 && clause.Verb.Verb is "have" && clause.Subjects.All(AttributeWords.IsOne))
        {
            notes.Lists.Add(talk.LastList = new(label, [.. clause.Subjects, .. clause.Objects.Select(item => item.Plural ? item : item with { Name = $"has {item.Name}" })], Manner.Label, passage)); // "Boats. Name, length, has sails"
            return true;
        }

        var items = clause.Verb.Verb is "consist" or "compose" ? [.. clause.Objects, .. clause.After("of")] : clause.Objects;
        if (items.Count == 0 || (clause.Verb.Verb is "make" or "hold" or "keep" && clause.Subjects.All(Keepers.IsOne)))
        {
            return false;
        }

        if (clause is { Kind: ClauseKind.Main, Subjects: [{ IsPronoun: false, Determiner: Determiner.Indefinite or Determiner.Each, Of: null } each] } && clause.Phrases.FirstOrDefault(phrase => phrase.Preposition is "in" or "at" or "on" or "for" or "during" && phrase.Nouns is [{ Determiner: Determiner.Each, IsPronoun: false } frame] && frame.First < each.First) is { } within && items.All(AttributeWords.IsOne))
        {
            notes.Details.Add(new([each with { Determiner = Determiner.Each }, within.Nouns[0]], null, items, passage) { Topic = talk.Topic, Together = true }); // "in each round a boat has a place"
            return true;
        }

        foreach (var subject in clause.Subjects.Where(subject => !subject.IsPronoun))
        {
            var manner = clause.Kind == ClauseKind.Attached ? Manner.With : Manner.Has;
            var owner = Meant(clause, InformationIncludes.Informed(subject) ?? subject, passage);
            notes.Lists.Add(talk.LastList = new(owner, items, manner, passage) { After = talk.LastTold });
            if (clause.Kind == ClauseKind.Main)
            {
                talk.Speak(owner);
            }
        }

        talk.LastTold = items.Any(item => item.IsMany) ? clause : talk.LastTold;
        if (clause.Phrases.Count > 0)
        {
            notes.Told.Add(new(clause with { Objects = [] }, passage));
        }

        return true;
    }

    /// <summary>"A lease is made for the flat, with a start date": the lease has it; "payments for a lease, including the amount": the payments.</summary>
    private static NounPhrase Meant(Clause clause, NounPhrase owner, Passage passage)
    {
        if (clause.OfEach && !owner.Plural && !owner.IsMany && passage.Clauses.LastOrDefault(other => other.Kind == ClauseKind.Main && other.Range.First <= owner.First)?.Subjects.LastOrDefault(item => item.Plural) is { } several)
        {
            return several;
        }

        if (!clause.Apart || passage.Clauses.LastOrDefault(main => main.Kind == ClauseKind.Main && main.Range.First <= owner.First && main.Range.End > owner.First) is not { } main || !main.Phrases.Any(phrase => phrase.Nouns.Any(noun => noun.First == owner.First)))
        {
            return owner;
        }

        if (main.Verb.Verb is "be" && main.Subjects.LastOrDefault() is { IsPronoun: false } said && !main.Subjects.Any(AttributeWords.IsOne))
        {
            return said; // "a tour is one drive of a route on a date, with one truck"
        }

        var before = main.Objects.LastOrDefault(item => item.First < owner.First) ?? (owner.Determiner == Determiner.Definite || clause.Verb.Verb is "include" ? main.Subjects.LastOrDefault(item => item.First < owner.First) : null);
        return before is { IsPronoun: false } && !Keepers.IsOne(before) && !AttributeWords.IsOne(before) ? before : owner;
    }
}
