using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"A dive is led by one guide; other guides may assist": any number of them take part in what was told.</summary>
internal sealed class AssistsAsWell : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is not { Kind: ClauseKind.Main, Verb: { Passive: false, Negated: false, Verb: "assist" or "help" or "participate" or "attend" or "join" or "support" or "accompany" }, Subjects: [{ IsPronoun: false, Plural: true } others], Objects.Count: 0 } || clause.Phrases.Any(phrase => phrase.Preposition is "in" or "at" or "to")
            || !(others.Another || others.Determiner == Determiner.Other || clause.Verb.Mood == Mood.Possible) || Keepers.IsOne(others)
            || talk.LastTold is not { Subjects: [{ IsPronoun: false } happening] } || Language.Naming.EntityKey(happening.Name) == Language.Naming.EntityKey(others.Name) || Keepers.IsOne(happening) || Persons.IsOne(happening))
        {
            return false;
        }

        notes.Told.Add(new(new Clause(ClauseKind.Main, [happening with { Determiner = Determiner.Indefinite, Plural = false, Count = null }], new("involve"), [others with { Another = false, Determiner = Determiner.Counted, Count = Terms.Cardinality.ZeroOrMore }], []) { Range = clause.Range }, passage));
        return true;
    }
}
