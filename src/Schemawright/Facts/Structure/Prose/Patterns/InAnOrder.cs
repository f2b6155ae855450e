using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"The songs of a concert are played in a certain order": each has its position in the other.</summary>
internal sealed class InAnOrder : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is not { Kind: ClauseKind.Main, Verb: { Passive: true, Negated: false }, Subjects: [{ IsPronoun: false, Plural: true, Of: { IsPronoun: false, Plural: false } whole } part] } || AttributeWords.IsOne(part) || Keepers.IsOne(whole) || clause.After("in") is not [{ Determiner: Determiner.Indefinite, Name: "order" or "sequence" or "certain order" or "fixed order" or "fixed sequence" }])
        {
            return false;
        }

        var position = new NounPhrase(clause.Range.First, clause.Range.End) { Name = "position" };
        notes.Details.Add(new([part with { Determiner = Determiner.Each, Of = null }, whole with { Determiner = Determiner.Each }], null, [position], passage) { Topic = talk.Topic, Together = true, Links = true });
        talk.Speak(whole);
        return true;
    }
}
