namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"if (user.account !== record.account) return false", "data of one account is invisible to others".</summary>
internal sealed class IsolatesTenants : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Tokens;
        var code = words.Count > 3 && words[0].Is("if") && words[1].Is("(");
        if (code && words.Any(word => word.Lower.StartsWith("user.", StringComparison.Ordinal) || word.Lower.StartsWith("currentuser", StringComparison.Ordinal)))
        {
            return Access(line, words);
        }

        return Says(line) && line.Vocabulary.Domain.Tenancy.Model != TenancyModel.None
            ? Reading.Modelled($"row-level security isolates the rows of each {line.Vocabulary.Domain.Tenancy.TenantEntity ?? "tenant"}")
            : null;
    }

    private static Reading Access(RuleLine line, IReadOnlyList<Token> words)
    {
        var tenancy = line.Vocabulary.Domain.Tenancy;
        var tenant = tenancy.TenantEntity is null ? null : Facts.Language.Naming.Snake(tenancy.TenantEntity);
        if (tenancy.Model != TenancyModel.None && words.Any(word => word.Lower.Contains("tenant", StringComparison.Ordinal) || tenant is not null && word.Lower.Contains(tenant, StringComparison.Ordinal)))
        {
            return Reading.Modelled("row-level security isolates tenants: a session sees only the rows of its own");
        }

        return Reading.Modelled("who may see which rows is decided by the roles' grants and the row-level policies, which speak of the session's user");
    }

    private static bool Says(RuleLine line)
    {
        var text = line.Lower;
        return Phrase.Has(line.Tokens, "isolated", "isolation", "segregated") || text.Contains("cross-tenant", StringComparison.Ordinal)
            || (text.Contains("other", StringComparison.Ordinal) && text.Contains("data", StringComparison.Ordinal) && Phrase.Has(line.Whole, "access", "see", "view", "visible") && Phrase.Has(line.Whole, "cannot", "not", "never"));
    }
}
