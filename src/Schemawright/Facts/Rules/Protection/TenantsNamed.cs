using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Sentences that call a thing the tenant, "each shop is a tenant", or give each a store of its own: "every shop gets its own database", "one schema per shop".</summary>
internal static class TenantsNamed
{
    private static readonly string[] Called = [" is a tenant", " is one tenant", " is its own tenant", " is the tenant", " are tenants", " are the tenants", " are our tenants"];
    private static readonly string[] Determiners = ["each", "every", "a", "an", "the", "our", "one", "all"];

    /// <summary>A part of the software with a database of its own is an architecture and no tenant.</summary>
    private static readonly string[] Software = ["service", "microservice", "module", "component", "environment", "developer", "test", "worker", "server", "node", "deployment", "application", "app", "stage", "pipeline", "process", "context", "product", "installation", "system", "solution", "platform", "instance", "project"];

    /// <summary>The noun that is called so, as written; null when the sentence calls nothing so.</summary>
    public static string? AsTenants(string text)
    {
        var at = Array.FindAll(Called, words => text.Find(words.Trim()) > 0).Select(words => text.Seek(words)).DefaultIfEmpty(-1).Max();
        if (at <= 0)
        {
            return null;
        }

        var clause = text[..at];
        clause = clause[(clause.LastIndexOfAny(['.', ',', ';', ':', '(']) + 1)..];
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        words = [.. words.SkipWhile(word => Determiners.Contains(word, StringComparer.OrdinalIgnoreCase))];
        return words.Count is 1 or 2 ? TenantClauses.Noun(string.Join(' ', [.. words.Take(words.Count - 1), Nouns.Singular(words[^1].ToLowerInvariant())])) : null;
    }

    /// <summary>The noun of which each has its own database, or schema.</summary>
    public static string? WithOwn(string text, string store)
    {
        var per = text.After($"{store} per", $"{store} for each", $"{store} for every");
        if (per >= 0)
        {
            return Tenant(text[per..]);
        }

        var each = text.After("each", "every");
        return each >= 0 && text[each..].Says($"its own {store}", $"a {store} of its own", $"a separate {store}", $"a dedicated {store}", $"an own {store}", $"their own {store}") ? Tenant(text[each..]) : null;
    }

    private static string? Tenant(string words)
    {
        var noun = words.Trim().Split(' ', '.', ',', ';', ':', ')')[0];
        var singular = Nouns.Singular(noun.ToLowerInvariant());
        return Software.Contains(singular, StringComparer.Ordinal) ? null : TenantClauses.Noun(singular);
    }
}
