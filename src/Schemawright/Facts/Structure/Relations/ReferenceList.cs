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
