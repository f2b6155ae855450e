using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"A vet is identified by LIST", "rooms go by their number", "we know them by LIST".</summary>
internal sealed class IdentifiedBy : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes) => Identifies(clause, passage, talk, notes) || By(clause, passage, talk, notes);

    /// <summary>"the chip number identifies the dog", "a code, which identifies it", "a name and a year, which together identify it".</summary>
    private static bool Identifies(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Verb is not { Verb: "identify" or "designate", Passive: false, Negated: false } || clause.Subjects.Count == 0 || clause.Objects is not [var thing] || !clause.Subjects.All(AttributeWords.IsOne) || AttributeWords.IsOne(thing))
        {
            return false;
        }

        if (clause.Kind != ClauseKind.Attached)
        {
            notes.Lists.Add(talk.LastList = new(thing, clause.Subjects, Manner.Identified, passage));
            notes.Keys.Add(new(thing, clause.Subjects, null, passage));
            talk.Speak(thing);
        }
        else if (clause.Verb.OfSeveral && clause.Subjects is [{ Plural: false } last] && talk.LastList is { } list && ReferenceEquals(list.Passage, passage))
        {
            notes.Keys.Add(new(list.Owner, [.. list.Items.Where(item => item.First <= last.First)], null, passage));
        }
        else
        {
            notes.Unique.AddRange(clause.Subjects.Select(subject => (Naming.Snake(subject.Name), passage)));
        }

        return true;
    }

    private static bool By(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var by = clause.With("by").FirstOrDefault()?.Nouns;
        var things = clause.Verb.Passive || clause.Verb.Verb is "go" ? clause.Subjects : clause.Objects;
        if (by is null || !Senses.Identifies(clause.Verb.Verb) || things.Count == 0 || things[0].IsPronoun || !(by.Any(AttributeWords.IsOne) || (clause.Verb is { Passive: true, Verb: "identify" or "designate" } && by.All(item => item is { Determiner: Determiner.Possessive, Plural: false }))))
        {
            return false;
        }

        foreach (var thing in things)
        {
            notes.Lists.Add(talk.LastList = new(thing, by, Manner.Identified, passage));
            if (clause.Verb.Verb is "identify" or "designate" or "go" || (clause.Verb.Verb is "distinguish" && by.Count < 3) || (clause.Verb is { Verb: "know" or "recognize" or "recognise", Passive: true } && by.Count < 3 && by.Count(AttributeWords.IsOne) == 1))
            {
                notes.Keys.Add(new(thing, by, clause.With("within", "in", "inside").FirstOrDefault()?.Nouns[0] ?? thing.Of, passage));
            }

            talk.Speak(thing);
        }

        talk.Listed(clause);
        notes.Told.Add(new(clause with { Phrases = [.. clause.Phrases.Where(phrase => phrase.Preposition != "by")] }, passage));
        return true;
    }
}
