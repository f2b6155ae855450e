using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"A vet is identified by LIST", "rooms go by their number", "we know them by LIST".</summary>
internal sealed class IdentifiedBy : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var by = clause.With("by").FirstOrDefault()?.Nouns;
        var things = clause.Verb.Passive || clause.Verb.Verb is "go" ? clause.Subjects : clause.Objects;
        if (by is null || !Senses.Identifies(clause.Verb.Verb) || things.Count == 0 || things[0].IsPronoun || !by.Any(AttributeWords.IsOne))
        {
            return false;
        }

        foreach (var thing in things)
        {
            notes.Lists.Add(talk.LastList = new(thing, by, Manner.Identified, passage));
            if (clause.Verb.Verb is "identify" or "distinguish" or "designate")
            {
                notes.Keys.Add(new(thing, by, clause.With("within", "in", "inside").FirstOrDefault()?.Nouns[0] ?? thing.Of, passage));
            }

            talk.Speak(thing);
        }

        notes.Told.Add(new(clause with { Phrases = [.. clause.Phrases.Where(phrase => phrase.Preposition != "by")] }, passage));
        return true;
    }
}
