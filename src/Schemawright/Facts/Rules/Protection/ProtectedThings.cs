using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Finds what a demand for protection speaks of: the subject of its clause, else of the sentence, else what the section is about.</summary>
internal static class ProtectedThings
{
    private const int LongestThing = 60;

    private static readonly HashSet<string> Helpers = new(
        "is are be been being must shall should will can may cannot has have had to need needs only always never not stored kept saved held also both automatically securely transmitted at rest and or in as a".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Finite = new("is are must shall should will can may cannot has have was were needs need".Split(' '), StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Determiners = ["all", "the", "any", "every", "each", "a", "an", "our", "their", "full", "stored", "store", "values of", "access to", "stored values of"];
    private static readonly string[] Pronouns = ["they", "it", "them", "these", "those", "this", "which", "that"];
    private static readonly string[] Joints = ["; ", ", and ", ", but ", " but ", ": ", ". ", " – ", " — ", " and "];
    private static readonly string[] Stops = ["using", "with", "in", "at", "immediately", "by", "before", "after", "upon", "must be", "shall be", "verified", "for", "when", "to", "is", "are", "so", "via", "unless"];
    private static readonly string[] Generic = ["data", "sensitive data", "all data", "storage", "database", "file storage", "data at rest", "fields", "everything", "files", "sensitive fields", "personal data fields", "information", "sensitive information"];

    /// <summary>The things before the predicate at the place; of the sentence's first clause when its own subject only points back.</summary>
    public static IReadOnlyList<string> Before(string text, int at, OutlineLine line)
    {
        var clause = WithoutHelpers(Clause(text[..at]));
        var named = Named(clause);
        return named.Count > 0 && !Pronouns.Contains(named[0], StringComparer.OrdinalIgnoreCase) ? OfSameOwner(named)
            : First(text) is { Count: > 0 } first && FirstVerb(text) < at ? first
            : [line.Label is { } label && !IsGeneric(label) && label.Length <= LongestThing && text.StartsWith(label, StringComparison.Ordinal) ? label : Topic(line)];
    }

    /// <summary>The things the words begin with: "of IBANs using AES", "tax numbers at rest".</summary>
    public static IReadOnlyList<string> After(string words)
    {
        var text = words.Trim(' ', ':', '-', '.');
        foreach (var stop in Stops)
        {
            text = text.Find(stop) is >= 0 and var at ? text[..at].TrimEnd(' ', ',') : text;
        }

        return Named(text);
    }

    /// <summary>The subject of the sentence's first clause.</summary>
    public static IReadOnlyList<string> First(string text) => FirstVerb(text) is > 0 and var verb ? Named(text[..verb].Trim()) : [];

    /// <summary>The words in brackets where they list what is meant.</summary>
    public static IReadOnlyList<string> Listed(string text) =>
        ItemLists.InParentheses(text) is { } inner && !inner.Says("aes*", "bit", "tde", "aes-256", "method", "gdpr", "art.", "article", "e.g.", "with", "using") && !inner.Any(char.IsAsciiDigit) ? [.. ItemLists.Split(inner)] : [];

    /// <summary>"Data of guests is encrypted: passport number, home address": what stands behind the colon, of those before it.</summary>
    public static IReadOnlyList<string> Listing(string text, int predicate)
    {
        var colon = predicate < 0 ? -1 : text.IndexOf(": ", predicate, StringComparison.Ordinal);
        if (colon < 0 || colon - predicate > 40 || text[(colon + 2)..].Says("aes*", "tls*", "using", "with", "bit", "keys", "key"))
        {
            return [];
        }

        var of = text.LastIndexOf(" of ", predicate, StringComparison.OrdinalIgnoreCase);
        var owner = of < 0 ? "" : WithoutHelpers(text[of..predicate]);
        return [.. Named(text[(colon + 2)..].TrimEnd('.')).Select(thing => thing.Says("of") || owner.Length is 0 or > 40 ? thing : $"{thing} {owner.Trim()}")];
    }

    /// <summary>"Name and address of guests" are the names of the guests, too.</summary>
    public static IReadOnlyList<string> OfSameOwner(IReadOnlyList<string> things)
    {
        var of = things.Count > 1 ? things[^1].Seek(" of ") : -1;
        return of <= 0 ? things : [.. things.Select(thing => thing.Says("of") ? thing : thing + things[^1][of..])];
    }

    /// <summary>What the section is about, without the words "validation", "compliance", "security".</summary>
    public static string Topic(OutlineLine line)
    {
        var topic = RuleSubjects.Of(line.Headings) ?? "sensitive data";
        foreach (var word in (ReadOnlySpan<string>)["validation", "compliance", "security", "protection", "rules", "rule", "handling"])
        {
            topic = topic.Find(word) is > 0 and var at ? topic[..at].Trim() : topic;
        }

        return topic is "" || topic.Says("data", "encryption", "at rest", "dlp", "considerations", "security", "compliance", "requirements", "privacy", "access", "roles", "non-functional", "gdpr", "protection") ? "sensitive data" : topic;
    }

    public static bool IsGeneric(string noun) => Generic.Contains(noun.ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The clause the words end in: what stands before a joint belongs to it only when it holds no verb of its own.</summary>
    private static string Clause(string before)
    {
        foreach (var joint in Joints)
        {
            var at = before.LastIndexOf(joint, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && (joint is not (" and " or ", and ") || FirstVerb(before[..at]) > 0))
            {
                before = before[(at + joint.Length)..];
            }
        }

        return before;
    }

    private static int FirstVerb(string text)
    {
        for (var at = text.IndexOf(' ', StringComparison.Ordinal); at > 0; at = text.IndexOf(' ', at + 1))
        {
            var end = text.IndexOf(' ', at + 1);
            if (Finite.Contains(text[(at + 1)..(end < 0 ? text.Length : end)]))
            {
                return at;
            }
        }

        return -1;
    }

    private static string WithoutHelpers(string clause)
    {
        var words = clause.TrimEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 0 && Helpers.Contains(words[^1].TrimEnd(',')))
        {
            words.RemoveAt(words.Count - 1);
        }

        return string.Join(' ', words);
    }

    private static List<string> Named(string words)
    {
        var listed = Listed(words);
        var things = listed.Count > 0 ? listed : ItemLists.Split(ItemLists.WithoutParentheses(words)).ToList();
        var named = new List<string>();
        foreach (var thing in things)
        {
            var name = thing.Trim(' ', '.', ':', '"');
            foreach (var opener in Determiners)
            {
                name = name.Opens(opener) && name.Length > opener.Length ? name[opener.Length..].Trim() : name;
            }

            if (name.Length is > 1 and <= LongestThing && !IsGeneric(name) && name.Count(character => character == ' ') <= 5)
            {
                named.Add(name);
            }
        }

        return named;
    }
}
