using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Lines are numbered from 1 within the order", "bays are lettered along their aisle": what counts inside a parent.</summary>
internal sealed class NumberedWithin : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (Starts(clause, passage, talk, notes))
        {
            return true;
        }

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

    /// <summary>"Drawer numbers start again at 1 in each cupboard": a drawer has a number within its cupboard.</summary>
    private static bool Starts(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is not { Verb: { Verb: "start" or "begin" or "restart" or "run", Negated: false }, Subjects: [{ IsPronoun: false, Plural: true, Of: null } subject] } || !subject.Name.EndsWith(" numbers", StringComparison.OrdinalIgnoreCase)
            || clause.With("in", "within", "for", "on", "per", "inside").SelectMany(phrase => phrase.Nouns).FirstOrDefault(noun => noun is { IsPronoun: false, Determiner: Determiner.Each }) is not { } within)
        {
            return false;
        }

        var thing = subject with { Name = subject.Name[..subject.Name.LastIndexOf(' ')], Plural = false, Determiner = Determiner.Each };
        var number = subject with { Name = Drafting.FindThings.Singular(subject), Plural = false };
        notes.Lists.Add(talk.LastList = new(thing, [number], Manner.Identified, passage));
        notes.Keys.Add(new(thing, [number], within, passage) { Counted = true });
        talk.Speak(thing);
        return true;
    }
}
