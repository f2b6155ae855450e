using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Members borrow books", "an animal is seen by one vet": who takes part may be related.</summary>
internal sealed class TellsWhatHappens : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Verb.Verb.Length == 0 || clause.Verb.Negated)
        {
            return false;
        }

        talk.LabelIsTitle |= clause.Before == ':' && talk.Label is not null;
        notes.Told.Add(new(clause, passage) { Title = talk.LabelIsTitle ? talk.Label : null });
        if (clause.Kind != ClauseKind.Attached)
        {
            foreach (var phrase in clause.Phrases.SelectMany(phrase => phrase.Nouns).Concat(clause.Objects).Concat(clause.Subjects).Where(phrase => !AttributeWords.IsOne(phrase) || (clause.Subjects is [var only] && phrase == only && phrase.Determiner == Determiner.Indefinite && AttributeWords.MayBeThing(Naming.EntityKey(phrase.Name)))))
            {
                talk.Speak(phrase);
            }

            talk.LastTold = clause;
            talk.LastList = null;
        }

        return true;
    }
}
