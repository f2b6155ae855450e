using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Demands;

/// <summary>Finds the entity that a phrase of the documents speaks of ("Active reviewers", "draft orders").</summary>
internal sealed class EntityWords(DomainDraft domain, EntityDraft? tenant)
{
    private static readonly HashSet<string> TenantNames = new(StringComparer.Ordinal) { "organization", "organisation", "company", "tenant", "workspace", "customer", "client", "account" };

    public EntityDraft? Find(string? phrase)
    {
        if (string.IsNullOrWhiteSpace(phrase) || phrase.Length > 200)
        {
            return null;
        }

        var words = Naming.Words(phrase);
        if (Held(words) is { } held)
        {
            return held;
        }

        for (var start = 0; start < words.Count; start++)
        {
            if (Named(string.Join('_', words.Skip(start))) is { } entity)
            {
                return entity;
            }
        }

        return words.Select(word => domain.Entities.FindKey(Nouns.Singular(word))).LastOrDefault(entity => entity is not null) ?? Headed(words);
    }

    /// <summary>"Draft orders" where the only orders are sales orders.</summary>
    private EntityDraft? Headed(IReadOnlyList<string> words)
    {
        var head = words.Count is 0 or > 4 ? "" : Nouns.Singular(words[^1]);
        var headed = head.Length < 4 ? [] : domain.Entities.All.Where(entity => entity.Key.EndsWith("_" + head, StringComparison.Ordinal)).Take(2).ToArray();
        return headed.Length == 1 ? headed[0] : null;
    }

    /// <summary>The noun of the phrase by which the entity was found: a role's name, perhaps.</summary>
    public string Noun(string phrase)
    {
        var words = Naming.Words(phrase);
        for (var start = 0; start < words.Count; start++)
        {
            if (Named(string.Join('_', words.Skip(start))) is not null)
            {
                return Naming.EntityKey(string.Join('_', words.Skip(start)));
            }
        }

        return "";
    }

    /// <summary>"Reviewer accounts" are the reviewers, and not accounts of a tenant; an entity of just that name goes before.</summary>
    private EntityDraft? Held(IReadOnlyList<string> words) =>
        words.Count > 1 && Nouns.Singular(words[^1]) is "account" or "login" && domain.Entities.FindKey(Naming.EntityKey(string.Join('_', words))) is null && Named(words[^2]) is { } held && held != tenant ? held : null;

    /// <summary>The entity of exactly these words, in singular or plural.</summary>
    public EntityDraft? Named(string words)
    {
        var key = Naming.EntityKey(words);
        return domain.Entities.FindKey(key) ?? domain.RoleHolders.GetValueOrDefault(key) ?? (key is "profile" ? domain.User : null) ?? (tenant is not null && (TenantNames.Contains(key) || (key.Length > 3 && tenant.Key.EndsWith("_" + key, StringComparison.Ordinal))) ? tenant : null);
    }
}
