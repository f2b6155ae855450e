using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Finds names that are roles of another entity: a "Reviewer" box whose key is elsewhere a reference to members is a
/// member in the role of reviewer, not a table of its own.
/// </summary>
internal static class ResolveRoles
{
    private static readonly HashSet<string> RoleAttributes = new(StringComparer.Ordinal)
    {
        "role", "roles", "user_role", "global_role", "user_type", "account_type", "member_type", "role_name", "system_role",
    };

    public static void Run(DomainDraft domain)
    {
        domain.User = FindUser(domain.Entities);
        HoldRolesOfEnumerations(domain);
        HoldRolesOfPeople(domain);
        foreach (var (alias, holder, proof) in Roles(domain).ToList())
        {
            Merge(domain, alias, holder, proof);
        }

        domain.User = FindUser(domain.Entities);
    }

    /// <summary>The values that an attribute named like a role may have, by attribute fact.</summary>
    public static IEnumerable<(AttributeFact Fact, Seq<string> Values)> RoleValues(EntityDraft entity) =>
        entity.Stated.Where(fact => RoleAttributes.Contains(Naming.Snake(fact.Name)) && fact.Type is { Values.Count: > 0 })
            .Select(fact => (fact, fact.Type!.Values));

    public static bool IsRoleAttribute(string name) => RoleAttributes.Contains(name);

    private static EntityDraft? FindUser(EntityDrafts entities) =>
        entities.FindKey("user")
        ?? entities.All.FirstOrDefault(draft => States(draft, "email") && (States(draft, "password_hash") || States(draft, "password") || draft.Stated.Exists(fact => RoleAttributes.Contains(Naming.Snake(fact.Name)))))
        ?? new[] { "account", "member", "employee", "person", "staff" }.Select(entities.FindKey).FirstOrDefault(draft => draft is not null && States(draft, "email"));

    private static bool States(EntityDraft draft, string attribute) =>
        draft.Stated.Exists(fact => string.Equals(AttributeNames.Of(fact.Name), attribute, StringComparison.Ordinal));

    private static void HoldRolesOfEnumerations(DomainDraft domain)
    {
        foreach (var entity in domain.Entities.All)
        {
            foreach (var value in RoleValues(entity).SelectMany(role => role.Values))
            {
                domain.RoleHolders.TryAdd(Naming.EntityKey(value), entity);
            }
        }
    }

    private static void HoldRolesOfPeople(DomainDraft domain)
    {
        if (domain.User is not { } user)
        {
            return;
        }

        foreach (var role in domain.Facts.Roles)
        {
            domain.RoleHolders.TryAdd(Naming.EntityKey(role.Name), user);
        }
    }

    private static IEnumerable<(EntityDraft Alias, EntityDraft Holder, SourceSpan Proof)> Roles(DomainDraft domain)
    {
        var references = KeysThatPointElsewhere(domain);
        foreach (var draft in domain.Entities.All.ToList())
        {
            if (draft == domain.User || draft.HasForm(form => form == FactForm.Sql))
            {
                continue;
            }

            if (references.TryGetValue(draft.Key, out var reference) && reference.Target != draft)
            {
                yield return (draft, reference.Target, reference.Source);
            }
            else if (domain.RoleHolders.TryGetValue(draft.Key, out var holder) && holder != draft && LooksLike(draft, holder))
            {
                yield return (draft, holder, holder.Sources.First());
            }
        }
    }

    /// <summary><c>reviewer_id → members</c>: the key's own name is no entity's, its target is.</summary>
    private static Dictionary<string, (EntityDraft Target, SourceSpan Source)> KeysThatPointElsewhere(DomainDraft domain)
    {
        var found = new Dictionary<string, (EntityDraft, SourceSpan)>(StringComparer.Ordinal);
        foreach (var fact in domain.Facts.Attributes.Where(fact => fact.References is not null).OrderByDescending(Strength.Of))
        {
            var named = AttributeNames.WithoutId(AttributeNames.Of(fact.Name));
            if (named is not null && domain.Entities.FindReferenced(fact.References) is { } target && !string.Equals(named, target.Key, StringComparison.Ordinal))
            {
                found.TryAdd(named, (target, fact.Source));
            }
        }

        return found;
    }

    /// <summary>At least half of what is said of the one is said of the other too.</summary>
    private static bool LooksLike(EntityDraft draft, EntityDraft holder)
    {
        var own = draft.Stated.Select(fact => AttributeNames.Of(fact.Name)).Where(name => !AttributeNames.IsKey(name)).Distinct(StringComparer.Ordinal).ToList();
        return own.Count(name => States(holder, name)) * 2 >= own.Count;
    }

    private static void Merge(DomainDraft domain, EntityDraft alias, EntityDraft holder, SourceSpan proof)
    {
        Side[] sides = [new($"{alias.Name} is a role of {holder.Name}", [proof]), new($"{alias.Name} is a record of its own with its own key", alias.Sources.Distinct().Order().ToSeq())];
        if (!domain.Findings.Declined("role", alias.Name, sides))
        {
            domain.Entities.Merge(alias, holder);
            domain.RoleHolders[alias.Key] = holder;
        }

        domain.Findings.Assumption(
            "role", alias.Name,
            $"Is {alias.Name} a role of {holder.Name}, kept in the table of {holder.Name}, or a separate record?", sides,
            $"{alias.Name} is {holder.Name} in a role: what is said of {alias.Name} is kept with {holder.Name}.",
            impact: 4, uncertainty: 2, affects: [holder.Name]);
    }
}
