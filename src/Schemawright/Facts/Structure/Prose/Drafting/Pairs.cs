using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Finds or makes the thing that links others, named by the verb that tells of it where that verb has a noun.</summary>
internal sealed class Pairs(Things things)
{
    public Thing Of(IReadOnlyList<Thing> members, string verb, Passage passage)
    {
        var known = things.All.FirstOrDefault(thing => thing.IsLink && thing.Ties.Count >= members.Count && members.All(member => thing.Ties.Exists(tie => tie.Parent == member)));
        if (known is not null)
        {
            return known;
        }

        var noun = EventNouns.Named(verb);
        var name = noun is not null && things.Exact(noun) is null ? noun : string.Join(' ', members.Select(member => member.Name));
        var link = things.Add(Language.Naming.EntityKey(name), name, passage, link: true);
        foreach (var member in members)
        {
            member.Ties.RemoveAll(tie => tie.Role is null && tie.Verb == verb && members.Contains(tie.Parent)); // the link says it better
            link.Tie(member, null, passage, verb, true);
        }

        return link;
    }
}
