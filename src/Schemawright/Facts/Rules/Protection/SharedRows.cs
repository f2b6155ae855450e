using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Finds what all tenants have in common: "Crops are a global list shared by all farms", "countries are the same for every branch".</summary>
internal static class SharedRows
{
    private const int LongestSubject = 60;

    private static readonly string[] Verbs = [" is ", " are ", " must be ", " shall be ", " will be "];

    private static readonly string[] Sharing =
    [
        "shared by all", "shared by every", "shared across all", "shared across every", "shared across tenants", "shared between all", "shared among all", "shared with all", "the same for all", "the same for every",
        "common to all", "common to every", "not tenant-specific", "not specific to a tenant", "belong to no tenant", "belongs to no tenant", "independent of the tenant", "global reference", "platform-wide reference",
    ];

    private static readonly string[] Openers = ["the", "all", "every", "each", "a", "an", "only"];

    /// <summary>The things, as written; none when the sentence says nothing of it, or says it of data in general.</summary>
    public static IEnumerable<string> In(string text)
    {
        var verb = Verbs.Select(words => (Words: words, At: text.Seek(words))).Where(found => found.At > 0).OrderBy(found => found.At).FirstOrDefault();
        if (verb.Words is null || verb.At > LongestSubject || !(text[verb.At..].Says(Sharing) || IsGlobal(text[(verb.At + verb.Words.Length)..])) || text.Says("not shared", "never", "must not", "no data", "unless", "except"))
        {
            return [];
        }

        return ItemLists.Split(text[..verb.At]).Select(Bare).Where(name => name.Length > 2 && !name.Says("data", "database", "schema", "table", "tables", "server", "this", "that", "it", "they"));
    }

    /// <summary>"Accounts are global.", "users are global, since …"; a global limit is none of it.</summary>
    private static bool IsGlobal(string rest) => rest.Opens("global", "global and", "platform-wide") && (rest.IndexOfAny([' ', ',', ';', '.']) is var end && (end < 0 || rest[end] != ' ' || rest[end..].TrimStart().Opens("and", "because", "since", "so")));

    private static string Bare(string name)
    {
        var text = name.Trim(' ', '.', ',', ':', '-', '*', '`');
        foreach (var opener in Openers)
        {
            text = text.Opens(opener) && text.Length > opener.Length ? text[opener.Length..].Trim() : text;
        }

        return text;
    }
}
