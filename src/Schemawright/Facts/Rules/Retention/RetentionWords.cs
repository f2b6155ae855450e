using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Retention;

/// <summary>Tells a period for which data must be kept from one after which it must be gone, and both from caches and backups.</summary>
internal static class RetentionWords
{
    private static readonly string[] NoData =
        ["backup*", "snapshot*", "point-in-time", "cache*", "cached", "ttl", "token*", "session*", "cookie*", "cookies", "remember me", "certificate*", "key rotation", "password*", "release*", "previous versions", "browser", "refresh", "metrics"];

    private static readonly string[] Kept =
        ["legal", "tax", "financial", "finance", "invoice*", "payment*", "audit*", "compliance", "contract*", "record*", "regulat*", "statutory", "law", "at least", "minimum"];

    private static readonly string[] Gone =
        ["delete*", "deleted", "deletion", "purge*", "purged", "expire*", "remove*", "removed", "erase*", "erased", "anonymi*", "clean up", "cleanup", "log", "logs", "rotation", "temp", "temporary", "notification*", "recovery period", "at most", "no longer than", "maximum"];

    private static readonly string[] Counting = ["after", "from", "following", "since", "past", "post", "of", "counted from", "starting from", "starting with", "once", "beyond", "without", "when"];

    /// <summary>True when what is kept is a cache, a session or a backup, not the product's data.</summary>
    public static bool IsLookalike(string words) => words.Says(NoData);

    /// <summary>What is said to go away is a maximum, unless it is of the kind the law wants kept.</summary>
    public static RetentionKind Kind(string subject, string words) =>
        (subject.Says(Gone) && !subject.Says("audit*")) || subject.Opens("non-") || words.Says("day deletion", "month deletion", "year deletion") ? RetentionKind.Maximum
        : subject.Says(Kept) ? RetentionKind.Minimum
        : words.Says(Gone) && !words.Says("secure deletion", "archive*") ? RetentionKind.Maximum
        : RetentionKind.Minimum;

    /// <summary>The event that the period in the text is counted from: "2 years after they leave", "30 days of the request", "a year of inactivity".</summary>
    public static string? After(string text, FoundPeriod period)
    {
        var rest = text[period.End..].TrimStart();
        var opener = Array.Find(Counting, word => rest.Opens(word));
        if (opener is null)
        {
            return From(text[..period.Start].Contains('+', StringComparison.Ordinal) ? text : "");
        }

        var words = ItemLists.WithoutParentheses(rest[opener.Length..].Trim(' ', '-', '.'));
        var end = words.IndexOfAny([',', ';', '.', '|']);
        words = end < 0 ? words : words[..end];
        foreach (var stop in (ReadOnlySpan<string>)[" for ", " and ", " unless ", " because ", " to comply", " must ", " are ", " is "])
        {
            words = words.Seek(stop) is > 0 and var at ? words[..at] : words;
        }

        return words.Trim() is { Length: > 1 } from ? WithoutArticle(from) : null;
    }

    private static string WithoutArticle(string words) => words.Opens("the", "a", "an") && words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var at ? words[(at + 1)..] : words;

    /// <summary>The event the period starts at: "after completion", "post-completion", "from hand-over", "account lifetime + 30 days".</summary>
    public static string? From(string text)
    {
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        if (plus > 0 && text[..plus].Says("lifetime", "life", "closure", "active"))
        {
            return text[..plus].Trim();
        }

        var at = text.After("years after", "year after", "months after", "month after", "days after", "day after", "years from", "months from", "days from", "years following", "days following", "following");
        at = at >= 0 ? at : text.Seek("post-") is >= 0 and var post ? post + 5 : at;
        if (at < 0)
        {
            return null;
        }

        var words = ItemLists.WithoutParentheses(text[at..].Trim().TrimEnd('.'));
        var end = words.IndexOfAny([',', ';', '.', '|']);
        return (end < 0 ? words : words[..end]).Trim() is { Length: > 0 } from ? from : null;
    }
}
