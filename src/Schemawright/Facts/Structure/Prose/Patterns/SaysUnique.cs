using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"…, which is unique", "The plate is unique within the country", "no two plots in a section have the same number".</summary>
internal sealed class SaysUnique : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes) => Adjective(clause, passage, notes) || UsedOnce(clause, passage, notes) || NoTwo(clause, passage, notes) || NobodyElse(clause, passage, notes);

    private static bool Adjective(Clause clause, Passage passage, Notes notes)
    {
        if (clause.Verb is not { Verb: "be", Negated: false } || !clause.Objects.Any(item => item.Name is "unique") || clause.Subjects.Count == 0)
        {
            return false;
        }

        if (clause.Subjects is [{ IsPronoun: false, Of: null, Owner: null } number] && number.Name.EndsWith(" number", StringComparison.Ordinal) && !AttributeWords.IsOne(number.Name[..^7])
            && clause.With("within", "in", "inside", "on").SelectMany(phrase => phrase.Nouns).FirstOrDefault(noun => noun is { IsPronoun: false, Determiner: Determiner.Possessive or Determiner.Each }) is { } inside)
        {
            var numbered = number with { Name = number.Name[..^7], Determiner = Determiner.Each };
            notes.Lists.Add(new(numbered, [number], Manner.Identified, passage)); // "a cabin number only has to be unique within its ship"
            notes.Keys.Add(new(numbered, [number], inside, passage) { Counted = true });
            return true;
        }

        notes.Unique.AddRange(clause.Subjects.Select(subject => (Naming.Snake(subject.Name), passage)));
        if (clause.Subjects[0] is { } first && (first.Of ?? first.Owner) is { } thing)
        {
            notes.Keys.Add(new(thing, clause.Subjects, clause.With("within", "in", "per", "for").FirstOrDefault()?.Nouns[0], passage));
        }

        return true;
    }

    /// <summary>"a number that is never reused", "a code that is given only once".</summary>
    private static bool UsedOnce(Clause clause, Passage passage, Notes notes)
    {
        var once = clause is { Kind: ClauseKind.Attached, Verb.Passive: true } && clause.Subjects.Count > 0 && clause.Subjects.All(AttributeWords.IsOne)
            && ((clause.Verb.Negated && clause.Verb.Verb is "reuse" or "reus" or "repeat" or "reassign" or "reissue" or "duplicate" or "give" or "use" or "assign" or "issue") || (clause.Verb.Once && clause.Verb.Verb is "use" or "give" or "issue" or "assign" or "print"));
        once |= clause is { Kind: ClauseKind.Attached, Verb: { Passive: false, Negated: false, Once: true, Verb: "give" or "issue" or "use" or "assign" or "hand" }, Subjects: [{ IsPronoun: true }] } && clause.After("on").Any(AttributeWords.IsOne);
        if (once && !clause.Verb.Passive)
        {
            notes.Unique.AddRange(clause.After("on").Select(item => (Naming.Snake(item.Name), passage))); // "a number that we hand out only once"
        }
        else if (once)
        {
            notes.Unique.AddRange(clause.Subjects.Select(subject => (Naming.Snake(subject.Name), passage)));
        }

        return once;
    }

    private static bool NoTwo(Clause clause, Passage passage, Notes notes)
    {
        if (clause.Subjects is not [{ Determiner: Determiner.Other, Plural: true } subject] || clause.Verb.Verb is not ("have" or "share" or "carry" or "bear" or "use"))
        {
            return false;
        }

        if (clause.Kind == ClauseKind.Attached || clause.Objects.Count == 0)
        {
            notes.Unique.AddRange(clause.After("on").Select(item => (Naming.Snake(item.Name), passage)));
        }
        else
        {
            var within = clause.With("in", "within", "of", "at", "on").FirstOrDefault()?.Nouns[0];
            notes.Keys.Add(new(subject with { Determiner = Determiner.None }, clause.Objects, within, passage));
        }

        return true;
    }

    /// <summary>"a code that no other product has", "a number that nobody else has".</summary>
    private static bool NobodyElse(Clause clause, Passage passage, Notes notes)
    {
        var alone = clause.Kind == ClauseKind.Attached && clause.Subjects is [var subject] && (subject.Determiner == Determiner.Other || subject.Name.StartsWith("nobody", StringComparison.OrdinalIgnoreCase)) && clause.Verb.Verb is "have" or "share" or "use";
        if (alone)
        {
            notes.Unique.AddRange(clause.After("on").Select(item => (Naming.Snake(item.Name), passage)));
        }

        return alone;
    }
}
