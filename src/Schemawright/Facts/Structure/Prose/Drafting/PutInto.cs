using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>"Guests put any number of cakes into the basket": the same cakes lie in other baskets, too.</summary>
internal static class PutInto
{
    public static bool Read(Clause clause, List<Participant> members, Passage passage, Things things)
    {
        if (clause.Verb is not { Passive: false, Negated: false, Verb: "put" or "add" or "place" or "pack" or "load" or "insert" }
            || members.Find(member => member is { Position: "object", Phrase.IsMany: true, Thing.IsNamed: true }) is not { } put
            || members.Find(member => member is { Position: "into" or "onto" or "to" or "in" or "on", Phrase.IsMany: false } && member.Thing != put.Thing) is not { } whole)
        {
            return false;
        }

        things.Meetings.Add(new(put.Thing, whole.Thing, clause.Verb.Verb, passage));
        return true;
    }
}
