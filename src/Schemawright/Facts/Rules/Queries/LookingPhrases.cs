using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Queries;

/// <summary>
/// Finds ways of looking told with their thing: "Search pet owners by name or phone", "find coaches by town and price",
/// "list of all visits of a patient, newest first", "monthly revenue per branch".
/// </summary>
internal static class LookingPhrases
{
    private const int LongestThing = 40;

    private static readonly (string Verb, QueryKind Kind)[] Verbs =
    [
        ("search for", QueryKind.Search), ("search", QueryKind.Search), ("find", QueryKind.Search), ("look up", QueryKind.Search), ("lookup", QueryKind.Search), ("filter", QueryKind.Filter), ("sort", QueryKind.Sort), ("order", QueryKind.Sort),
    ];

    /// <summary>"Boats are found by name and town".</summary>
    private static readonly (string Words, QueryKind Kind)[] Passives =
    [
        ("are searched by", QueryKind.Search), ("is searched by", QueryKind.Search), ("can be searched by", QueryKind.Search), ("are found by", QueryKind.Filter), ("can be found by", QueryKind.Filter), ("are looked up by", QueryKind.Filter),
        ("can be looked up by", QueryKind.Filter), ("are searchable by", QueryKind.Search), ("are filtered by", QueryKind.Filter), ("can be filtered by", QueryKind.Filter), ("are sorted by", QueryKind.Sort), ("can be sorted by", QueryKind.Sort), ("are listed by", QueryKind.Sort),
        ("are scanned by", QueryKind.Filter), ("are queried by", QueryKind.Filter), ("are read by", QueryKind.Filter), ("are browsed by", QueryKind.Filter),
    ];

    private static readonly string[] Lists = ["list of all", "list of the", "list of", "lists all", "lists the", "list all", "overview of all", "overview of"];
    private static readonly string[] Times = ["daily", "weekly", "monthly", "quarterly", "yearly", "annual"];
    private static readonly string[] NotFields = ["clicking", "using", "default", "hand", "the", "a", "typing", "e-mail link", "themselves", "yesterday", "email"];

    public static IEnumerable<(QueryKind Kind, string? Entity, Seq<string> Attributes)> Read(string text)
    {
        foreach (var (verb, kind) in Verbs)
        {
            var at = text.After(verb);
            var by = at < 0 ? -1 : text.Seek(" by ", at);
            if (!text.Says("sorted by", "ordered by", "filterable by", "sortable by") && by > at && Thing(text[at..by]) is { } thing && Fields(text[(by + 4)..]) is { Count: > 0 } fields)
            {
                yield return (kind, thing, fields);
                yield break;
            }
        }

        foreach (var (passive, kind) in Passives)
        {
            var by = text.Find(passive);
            var (rows, owner) = by > 0 ? Owned(text[..by]) : ("", null);
            if (by > 0 && Thing(rows) is { } thing && Fields(text[(by + passive.Length)..].Trim()) is { Count: > 0 } fields)
            {
                yield return (kind, thing, owner is null ? fields : [owner, .. fields]);
                yield break;
            }
        }

        if (text.After(Lists) is >= 0 and var told && text.Seek(" by ", told) is > 0 and var sorted && Thing(text[told..sorted]) is { } ordered && Fields(text[(sorted + 4)..]) is { Count: > 0 } orders && !text.Says("sorted by", "ordered by", "filterable by", "sortable by", "filtered by", "grouped by"))
        {
            yield return (QueryKind.Sort, ordered, orders);
        }
        else if (text.After(Lists) is >= 0 and var list && Of(text[list..]) is { } listed)
        {
            yield return (text.Says("newest first", "latest first", "most recent first", "oldest first") ? QueryKind.Sort : QueryKind.List, listed, text.Says("newest first", "latest first", "most recent first", "oldest first") ? ["created_at"] : []);
        }

        var per = text.Find("per");
        if (per > 0 && Array.Find(Times, time => text.Opens(time)) is { } period && text.Length <= 80 && !text.Any(char.IsAsciiDigit))
        {
            yield return (QueryKind.Report, text[(period.Length + 1)..per].Trim(), []);
        }
    }

    /// <summary>"Weighings of a crate" are looked up by crate.</summary>
    private static (string Thing, string? Owner) Owned(string words)
    {
        foreach (var of in (ReadOnlySpan<string>)[" of a ", " of an ", " of one ", " of each ", " of every "])
        {
            if (words.Seek(of) is > 0 and var at && words[(at + of.Length)..].Trim() is { Length: > 2 } owner && owner.Count(character => character == ' ') <= 1)
            {
                return (words[..at], owner);
            }
        }

        return (words, null);
    }

    /// <summary>The noun phrase between verb and "by": short, and no clause.</summary>
    public static string? Thing(string words)
    {
        var thing = words.Trim();
        foreach (var opener in (ReadOnlySpan<string>)["all", "the", "their", "for", "a", "an", "through"])
        {
            thing = thing.Opens(opener) && thing.Length > opener.Length ? thing[opener.Length..].Trim() : thing;
        }

        return thing.Length is > 2 and <= LongestThing && thing.Count(character => character == ' ') <= 2 && !thing.AsSpan().ContainsAny(",;.:()") && !thing.Says("is", "are", "and", "results", "it", "them", "can") ? thing : null;
    }

    /// <summary>What is looked by; empty when the words are no list of names.</summary>
    public static Seq<string> Fields(string words)
    {
        var end = words.Length;
        foreach (var stop in (ReadOnlySpan<string>)[" so ", " in order", " when ", " with ", ". ", ";", " (", " within ", " and see", " and view", " from ", " to ", " over all ", ", newest", ", latest", ", oldest", ", most recent"])
        {
            end = words.Seek(stop) is > 0 and var at && at < end ? at : end;
        }

        var fields = ItemLists.Split(words[..end].TrimEnd('.')).ToArray();
        return fields.Length is > 0 and <= 8 && Array.TrueForAll(fields, field => field.Length is > 1 and <= 30 && field.Count(character => character == ' ') <= 2 && !NotFields.Contains(field.Split(' ')[0], StringComparer.OrdinalIgnoreCase)) ? fields.ToSeq() : [];
    }

    private static string? Of(string words)
    {
        var end = words.IndexOfAny([',', ';', '.', '(']);
        var thing = (end < 0 ? words : words[..end]).Split([" of ", " with ", " for ", " that ", " in ", " who "], 2, StringSplitOptions.None)[0].Trim();
        return thing.Length is > 2 and <= LongestThing && thing.Count(character => character == ' ') <= 2 ? thing : null;
    }
}
