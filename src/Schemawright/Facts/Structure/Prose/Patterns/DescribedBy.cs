using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"A dish is described by LIST", "a type is characterised by LIST".</summary>
internal sealed class DescribedBy : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var list = clause.With("by", "with").FirstOrDefault()?.Nouns;
        if (!clause.Verb.Passive || !Senses.Describes(clause.Verb.Verb) || list is null || clause.Subjects.Count == 0 || !list.Any(AttributeWords.IsOne))
        {
            return false;
        }

        foreach (var subject in clause.Subjects)
        {
            notes.Lists.Add(talk.LastList = new(subject, list, Manner.Described, passage));
            talk.Speak(subject);
        }

        talk.Listed(clause);
        return true;
    }
}
