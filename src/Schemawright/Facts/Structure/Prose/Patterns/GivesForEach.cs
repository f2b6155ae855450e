using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"A count yields for each species a figure", "a statement contains for every edition the copies sold": kept of the two together.</summary>
internal sealed class GivesForEach : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is not { Kind: ClauseKind.Main, Verb: { Passive: false, Negated: false, Verb: "yield" or "give" or "produce" or "deliver" or "contain" or "list" or "state" or "show" or "have" or "receive" or "get" }, Subjects: [{ IsPronoun: false } subject], Objects.Count: > 0 }
            || Keepers.IsOne(subject) || (AttributeWords.IsOne(subject) && !subject.SpeaksOfEach) || !clause.Objects.All(item => AttributeWords.IsOne(item) || item.Numbered)
            || clause.With("for", "per").SelectMany(phrase => phrase.Nouns).FirstOrDefault(noun => noun is { Determiner: Determiner.Each, IsPronoun: false } && !AttributeWords.IsOne(noun) && !Keepers.IsOne(noun)) is not { } frame)
        {
            return false;
        }

        notes.Details.Add(new([subject with { Determiner = Determiner.Each, Of = null }, frame with { Of = null }], null, clause.Objects, passage) { Topic = talk.Topic, Together = true });
        talk.Speak(subject);
        return true;
    }
}
