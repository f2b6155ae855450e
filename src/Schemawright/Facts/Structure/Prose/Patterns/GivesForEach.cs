using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"A count yields for each species a figure", "a statement contains for every edition the copies sold": kept of the two together.</summary>
internal sealed class GivesForEach : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (Lines(clause, passage, talk, notes))
        {
            return true;
        }

        if (clause is not { Kind: ClauseKind.Main, Verb: { Passive: false, Negated: false, Verb: "yield" or "give" or "produce" or "deliver" or "contain" or "set" or "specify" or "indicate" or "list" or "state" or "show" or "have" or "receive" or "get" }, Subjects: [{ IsPronoun: false } subject], Objects.Count: > 0 }
            || Keepers.IsOne(subject) || (AttributeWords.IsOne(subject) && !subject.SpeaksOfEach) || !clause.Objects.All(item => AttributeWords.IsOne(item) || item.Numbered)
            || clause.With("for", "per").SelectMany(phrase => phrase.Nouns).FirstOrDefault(noun => noun is { Determiner: Determiner.Each, IsPronoun: false } && !AttributeWords.IsOne(noun) && !Keepers.IsOne(noun)) is not { } frame)
        {
            return false;
        }

        if (subject.Of is { Plural: true } of && Naming.EntityKey(of.Name) == Naming.EntityKey(frame.Name))
        {
            notes.Lists.Add(talk.LastList = new(frame with { Of = null }, clause.Objects, Manner.Records, passage)); // "the roll of vessels states for each vessel …"
            talk.Speak(frame);
            return true;
        }

        notes.Details.Add(new([subject with { Determiner = Determiner.Each, Of = null }, frame with { Of = null }], null, clause.Objects, passage) { Topic = talk.Topic, Together = true });
        talk.Speak(subject);
        return true;
    }

    /// <summary>"It contains a line for each title with the copies sold": the line has them, and is of both.</summary>
    private static bool Lines(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is not { Kind: ClauseKind.Main, Verb: { Passive: false, Negated: false, Verb: "contain" or "have" or "include" or "show" or "list" or "hold" or "comprise" }, Subjects: [{ IsPronoun: false } whole], Objects: [{ Determiner: Determiner.Indefinite, Plural: false } line] } || AttributeWords.IsOne(line) || Keepers.IsOne(whole)
            || clause.With("for", "per").SelectMany(phrase => phrase.Nouns).FirstOrDefault(noun => noun is { Determiner: Determiner.Each, IsPronoun: false } && !AttributeWords.IsOne(noun)) is not { } each
            || passage.Clauses.FirstOrDefault(other => other is { Kind: ClauseKind.Attached, Verb.Verb: "have", Subjects: [var subject] } && subject.First == each.First) is not { } list)
        {
            return false;
        }

        talk.Taken = list.Range;
        notes.Lists.Add(talk.LastList = new(line with { Determiner = Determiner.Each }, list.Objects, Manner.Records, passage));
        notes.Told.Add(new(new Clause(ClauseKind.Main, [line], new("place", Passive: true), [], [new("in", [whole with { Determiner = Determiner.Definite }]), new("for", [each with { Determiner = Determiner.Definite }])]), passage));
        talk.Speak(whole);
        return true;
    }
}
