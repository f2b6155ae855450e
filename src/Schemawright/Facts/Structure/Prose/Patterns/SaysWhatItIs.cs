using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"A supplier is just a company name plus an e-mail address": what it is made of.</summary>
internal sealed class SaysWhatItIs : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Verb is not { Verb: "be", Negated: false } || clause.Subjects is not [{ IsPronoun: false } subject] || clause.Objects.Count < 2 || !(clause.Objects.All(AttributeWords.IsOne) || (AttributeWords.IsOne(clause.Objects[0]) && passage.Said.Contains(" just ", StringComparison.Ordinal))) || AttributeWords.IsOne(subject))
        {
            return false;
        }

        notes.Lists.Add(talk.LastList = new(subject, clause.Objects, Manner.Has, passage));
        talk.Speak(subject);
        return true;
    }
}
