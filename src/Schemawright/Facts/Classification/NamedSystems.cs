using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Rules.Technology;

namespace Schemawright.Facts.Classification;

/// <summary>Finds the systems and products a statement names: "Fastmail integration", "scanning via Sophos". A name is a word the documents never write small.</summary>
internal sealed class NamedSystems(Corpus corpus)
{
    private static readonly string[] Joined = ["integration*", "integrates with", "integrate with", "api", "sdk", "connector", "sync", "syncs with", "webhook*"];

    private readonly Lazy<HashSet<string>> _small = new(() => SmallWords(corpus));

    /// <summary>The statement begins with a product or ties the product to a system that has a name.</summary>
    public bool IsNamed(string text) =>
        IsProduct(text) || (text.Says(Joined) && (Words(text).Any(IsName) || TechnologyProducts.In(text).Any(product => product.Category is not (TechnologyCategory.Backend or TechnologyCategory.Frontend)))) || FollowsLink(text);

    /// <summary>Frameworks bear the names of ordinary words too often: express, react.</summary>
    private static bool IsProduct(string text) =>
        TechnologyProducts.Opening(text) is { } product && product.Category is not (TechnologyCategory.Backend or TechnologyCategory.Frontend) && text.StartsWith(product.Name, StringComparison.Ordinal);

    /// <summary>Techniques whose words say that they are one.</summary>
    public static bool Technical(string text) =>
        text.Says("websocket*", "client-side", "server-side", "typescript", "javascript", "oauth 2.0", "oauth2", "jwt", "jwts", "tls 1.2", "tls 1.3", "load balanc*", "containeris*", "containeriz*", "whitelisting", "code coverage", "service worker*");

    /// <summary>"scanning via Sophos": a name right behind the link, in a piece without a verb of its own.</summary>
    private bool FollowsLink(string text)
    {
        var words = text.Split(' ');
        return words.Length <= 8 && Array.FindIndex(words, word => word is "via" or "using" or "through") is > 0 and var at && at + 1 < words.Length && IsName(words[at + 1].Trim(',', '.', '(', ')'));
    }

    private static IEnumerable<string> Words(string text) => text.Split([' ', '/', ',', ':', '(', ')', ';', '.'], StringSplitOptions.RemoveEmptyEntries);

    private bool IsName(string word) =>
        word.Length > 3 && char.IsUpper(word[0]) && word.Any(char.IsLower) && word.All(char.IsLetterOrDigit) && word is not ("Documentation" or "Guide" or "Reference" or "Manual") && !_small.Value.Contains(word) && !_small.Value.Contains(Nouns.Singular(word.ToLowerInvariant()));

    private static HashSet<string> SmallWords(Corpus corpus) =>
        corpus.Statements.SelectMany(statement => statement.Text.Split([' ', '/', ',', ':', '(', ')', ';', '.', '"', '-', '|'], StringSplitOptions.RemoveEmptyEntries)).Where(word => char.IsLower(word[0])).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
