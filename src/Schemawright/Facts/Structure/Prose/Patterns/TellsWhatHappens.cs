using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Members borrow books", "an animal is seen by one vet": who takes part may be related.</summary>
internal sealed class TellsWhatHappens : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Verb.Verb.Length == 0 || clause.Verb.Negated || clause.Subjects.Any(subject => subject.Count is { Max: 0 }))
        {
            return false;
        }

        if (clause is { Kind: ClauseKind.Condition, Verb.Verb: "do", Objects.Count: 0 } && talk.LastTold is { } said)
        {
            talk.LastTold = said with { Kind = ClauseKind.Condition }; // "Members book courses, and when they do we store …"
            notes.Told.Add(new(talk.LastTold, passage));
            return true;
        }

        if (TellsNothing(clause) || SaysWhere(clause, passage))
        {
            talk.LastTold = clause.Verb.Verb is "do" ? null : talk.LastTold;
            return true;
        }

        talk.LabelIsTitle |= clause.Before == ':' && talk.Label is not null;
        notes.Told.Add(new(clause, passage) { Title = talk.LabelIsTitle ? talk.Label : null });
        if (clause.Kind != ClauseKind.Attached)
        {
            foreach (var phrase in clause.Phrases.SelectMany(phrase => phrase.Nouns).Concat(clause.Objects).Concat(clause.Subjects).Where(phrase => (MayBeTopic(phrase) || (clause.Subjects is [var only] && phrase == only && phrase.Determiner == Determiner.Indefinite && AttributeWords.MayBeThing(Naming.EntityKey(phrase.Name)))) && !(clause.Verb.Verb is "be" && SaysKind.IsQuality(phrase))))
            {
                talk.Speak(phrase);
            }

            if (clause.Subjects is [{ Determiner: Determiner.Counted, IsPronoun: false }] && clause.Objects is [{ Determiner: Determiner.Each, IsPronoun: false } each] && MayBeTopic(each))
            {
                talk.Speak(each); // "one baker checks each oven; it has a number"
            }
            else if (Senses.Creates(clause.Verb.Verb) && !clause.Verb.Passive && clause.Objects is [{ Determiner: Determiner.Indefinite, Plural: false } made] && MayBeTopic(made))
            {
                talk.Speak(made); // "a choir starts a project; it gets a title"
            }

            (talk.LastTold, talk.LastList) = (clause, null);
        }

        return true;
    }

    /// <summary>"Where the buyer requires it, …": when, not what.</summary>
    private static bool SaysWhere(Clause clause, Passage passage) =>
        passage.Said.StartsWith("Where ", StringComparison.Ordinal) && clause.Range.First < 2 && clause.Verb.Verb is "require" or "want" or "wish" or "ask" or "request" or "need" or "agree" or "allow";

    /// <summary>"To do: …", "Not recorded any more.".</summary>
    private static bool TellsNothing(Clause clause) =>
        clause is { Verb.Verb: "do", Subjects.Count: 0 } || (clause is { Subjects.Count: 0, Objects.Count: 0, Phrases.Count: 0, Elided: false } && clause.Range.First == 0);

    /// <summary>A thing, or a noun that may be one and is spoken of as such: "an order is created".</summary>
    private static bool MayBeTopic(NounPhrase phrase) =>
        !AttributeWords.IsOne(phrase) || ((phrase.Determiner is Determiner.Indefinite or Determiner.Each || phrase is { Plural: true, Determiner: Determiner.None }) && !phrase.Name.Contains(' ', StringComparison.Ordinal) && AttributeWords.MayBeThing(Naming.EntityKey(phrase.Name)));
}
