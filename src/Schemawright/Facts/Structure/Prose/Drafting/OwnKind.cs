using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>"A task can be blocked by other tasks", "users follow users": many with many of their own kind; "is broken down into subtasks": each has one it belongs to.</summary>
internal static class OwnKind
{
    public static bool Read(Clause clause, Passage passage, Things things)
    {
        if (clause.Subjects is not [{ IsPronoun: false } subject] || things.Of(subject) is not { } thing || clause.Verb.Verb is "be" or "have")
        {
            return false;
        }

        var nouns = clause.Objects.Concat(clause.Phrases.Where(part => part.Preposition is "above" or "below" or "beneath" or "under" or "over" or "behind" or "by" or "on" or "to" or "with" or "from" or "upon" or "into").SelectMany(part => part.Nouns)).ToList();
        if (nouns.Exists(noun => noun is { IsPronoun: false, Plural: true } && (Naming.EntityKey(noun.Name) == "sub" + thing.Key || Naming.EntityKey(noun.Name) == "sub_" + thing.Key)))
        {
            thing.Tie(thing, $"parent {thing.Name}", passage, clause.Verb.Verb, false);
            return true;
        }

        if (!nouns.Exists(noun => noun is { IsPronoun: false, IsMany: true } && (noun.Another || (subject.Plural && noun.Determiner == Determiner.None && !clause.Verb.Passive)) && things.Of(noun) == thing))
        {
            return false;
        }

        things.Meetings.Add(new(thing, thing, clause.Verb.Verb, passage));
        return true;
    }
}
