using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Museums are recorded with LIST", "members are registered under LIST": the thing itself is what is recorded.</summary>
internal sealed class RecordedWith : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var list = clause.With("with", "together", "by", "under", "as").FirstOrDefault()?.Nouns;
        if (clause.Verb is { Passive: true, Verb: "log" or "record" or "track" or "audit" } && clause.Subjects is [{ Of: null, IsPronoun: false } deed] && Nouns.Singular(deed.Name.ToLowerInvariant()) is "change" or "modification" or "edit" or "access" or "action" or "operation" or "update" or "activity")
        {
            return true; // The log of changes is no thing of its own beside what is changed.
        }

        var signs = !clause.Verb.Passive && clause.Verb.Verb is "sign" or "register" or "enrol" or "enroll" or "subscribe" or "come" or "arrive" && clause.After("with") is { Count: > 1 };
        if (clause.Verb.Verb is "file" or "list" && clause.After("under") is [{ Count: not null }])
        {
            return false; // "is filed under at least one category"
        }

        if (!(clause.Verb.Passive || signs) || list is null || clause.Subjects.Count == 0 || !list.Any(AttributeWords.IsOne) || (clause.Subjects.All(AttributeWords.IsOne) && !(clause.Subjects is [{ Plural: true, Determiner: Determiner.None } or { Determiner: Determiner.Each, Of: null }] && list.Count(AttributeWords.IsOne) > 1))
            || !(signs || Senses.Records(clause.Verb.Verb) || (list[0].Determiner == Determiner.Possessive && clause.After("with").Count > 1 && list.All(AttributeWords.IsOne)) || clause.Verb.Verb is "announce" or "schedule" or "plan" or "open" or "list" or "insert" or "publish" or "create" or "issue"))
        {
            return false;
        }

        var things = clause.After("as") is [{ IsPronoun: false } kept] && !AttributeWords.IsOne(kept) && !ReferenceEquals(clause.After("as"), list) ? [kept] : clause.Subjects;
        foreach (var subject in things)
        {
            notes.Lists.Add(talk.LastList = new(subject, list, Manner.Records, passage) { After = talk.LastTold, Topic = talk.Topic });
            talk.Speak(subject);
        }

        talk.Listed(clause);
        notes.Told.Add(new(clause with { Phrases = [.. clause.Phrases.Where(phrase => !ReferenceEquals(phrase.Nouns, list))] }, passage));
        return true;
    }
}
