using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Lines are numbered from 1 within the order": a number that counts inside a parent.</summary>
internal sealed class NumberedWithin : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Verb is not { Verb: "number", Passive: true } || clause.Subjects is not [{ IsPronoun: false } subject] || clause.With("by").Any())
        {
            return false;
        }

        var within = clause.With("within", "inside", "in", "per", "for").FirstOrDefault()?.Nouns[0] ?? subject.Of;
        var number = new NounPhrase(subject.First, subject.End) { Name = "number" };
        notes.Lists.Add(new(subject, [number], Manner.Identified, passage));
        notes.Keys.Add(new(subject, [number], within, passage));
        notes.Told.Add(new(clause, passage));
        talk.Speak(subject);
        return true;
    }
}
