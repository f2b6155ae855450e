using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Lines are numbered from 1 within the order", "bays are lettered along their aisle": what counts inside a parent.</summary>
internal sealed class NumberedWithin : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Verb is not { Verb: "number" or "letter", Passive: true } || clause.Subjects is not [{ IsPronoun: false } subject] || clause.With("by").Any())
        {
            return false;
        }

        var within = clause.With("within", "inside", "in", "per", "for", "along", "on").FirstOrDefault(phrase => phrase.Preposition is not ("along" or "on") || phrase.Nouns[0].Determiner is Determiner.Possessive or Determiner.Each)?.Nouns.Where(noun => !noun.IsPronoun).ToList() ?? [];
        within = within.Count == 0 && subject.Of is { } of ? [of] : within;
        var number = new NounPhrase(subject.First, subject.End) { Name = clause.Verb.Verb };
        notes.Lists.Add(talk.LastList = new(subject, [number], Manner.Identified, passage));
        notes.Keys.Add(new(subject, [number], within.Count > 0 ? within[0] : null, passage) { Beside = [.. within.Skip(1)], Counted = true });
        notes.Told.Add(new(clause, passage));
        talk.Speak(subject);
        return true;
    }
}
