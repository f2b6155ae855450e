using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>The phrases that speak of tenants.</summary>
internal static class TenancyPhrases
{
    private static readonly string[] Hyphens = ["-level isolation", "-based isolation", " isolation", "-based data isolation", "-level data isolation"];

    public static IEnumerable<(TenancyKind Kind, string? Entity)> Read(string text)
    {
        if (text.Says("single-tenant", "single tenant", "single organization only", "single organisation only", "no multi-tenancy", "no multi-tenant", "not multi-tenant", "no multi tenancy", "without multi-tenancy"))
        {
            yield return (TenancyKind.SingleTenant, null);
            yield break;
        }

        foreach (var shared in SharedRows.In(text))
        {
            yield return (TenancyKind.SharedRows, shared);
        }

        if (Stores(text) is { } store)
        {
            yield return store;
        }

        if (TenantsNamed.AsTenants(text) is { } called)
        {
            yield return (TenancyKind.TenantEntity, called);
        }

        if (Isolated(text) is { } isolated)
        {
            yield return (TenancyKind.Isolation, IsTenantWord(isolated) ? null : isolated);
        }
        else if (text.Says("multi-tenant", "multi tenant", "multitenant", "multi-tenancy", "tenant isolation"))
        {
            yield return (TenancyKind.MultiTenant, null);
        }

        else if (TenantClauses.Separated(text) is { } separated)
        {
            yield return (TenancyKind.Isolation, separated);
        }

        if (Using(text) is { } tenant)
        {
            yield return (TenancyKind.TenantEntity, tenant);
        }
    }

    /// <summary>A schema or a database for each tenant.</summary>
    private static (TenancyKind Kind, string? Entity)? Stores(string text) =>
        text.Says("schema per tenant", "schema-per-tenant", "separate schema*") ? (TenancyKind.SchemaPerTenant, null)
        : text.Says("database per tenant", "database-per-tenant", "separate database per tenant") ? (TenancyKind.DatabasePerTenant, null)
        : TenantsNamed.WithOwn(text, "schema") is { } schemas ? (TenancyKind.SchemaPerTenant, schemas)
        : TenantsNamed.WithOwn(text, "database") is { } databases ? (TenancyKind.DatabasePerTenant, databases)
        : null;

    /// <summary>In <c>user.branch_id !== resource.branch_id</c> the branch is who is kept apart; never a person.</summary>
    public static string? ComparedOwner(string code)
    {
        var at = code.IndexOf("user.", StringComparison.Ordinal);
        var end = at < 0 ? -1 : code.IndexOf("_id", at, StringComparison.Ordinal);
        end = end < 0 && at >= 0 ? code.IndexOf("Id", at, StringComparison.Ordinal) : end;
        if (end < 0 || end <= at + 5)
        {
            return null;
        }

        var name = code[(at + 5)..end];
        var isName = name.Length > 1 && name.All(character => char.IsLetter(character) || character == '_');
        return isName && code.IndexOf($".{name}_id", end, StringComparison.Ordinal) is var snake && (snake >= 0 || code.IndexOf($".{name}Id", end, StringComparison.Ordinal) >= 0) ? name : null;
    }

    /// <summary>A comment in a schema: "-- branches of the chain using the platform".</summary>
    public static string? OfComment(string line) => line.TrimStart() is ['-', '-', ..] or ['/', '/', ..] ? Using(line) : null;

    /// <summary>"organizations using the platform": the noun before.</summary>
    private static string? Using(string text)
    {
        var at = text.Seek(" using the platform");
        at = at < 0 ? text.Seek(" using the system") : at;
        if (at <= 0)
        {
            return null;
        }

        var start = text.LastIndexOf(' ', at - 1) + 1;
        return text[start..at] is { Length: > 3 } noun && !noun.Says("users", "people", "customers", "anyone", "those", "them") ? noun : null;
    }

    /// <summary>"company-based isolation", "data isolation per company", "isolated by organization", "data from one business is isolated".</summary>
    private static string? Isolated(string text)
    {
        foreach (var hyphen in Hyphens)
        {
            var at = text.Seek(hyphen);
            if (at > 0 && hyphen[0] == '-')
            {
                return Word(text, at);
            }

            if (at > 0 && Word(text, at) is { } noun && IsTenantWord(noun, "company", "organization", "organisation", "tenant", "workspace", "business", "multi-company", "multi-organization"))
            {
                return noun.StartsWith("multi-", StringComparison.OrdinalIgnoreCase) ? noun[6..] : noun;
            }
        }

        var data = text.Find("data isolation");
        if (data > 0 && Word(text, data - 1) is { } before && before.StartsWith("multi-", StringComparison.OrdinalIgnoreCase))
        {
            return before[6..];
        }

        var from = text.After("data from one", "data of one", "isolated by", "isolated per");
        return from >= 0 && text.Says("isolated") ? text[from..].TrimStart().Split(' ', '.', ',')[0] : null;
    }

    private static string? Word(string text, int end)
    {
        var start = end;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '-'))
        {
            start--;
        }

        return end > start ? text[start..end] : null;
    }

    private static bool IsTenantWord(string noun, params string[] words) => words.Length == 0 ? noun.Equals("tenant", StringComparison.OrdinalIgnoreCase) : words.Contains(noun.ToLowerInvariant(), StringComparer.Ordinal);
}
