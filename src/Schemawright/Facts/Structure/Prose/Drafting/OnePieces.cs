using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Plurals that are one text or figure: "show notes", "some remarks", "maximum players".</summary>
internal static class OnePieces
{
    public static bool Say(string name) =>
        name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant() is "notes" or "comments" or "remarks" or "details" or "instructions" or "hours" or "coordinates" or "terms" or "points" or "pieces" or "days" or "minutes" or "secs" or "seconds" or "initials" or "dimensions"
        || name.Split(' ')[0].ToLowerInvariant() is "min" or "max" or "minimum" or "maximum" or "remaining" or "total";

    /// <summary>"2 weeks later", "the larger ones": nothing that is kept.</summary>
    public static bool AreNone(NounPhrase item) =>
        item.IsPronoun || item.Count is { Max: 0 } || item.Name.EndsWith("ones", StringComparison.Ordinal) || item.Name.EndsWith(" later", StringComparison.Ordinal) || item.Name.EndsWith(" ago", StringComparison.Ordinal) || Naming.Words(item.Name).Count is 0 or > 6;

    /// <summary>What a table of values is called: "reference image" says itself what it is, a phone number is its keeper's.</summary>
    public static string Named(Thing thing, string single, Things things)
    {
        var key = Naming.EntityKey(single);
        return key.Contains('_', StringComparison.Ordinal) && AttributeWords.MayBeThing(key) && things.Of(key) is null ? single : $"{thing.Name} {single}";
    }

    public static bool IsDay(string name) => name is "date" or "day" or "first day" or "start date" or "from";
}
