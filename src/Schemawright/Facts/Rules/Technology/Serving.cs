using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Technology;

/// <summary>What a store is said to do, by the verb behind its name: "Redis caches the price list", "Snowflake is the data warehouse".</summary>
internal static class Serving
{
    private static readonly string[] Verbs =
    [
        "holds", "hold", "keeps", "keep", "caches", "cache", "stores", "serves", "serve", "indexes", "answers", "powers", "remembers", "contains", "takes", "is the", "is our", "is a", "is used", "will be", "acts as", "serves as",
    ];

    private static readonly string[] Contents = ["holds", "hold", "keeps", "keep", "caches", "stores", "remembers"];

    /// <summary>The words behind the product begin with what it does.</summary>
    public static bool Opens(string after) => after.TrimStart().Opens(Verbs);

    /// <summary>What it holds, with how long; null when another verb or none follows.</summary>
    public static string? Object(string after)
    {
        var text = after.Trim();
        var verb = Array.Find(Contents, verb => text.Opens(verb));
        return verb is null || text.Length == verb.Length ? null : text[verb.Length..].Trim(' ', '.', ',');
    }
}
