using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Technology;

/// <summary>Tells the products a text names only to say that they are not used: "Elasticsearch is not needed", "no Redis", "instead of MySQL".</summary>
internal static class TechnologyDeclined
{
    private static readonly string[] Before = [" no", " not", " without", " instead of", " rather than", " replacing", " replaces", " never", " neither", " nor", " away from", " not use", " not need", " not using"];

    private static readonly string[] After =
    [
        " is not", " isn't", " are not", " was not", " will not be", " not needed", " not required", " not used", " is out of scope", " is no longer", " is excluded", " is overkill", " is deferred", " is not planned", " is unnecessary", " has been rejected", " was rejected", " was considered",
    ];

    public static bool In(string text, string product)
    {
        var at = text.IndexOf(product, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (Array.Exists(Before, words => $" {text[..at].TrimEnd()}".EndsWith(words, StringComparison.OrdinalIgnoreCase)) || Array.Exists(After, words => Rest(text, at + product.Length).Opens(words)));
    }

    private static string Rest(string text, int at) => text[at..].Length > 0 && text[at] is ',' ? text[(at + 1)..] : text[at..];
}
