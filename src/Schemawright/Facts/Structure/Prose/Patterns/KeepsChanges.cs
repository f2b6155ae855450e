using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Every change of the due date must be traceable, with the former date and the reason": each change is kept with what is listed.</summary>
internal sealed class KeepsChanges : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var kept = (clause.Verb.Passive && Senses.Records(clause.Verb.Verb)) || clause.Verb.Verb is "be" or "remain" or "stay";
        if (!kept || clause.Verb.Negated || clause.Kind != ClauseKind.Main || clause.Subjects is not [{ IsPronoun: false } change] || !IsChange(change.Name) || Changed(clause, change) is not { } value || !AttributeWords.IsOne(value))
        {
            return false;
        }

        var items = passage.Clauses.Where(other => other.Range.First >= clause.Range.First).SelectMany(other => other.With("with", "together").SelectMany(phrase => phrase.Nouns).Concat(other is { Kind: ClauseKind.Attached, Verb.Verb: "have" } ? other.Objects : [])).Where(item => !item.IsPronoun && AttributeWords.IsOne(item))
            .Select(item => IsChange(item.Of?.Name ?? "") ? item with { Of = null } : item).DistinctBy(item => item.First).ToList();
        talk.Taken = passage.Clauses.FirstOrDefault(other => other is { Kind: ClauseKind.Attached, Verb.Verb: "have" } && other.Range.First >= clause.Range.First)?.Range;
        notes.Changes.Add((value, items, talk.Topic, passage));
        return true;
    }

    private static bool IsChange(string name) => name is "change" or "changes" or "Changes" or "correction" or "corrections" or "adjustment" or "adjustments" or "modification" or "modifications";

    private static NounPhrase? Changed(Clause clause, NounPhrase change) => change.Of ?? clause.After("to").Concat(clause.After("in")).FirstOrDefault();
}
