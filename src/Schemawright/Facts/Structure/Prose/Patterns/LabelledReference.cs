using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Job: number, for one customer, site", "Checks: per crane; date": inside the list of a label, what the label's thing belongs to.</summary>
internal static class LabelledReference
{
    public static bool Read(Clause clause, NounPhrase? owner, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        if (talk.Label is not { } label || owner is not { Determiner: Determiner.Counted or Determiner.Indefinite or Determiner.None, Plural: false } || !(clause.Before is ',' or ':' or ';' || (talk.LabelIsTitle && items.Count == 0 && clause.Phrases is [{ Preposition: "per" }] && !passage.Clauses.Any(other => other.Before == ':' && other.Range.First == clause.Range.End + 1))) || clause.Phrases is not [{ Preposition: "for" or "per" or "on" or "from" or "in" or "at" or "of" }, ..]
            || (label.First >= owner.First && !talk.LabelIsTitle) || Naming.EntityKey(label.Name) == Naming.EntityKey(owner.Name) || AttributeWords.IsOne(owner))
        {
            return false;
        }

        notes.Told.Add(new(new Clause(ClauseKind.Main, [label with { Determiner = Determiner.Indefinite, Plural = false, Count = null }], new("place", Passive: true), [], [new("in", [owner with { Determiner = Determiner.Definite }])]), passage));
        if (items.Count > 0)
        {
            notes.Lists.Add(talk.LastList = new(label, items, Manner.Label, passage));
        }

        return true;
    }
}
