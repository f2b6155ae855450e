using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Each member is given a number", "an order receives a date": what a thing gets is kept with it.</summary>
internal sealed class GivesList : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Objects is [{ Plural: true, IsPronoun: false, Count: null, Determiner: Determiner.None } several] && AttributeWords.MayBeThing(Naming.EntityKey(Drafting.FindThings.Singular(several))) && passage.Clauses.Count == 1)
        {
            return false; // "pupils receive certificates"
        }

        if (!Senses.Receives(clause.Verb.Verb) || clause.Verb.Negated || clause.Subjects.Count == 0 || clause.Objects.Count == 0 || clause.Objects.Count(AttributeWords.IsOne) * 2 < clause.Objects.Count + (clause.Objects.Count == 1 ? 1 : 0) || clause.Subjects.All(subject => subject.IsPronoun || Keepers.IsOne(subject)))
        {
            return false;
        }

        if (clause is { Kind: ClauseKind.Main, Subjects: [{ Determiner: Determiner.Each, IsPronoun: false, Of: null } each] } && clause.Objects.All(AttributeWords.IsOne)
            && clause.With("in", "at", "on", "during", "for").SelectMany(phrase => phrase.Nouns).FirstOrDefault(noun => noun is { IsPronoun: false, Plural: false, Determiner: Determiner.Each or Determiner.Indefinite } && noun.First < each.First && !AttributeWords.IsOne(noun) && !Keepers.IsOne(noun)) is { } frame)
        {
            notes.Details.Add(new([each, frame with { Determiner = Determiner.Each }], null, clause.Objects, passage) { Topic = talk.Topic, Together = true }); // "in a lesson each pupil gets a mark"
            return true;
        }

        if (IsItsOwn(clause, passage, talk) || GetsSeveral(clause) || clause is { Kind: ClauseKind.Main, Verb: { Passive: false, Mood: not Mood.Possible, Verb: "get" or "receive" }, Subjects: [{ Determiner: Determiner.Each, Of: null }], Phrases.Count: 0 } && clause.Objects.All(item => AttributeWords.IsOne(item) && !AttributeWords.MayBeThing(Naming.EntityKey(item.Name))))
        {
            notes.Lists.Add(talk.LastList = new(clause.Subjects[0], clause.Objects, Manner.Has, passage) { After = talk.LastTold });
            notes.Told.Add(new(clause with { Objects = [] }, passage));
            talk.Speak(clause.Subjects[0]);
            return true;
        }

        var told = talk.LastTold is { Subjects: [var before, ..] } last && before.First == clause.Subjects[0].First && passage.Clauses.Any(other => other.Range.First == last.Range.First && other.Verb.Verb == last.Verb.Verb) ? last : clause with { Objects = [] };
        notes.Details.Add(new([], told, clause.Objects, passage) { Topic = talk.Topic });
        notes.Told.Add(new(clause, passage));
        talk.Speak(clause.Subjects[0]);
        if (clause.Objects is [{ Determiner: Determiner.Indefinite } one] && AttributeWords.MayBeThing(Naming.EntityKey(one.Name)))
        {
            talk.Speak(one); // "pays a deposit; it has an amount"
        }

        return true;
    }

    /// <summary>"A crate gets a number, a label and a size": what it has from then on.</summary>
    private static bool GetsSeveral(Clause clause) =>
        clause is { Kind: ClauseKind.Main, Verb: { Passive: false, Mood: not Mood.Possible, Verb: "get" or "receive" }, Subjects: [{ Of: null, SpeaksOfEach: true } one], Objects.Count: > 1 } && !Persons.IsOne(one) && !AttributeWords.IsOne(one) && clause.Objects.Count(AttributeWords.IsOne) > 1;

    /// <summary>"Every lamp comes from one maker and receives a number": each has it, whatever else was told.</summary>
    private static bool IsItsOwn(Clause clause, Passage passage, Talk talk) =>
        clause is { Kind: ClauseKind.Main, Subjects: [{ IsPronoun: false } subject], Verb.Mood: not Mood.Possible } && (subject.SpeaksOfEach || subject.Plural) && clause.Objects.All(AttributeWords.IsOne)
        && talk.LastTold is { Kind: ClauseKind.Main, Verb.Passive: false } told && !Senses.Meets(told.Verb.Verb) && passage.Clauses.Any(other => other.Range == told.Range) && told.Subjects is [var before, ..] && before.First == subject.First && !told.Objects.Any(item => !AttributeWords.IsOne(item));
}
