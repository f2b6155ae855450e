using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"It gets a title, and one of our engineers is in charge", "one clerk is responsible": for what the talk is about.</summary>
internal sealed class IsResponsible : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is { Kind: ClauseKind.Main, Verb: { Verb: "be", Negated: false }, Subjects: [{ IsPronoun: false, Count: { Min: 1, Max: 1 } } one] } && !AttributeWords.IsOne(one) && clause.After("in charge of") is [{ IsPronoun: false, Plural: false } charge] && !Keepers.IsOne(charge) && !AttributeWords.IsOne(charge))
        {
            notes.Told.Add(new(clause with { Objects = [], Phrases = [new("for", [charge])] }, passage)); // "one technician is in charge of it"
            return true;
        }

        var responsible = clause is { Kind: ClauseKind.Main, Verb: { Verb: "be", Negated: false }, Subjects: [{ IsPronoun: false, Count: { Min: 1, Max: 1 } }] } && !clause.With("for", "of", "in charge of").Any()
            && (clause.Objects is [{ Name: "responsible" or "accountable" }] || clause.After("in") is [{ Name: "charge" }]);
        if (!responsible || talk.Topic is not { } topic || Persons.IsOne(topic))
        {
            return false;
        }

        notes.Told.Add(new(clause with { Objects = [], Phrases = [new("for", [topic with { Determiner = Determiner.Definite, Plural = false, Count = null, Of = null }])] }, passage));
        return true;
    }
}
