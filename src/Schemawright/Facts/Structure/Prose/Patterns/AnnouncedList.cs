using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Each pupil pays fees: year, amount, date", "every hive gets a finding: strength, count": the list behind the colon is of what was named last.</summary>
internal static class AnnouncedList
{
    public static bool Read(Clause list, List<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        if (list.Before != ':' || items.Count < 2 || items.Count(AttributeWords.IsOne) * 2 < items.Count || passage.Clauses.LastOrDefault(other => other.Kind == ClauseKind.Main && other.Range.End + 1 == list.Range.First) is not { Verb: { Passive: false, Negated: false, Verb.Length: > 0 } } told
            || told.Subjects is not [{ IsPronoun: false } doer] || Keepers.IsOne(doer) || told.Phrases.Count > 0 || told.Objects is not [{ IsPronoun: false, Of: null, Owner: null } last] || !(last is { Plural: true, Determiner: Determiner.None or Determiner.Counted } or { Determiner: Determiner.Indefinite }))
        {
            return false;
        }

        var key = Naming.EntityKey(Drafting.FindThings.Singular(last));
        if (Keepers.IsOne(key) || (AttributeWords.IsOne(last) && !AttributeWords.MayBeThing(key)) || !Drafting.FindThings.MayBeNamed(last))
        {
            return false;
        }

        notes.Lists.Add(talk.LastList = new(last with { Plural = true, Determiner = Determiner.None }, items, Manner.With, passage) { OfEach = true });
        notes.Told.Add(new(new Clause(ClauseKind.Main, [doer], new("have"), [last with { Plural = true, Determiner = Determiner.None, Count = null }], []) { Range = told.Range }, passage));
        return true;
    }
}
