using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Queries;

/// <summary>
/// Reads lists told by what they show and in which order: "Unpaid bills, oldest first", "Permits expiring in the next 30 days", "Visits of the
/// last 12 months". The words before the thing are left on it: only the model tells whether they are a state.
/// </summary>
internal static class ToldLists
{
    private const int LongestItem = 100;
    private const int MostWords = 5;

    private static readonly string[] Titles = ["queries", "lists", "searches", "reports", "analytics", "evaluations", "statistics", "dashboards", "dashboard", "overviews", "lookups", "read patterns", "access patterns", "lists & searches", "worklists", "work lists"];
    private static readonly string[] Ahead = [" in the next ", " within the next ", " during the next ", " over the next ", " in the coming ", " within "];
    private static readonly string[] Back = [" in the last ", " of the last ", " over the last ", " during the last ", " within the last ", " from the last ", " in the past ", " of the past ", " from the past ", " during the past "];
    private static readonly (string Words, bool Descending)[] Orders =
        [("newest first", true), ("latest first", true), ("most recent first", true), ("oldest first", false), ("earliest first", false)];

    /// <summary>The title above announces lists or figures.</summary>
    public static bool IsAnnounced(OutlineLine line) =>
        line.Form == OutlineForm.Bullet && (IsTitle(line.Key) || line.Key.Length == 0 && IsTitle(HeadingNames.Of(line.Heading)));

    /// <summary>The title says that ways of looking follow, and not figures that may be things of their own.</summary>
    public static bool AnnouncesLooking(string title) =>
        title.Length is > 3 and <= 40 && Array.Exists(Looking, known => title.TrimEnd(':', ' ').EndsWith(known, StringComparison.OrdinalIgnoreCase)) && !title.Says("slow", "no", "api", "web", "price", "mailing", "waiting", "check", "to-do", "watch");

    private static readonly string[] Looking = ["queries", "searches", "lists and searches", "searches and lists", "lookups", "read patterns", "access patterns"];

    /// <summary>What is listed by which attributes; the last is the order when the order is told.</summary>
    public static (QueryKind Kind, string Entity, Seq<string> Attributes, bool Descending)? Read(OutlineLine line)
    {
        var text = line.Whole.Trim().TrimEnd('.');
        if (!IsAnnounced(line) || text.Length > LongestItem || line.HasChildren)
        {
            return null;
        }

        var order = Array.Find(Orders, known => text.EndsWith(known.Words, StringComparison.OrdinalIgnoreCase));
        var rest = order.Words is null ? text : text[..^order.Words.Length].TrimEnd(' ', ',', '(', '–', '-');
        var (thing, time, owner) = Timed(rest);
        if (thing is null || order.Words is null && time is null)
        {
            return null;
        }

        Seq<string> attributes = [.. owner is null ? [] : new[] { owner }, .. time is null ? [] : new[] { time }, .. order.Words is null ? [] : new[] { "created_at" }];
        return (order.Words is null ? QueryKind.Filter : QueryKind.Sort, thing, attributes, order.Descending);
    }

    private static bool IsTitle(string title) => title.Length is > 3 and <= 40 && Array.Exists(Titles, known => title.TrimEnd(':', ' ').EndsWith(known, StringComparison.OrdinalIgnoreCase)) && !title.Says("slow", "no", "api", "web");

    /// <summary>"Permits expiring in the next 30 days" are permits by when they expire; without such a word they are looked up by their time.</summary>
    private static (string? Thing, string? Time, string? Owner) Timed(string text)
    {
        var back = Array.Find(Back, words => text.Seek(words) > 0);
        var ahead = Array.Find(Ahead, words => text.Seek(words) > 0);
        var window = back ?? ahead;
        if (window is not null && Periods.In(text[text.Seek(window)..]) is null)
        {
            return (null, null, null);
        }

        var words = (window is null ? text : text[..text.Seek(window)]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var deed = window is not null && words.Length > 1 && IsMoment(words[^1]) ? words[^1] : null;
        var (thing, owner) = Owned(string.Join(' ', deed is null ? words : words[..^1]));
        return IsThing(thing) ? (thing, window is null ? null : deed?.ToLowerInvariant() ?? "period", owner) : (null, null, null);
    }

    /// <summary>"Visits of a patient" are visits by patient.</summary>
    private static (string Thing, string? Owner) Owned(string words)
    {
        foreach (var of in (ReadOnlySpan<string>)[" of a ", " of an ", " of one ", " of the ", " for a ", " for an "])
        {
            if (words.Seek(of) is > 0 and var at && words[(at + of.Length)..] is { Length: > 2 } owner && !owner.Contains(' ', StringComparison.Ordinal))
            {
                return (words[..at], owner);
            }
        }

        return (words, null);
    }

    /// <summary>"expiring", "due", "created": what happens to the thing at that time.</summary>
    private static bool IsMoment(string word) => word.Equals("due", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ing", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ed", StringComparison.OrdinalIgnoreCase);

    private static bool IsThing(string words) =>
        words.Length > 2 && words.Split(' ').Length <= MostWords && !words.AsSpan().ContainsAny(",;:()") && !words.Says("per", "by", "and", "or", "of", "that", "which", "with", "for", "average", "number", "total", "count", "revenue", "rate", "share");
}
