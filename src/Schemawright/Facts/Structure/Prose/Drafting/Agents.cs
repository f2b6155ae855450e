using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>"who refereed it" when there are referees: the doer of a verb, among the things that are kept.</summary>
internal static class Agents
{
    public static Thing? Of(Thing thing, NounPhrase item, Things things)
    {
        if (item is { Determiner: Determiner.Other, Another: true } && item.Name.EndsWith(" by", StringComparison.Ordinal))
        {
            return thing; // "who recruited whom"
        }

        if (item.Determiner != Determiner.Other || !item.Name.EndsWith(" by", StringComparison.Ordinal) || Verbs.Read(item.Name[..^3]).Base is not { Length: > 2 } verb)
        {
            return null;
        }

        var stem = verb.TrimEnd('e');
        return things.Exact(verb) ?? things.Exact(stem + "er") ?? things.Exact(stem + "or") ?? things.Exact(stem + stem[^1] + "er");
    }
}
