using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Deposits – per project, amount, paid on", "consent form per visit, signed at, copy": of the one there are some for each of the other, with what is listed.</summary>
internal static class LabelledPer
{
    public static bool Read(Clause clause, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        if (items is [{ Count: not null, Tail: { Preposition: "per", Nouns: [{ IsPronoun: false } each] } } counted, _, ..] && clause.Phrases.Count == 0 && clause.Range.First == 0 && !AttributeWords.IsOne(counted) && !Keepers.IsOne(counted) && !AttributeWords.IsOne(each) && items.Skip(1).All(AttributeWords.IsOne))
        {
            Note(counted with { Tail = null, Count = null, Determiner = Determiner.None }, each, items.GetRange(1, items.Count - 1), passage, talk, notes);
            return true;
        }

        if (items is [{ Plural: false, Tail: { Preposition: "per", Nouns: [{ IsPronoun: false } whole] } } headed, _, _, ..] && clause.Phrases.Count == 0 && clause.Range.First == 0 && !AttributeWords.IsOne(headed) && !Keepers.IsOne(headed) && items.Count(AttributeWords.IsOne) > 1)
        {
            Note(headed with { Tail = null }, whole, items.GetRange(1, items.Count - 1), passage, talk, notes);
            return true;
        }

        if (clause.Before is not (':' or '–' or '—') || items.Count < 2 || talk.Label is not { IsPronoun: false } label || label.End + 1 != clause.Range.First || clause.Phrases is not [{ Preposition: "per", Nouns: [{ IsPronoun: false } per] }] || per.First > items[0].First || items.Count(AttributeWords.IsOne) < 2)
        {
            return false;
        }

        Note(label, per, items, passage, talk, notes);
        return true;
    }

    private static void Note(NounPhrase owner, NounPhrase whole, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        notes.Lists.Add(talk.LastList = new(owner, items, Manner.Has, passage));
        notes.Told.Add(new(new Clause(ClauseKind.Main, [owner with { Determiner = Determiner.Each, Plural = false, Count = null }], new("belong"), [], [new("to", [whole with { Determiner = Determiner.Counted, Count = Terms.Cardinality.ExactlyOne }])]), passage));
        talk.Speak(owner);
    }
}
