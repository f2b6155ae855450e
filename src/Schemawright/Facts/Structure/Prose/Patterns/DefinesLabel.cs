using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Hatch. A cover fitted over a hold, with its size and colour." under a bare title: the sentence without a verb says what the title is, and what hangs on it is of the title.</summary>
internal static class DefinesLabel
{
    public static bool Read(Clause clause, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        if (DefinesByPhrases(clause, items, passage, talk, notes))
        {
            return true;
        }

        if (talk.Label is not { IsPronoun: false } label || !((clause.Range.First == 0 && talk.LabelIsTitle) || (clause.Before is '–' or '—' && label.End + 1 == clause.Range.First)) || Keepers.IsOne(label) || items.Count == 0)
        {
            return false;
        }

        var meant = label with { Determiner = Determiner.Definite, Remark = null };
        if (items is [{ Of: { IsPronoun: false, Determiner: Determiner.Indefinite or Determiner.Each or Determiner.Counted } whole, Determiner: Determiner.None or Determiner.Indefinite } part] && part.Name.ToLowerInvariant() is "part" or "section" or "subdivision" or "member")
        {
            notes.Told.Add(new(new Clause(ClauseKind.Main, [meant with { Determiner = Determiner.Each }], new("belong"), [], [new("to", [whole])]) { Range = clause.Range }, passage));
            talk.Speak(meant);
            return true;
        }

        var genus = items[0].Determiner is Determiner.Indefinite || items[0] is { Determiner: Determiner.Counted, Count: { Min: 1, Max: 1 } };
        if (!genus || !(items.Count == 1 || (clause.Alternatives || items is [_, { Determiner: Determiner.None }])) || items.Count > 2)
        {
            return false;
        }

        talk.Mean(items[^1], meant);
        talk.Defines = meant;
        talk.Speak(meant);
        return true;
    }

    /// <summary>"Survey = visit to a quarry for a client. Date, hours.": what the label is of, and what follows is of the label.</summary>
    private static bool DefinesByPhrases(Clause clause, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        var next = passage.Clauses.FirstOrDefault(other => other.Range.First == clause.Range.End && other is { Verb.Verb: "", Objects.Count: 0 });
        if (clause.Before != ':' || talk.Label is not { IsPronoun: false } label || label.End + 1 != clause.Range.First || items is not [{ Plural: false, Determiner: Determiner.None or Determiner.Indefinite, Of: null } genus] || AttributeWords.IsOne(genus) || next is null)
        {
            return false;
        }

        var places = next.Phrases.Where(phrase => phrase.Preposition is "to" or "for" or "of" or "by" or "with" or "at" or "in" && phrase.Nouns is [{ IsPronoun: false, Plural: false, Determiner: Determiner.Indefinite or Determiner.Counted } noun] && !AttributeWords.IsOne(noun)).ToList();
        if (places.Count == 0)
        {
            return false;
        }

        notes.Told.Add(new(new Clause(ClauseKind.Main, [label with { Determiner = Determiner.Each, Plural = false, Count = null }], new("place", Passive: true), [], places) { Range = clause.Range }, passage));
        (talk.LabelIsTitle, talk.Taken) = (true, next.Range);
        return true;
    }
}
