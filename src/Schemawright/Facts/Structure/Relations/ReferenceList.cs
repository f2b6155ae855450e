using Schemawright.Diagnostics;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Relations;

/// <summary>
/// Several references in one text, as a cell or a labelled line holds them: "belongs to Dock, Owner and current Tariff; skipper (Member)",
/// "from Dock, to Dock", "has many Trips, Logs", or the bare names of things.
/// </summary>
/// <param name="Things">The keys of the things described beside it: only they may stand bare.</param>
internal sealed record ReferenceList(IReadOnlySet<string> Things)
{
    private const int MostWordsOfARole = 3;

    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "a", "an", "the", "its", "one", "many", "several", "multiple", "exactly", "optional" };

    /// <summary>True when one part at least is a reference; a part that is none is left alone.</summary>
    public bool Write(string text, string entity, FactWriter writer, SourceSpan place, string words)
    {
        var found = false;
        foreach (var segment in text.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string? verb = null;
            foreach (var part in TextScan.Split(segment, ',').SelectMany(Joined).Select(part => part.Trim()).Where(part => part.Length > 0))
            {
                found |= WritePart(part, ref verb, entity, writer, place, words);
            }
        }

        return found;
    }

    private bool WritePart(string part, ref string? verb, string entity, FactWriter writer, SourceSpan place, string words)
    {
        if (ReferenceItem.Parse(part) is { } item)
        {
            item.Write(entity, writer, place, words);
            return true;
        }

        var marked = Either(part) is { Count: > 1 } either ? either : (OfKind(part) ?? Optional(part)) is { } one ? [one] : [];
        if (marked.Count > 0)
        {
            marked.ForEach(phrase => RelationWriter.Write(writer, phrase, entity, place, words));
            return true;
        }

        var said = RelationPhrase.VerbOf(part) ?? verb;
        var bare = verb is null || RelationPhrase.VerbOf(part) is not null ? part[(RelationPhrase.VerbOf(part)?.Length ?? 0)..].Trim() : part;
        verb = said;
        if (InRole(bare) is var (role, target) && (said is null || RelationPhrase.Belong(said)))
        {
            writer.Attribute(writer.Blank(entity, role, place, words) with { References = target });
            return true;
        }

        var phrase = RelationPhrase.Parse(part) is { From: null } whole ? whole : said is not null && Things.Contains(Key(bare)) ? RelationPhrase.Parse($"{said} {bare}") : null;
        phrase ??= Things.Contains(Key(part)) ? new(null, EntityNames.Undecorated(part), null, null, null, null) : null;
        if (phrase is not null)
        {
            verb = said is not null && part.IndexOf(phrase.To, StringComparison.Ordinal) is > 0 and var at ? part[..at].TrimEnd() : verb; // "has many" goes on with its number
            RelationWriter.Write(writer, phrase, entity, place, words);
        }

        return phrase is not null;
    }

    /// <summary>"belongs to Dock or Yard": to either, so to neither of necessity.</summary>
    private List<RelationPhrase> Either(string part)
    {
        var verb = RelationPhrase.VerbOf(part);
        var names = verb is null || !RelationPhrase.Belong(verb) ? [] : part[verb.Length..].Split(" or ", StringSplitOptions.TrimEntries).Select(name => WithoutArticle(name)).ToList();
        return names.Count > 1 && names.TrueForAll(name => Things.Contains(Key(name))) ? names.ConvertAll(name => new RelationPhrase(null, EntityNames.Undecorated(name), null, Cardinality.ZeroOrOne, verb, null)) : [];
    }

    /// <summary>"sails from many Docks (M:N)": whatever the verb, the kind at the end says how the thing before it is related.</summary>
    private RelationPhrase? OfKind(string part)
    {
        var open = part.EndsWith(')') ? part.LastIndexOf('(') : -1;
        if (open <= 0 || CardinalityWords.Pair(part[open..]) is not var (from, to) || RelationPhrase.VerbOf(part) is not null)
        {
            return null;
        }

        var words = part[..open].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = Array.FindIndex(words, word => char.IsUpper(word[0]));
        var name = first > 0 ? string.Join(' ', words[first..]) : "";
        return name.Length > 0 && Things.Contains(Key(name)) ? new(null, name, from, to == Cardinality.ExactlyOne ? null : to, null, null) : null;
    }

    /// <summary>"Dock optional", "moored at a Dock (optional)".</summary>
    private RelationPhrase? Optional(string part)
    {
        var bare = part.EndsWith("(optional)", StringComparison.OrdinalIgnoreCase) ? part[..^10].TrimEnd() : part.EndsWith(" optional", StringComparison.OrdinalIgnoreCase) ? part[..^9].TrimEnd(' ', ',') : "";
        var known = bare.Length > 0 && Things.Contains(Key(bare)) ? new RelationPhrase(null, EntityNames.Undecorated(bare), null, null, null, null) : bare.Length > 0 ? RelationPhrase.Parse(bare) : null;
        return known is { From: null, ToMany: null or { IsMany: false } } ? known with { ToMany = Cardinality.ZeroOrOne } : null;
    }

    private static string WithoutArticle(string name) => name.StartsWith("a ", StringComparison.Ordinal) ? name[2..] : name.StartsWith("an ", StringComparison.Ordinal) ? name[3..] : name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;

    /// <summary>"Dock and Owner" are two where both are known.</summary>
    private IEnumerable<string> Joined(string part)
    {
        var at = part.Seek(" and ");
        var second = at < 0 ? "" : part[(at + 5)..];
        return at > 0 && !part.Contains('(', StringComparison.Ordinal) && (Things.Contains(Key(second)) || InRole(second.Trim()) is not null) ? [part[..at], second] : [part];
    }

    /// <summary>"current Tariff", "from Dock": a known thing in capitals behind the small words of its role.</summary>
    private (string Role, string Target)? InRole(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = Array.FindIndex(words, word => char.IsUpper(word[0]));
        return first is > 0 and <= MostWordsOfARole && Array.TrueForAll(words[..first], word => word.All(char.IsLower) && !Articles.Contains(word)) && Things.Contains(Key(string.Join(' ', words[first..])))
            && !RelationPhrase.IsRank(words[first - 1]) && RelationPhrase.VerbOf(text) is null
            ? (Naming.Snake(text), string.Join(' ', words[first..]))
            : null;
    }

    private static string Key(string text) => Naming.EntityKey(EntityNames.Undecorated(text));
}
