using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Headings over what programs exchange or are set up with, not over what is stored.</summary>
internal static class InterfaceHeadings
{
    private const int MostWordsOfAThing = 3;

    private static readonly string[] Words =
        ["api", "endpoint", "endpoints", "request", "response", "parameters", "query", "webhook", "webhooks", "payload", "headers", "environment", "configuration", "graphql", "rest", "events to track", "analytics"];

    /// <summary>Words that a thing of the business may be called by as well: a leave request, the response to a survey, a day of rest.</summary>
    private static readonly HashSet<string> Things = new(StringComparer.OrdinalIgnoreCase)
    {
        "endpoint", "request", "requests", "response", "responses", "query", "queries", "webhook", "webhooks", "environment", "environments", "configuration", "configurations", "rest",
    };

    /// <summary>What an "API …" is when it is kept: an API key.</summary>
    private static readonly HashSet<string> KeptOfApis = new(StringComparer.OrdinalIgnoreCase) { "key", "keys", "token", "tokens", "client", "clients", "consumer", "credential", "credentials", "usage", "call", "calls", "subscription" };

    /// <summary>Verbs that open the title of a message: "Create order request".</summary>
    private static readonly HashSet<string> Calls = new(StringComparer.OrdinalIgnoreCase) { "get", "post", "put", "patch", "delete", "create", "update", "list", "fetch", "http", "example", "sample", "error", "success", "json" };

    private static readonly Remembered<bool> Known = new(heading => Array.Exists(Words, word => TextScan.HasWord(heading, word)) || heading.Holds("/api/"));

    public static bool IsOne(string heading) => Known.Of(heading);

    /// <summary>In a data model such a title may name a thing, when nothing in it speaks of messages for certain.</summary>
    public static bool MayNameAThing(string heading)
    {
        var words = EntityNames.Undecorated(heading).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWordsOfAThing && EntityNames.IsPlain(string.Join(' ', words)) && !Calls.Contains(words[0])
            && Array.TrueForAll(words, word => !IsOne(word) || Things.Contains(word) || IsKeptApi(words, word));
    }

    private static bool IsKeptApi(string[] words, string word) =>
        word.Equals("api", StringComparison.OrdinalIgnoreCase) && Array.IndexOf(words, word) is var at && at + 1 < words.Length && KeptOfApis.Contains(words[at + 1]);
}
