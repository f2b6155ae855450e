using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Queries;

/// <summary>
/// Finds ways of looking where a title or label says that queries follow: "Frequent queries: parcels by depot and day, parcels
/// by number", and bullets such as "Open claims of a member, newest first" under "Access patterns".
/// </summary>
internal static class NamedLookups
{
    private const int LongestTitle = 40;
    private const int LongestItem = 100;

    private static readonly string[] Titles = ["queries", "query patterns", "lookups", "look-ups", "access patterns", "access paths", "read patterns", "searches", "read paths", "lists"];
    private static readonly string[] Verbs = ["list", "find", "get", "fetch", "load", "show", "look up", "search", "search for", "select", "retrieve", "all", "the"];
    private static readonly string[] Owners = [" of a ", " of an ", " of one ", " of the ", " for a ", " for an ", " for one ", " for the ", " within a ", " in a ", " on a ", " at a "];
    private static readonly string[] Latest = [" newest first", " latest first", " most recent first", " last first", " oldest first", " earliest first"];

    /// <summary>The title above says that queries follow.</summary>
    public static bool IsAnnounced(OutlineLine line) => line.Label is null && (IsTitle(line.Key) || IsTitle(HeadingNames.Of(line.Heading)));

    public static IEnumerable<(QueryKind Kind, string? Entity, Seq<string> Attributes)> Read(OutlineLine line)
    {
        var text = line.Label is { } label && IsTitle(label) ? line.Text : IsAnnounced(line) ? line.Whole : null;
        if (text is null or { Length: > 400 } || text.Says("sorted by", "ordered by", "filterable by", "filtered by", "sortable by"))
        {
            yield break;
        }

        foreach (var (thing, fields, latest) in Items(text.TrimEnd('.')))
        {
            yield return (QueryKind.Filter, thing, fields.ToSeq());
            if (latest)
            {
                yield return (QueryKind.Sort, thing, ["created_at"]);
            }
        }
    }

    /// <summary>"Most frequent queries" announces them; "Queries per second" and "Slow queries of the report" do not.</summary>
    private static bool IsTitle(string title) =>
        title.Length is > 4 and <= LongestTitle && Array.Exists(Titles, known => title.TrimEnd(':', ' ').EndsWith(known, StringComparison.OrdinalIgnoreCase)) && !title.Says("slow", "no", "avoid", "forbidden");

    /// <summary>Each part with "by" or an owner begins a way of looking; a part without goes on with the fields of the one before.</summary>
    private static List<(string Thing, List<string> Fields, bool Latest)> Items(string text)
    {
        var items = new List<(string Thing, List<string> Fields, bool Latest)>();
        foreach (var part in Parts(text))
        {
            if (Item(part) is { } item)
            {
                items.Add(item);
            }
            else if (items.Count > 0 && Array.Exists(Latest, words => $" {part}".Contains(words, StringComparison.OrdinalIgnoreCase)))
            {
                items[^1] = items[^1] with { Latest = true };
            }
            else if (items.Count > 0 && LookingPhrases.Fields(part) is { Count: 1 } more)
            {
                items[^1].Fields.AddRange(more);
            }
            else
            {
                return [];
            }
        }

        return items;
    }

    private static IEnumerable<string> Parts(string text) =>
        text.Split([", and ", ", ", "; ", " and "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => Plain(ItemLists.WithoutParentheses(part)));

    private static string Plain(string part)
    {
        var plain = part.Trim();
        foreach (var verb in Verbs)
        {
            plain = plain.Opens(verb) && plain.Length > verb.Length + 1 && plain[verb.Length] == ' ' ? plain[(verb.Length + 1)..].Trim() : plain;
        }

        return plain;
    }

    private static (string Thing, List<string> Fields, bool Latest)? Item(string part)
    {
        var ending = Array.Find(Latest, known => part.EndsWith(known, StringComparison.OrdinalIgnoreCase));
        var words = ending is null ? part : part[..^ending.Length];
        if (words.Length > LongestItem)
        {
            return null;
        }

        var by = words.Seek(" by ") is > 0 and var told ? told : words.Seek(" per ") is > 0 and var each ? each : -1;
        var head = by > 0 ? words[..by] : words;
        var owner = Array.Find(Owners, opener => head.Seek(opener) > 0);
        var thing = LookingPhrases.Thing(owner is null ? head : head[..head.Seek(owner)]);
        List<string> fields = [.. owner is null ? [] : LookingPhrases.Fields(head[(head.Seek(owner) + owner.Length)..]), .. by > 0 ? LookingPhrases.Fields(words[(by + words[(by + 1)..].IndexOf(' ', StringComparison.Ordinal) + 2)..]) : []];
        return thing is null || fields.Count == 0 ? null : (thing, fields, ending is not null);
    }
}
