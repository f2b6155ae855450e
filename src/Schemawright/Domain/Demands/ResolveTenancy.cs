using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Domain.Structure;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Decides whether several organisations share the database, and which entity's rows they are.</summary>
internal static class ResolveTenancy
{
    private static readonly string[] OrganisationNames = ["tenant", "organization", "organisation", "company", "workspace", "account", "business", "agency", "club", "school", "clinic", "firm", "team"];

    private const int FewestOwned = 5;

    public static void Run(DomainDraft domain)
    {
        Decide(domain);
        domain.Tenancy = domain.Tenancy with
        {
            Shared = domain.Facts.Tenancy.Where(fact => fact.Kind == TenancyKind.SharedRows).Select(fact => (Fact: fact, Entity: domain.Entities.Find(fact.Entity)))
                .Where(shared => shared.Entity is not null && shared.Entity != domain.Tenant).GroupBy(shared => shared.Entity!.Name, StringComparer.Ordinal)
                .Select(same => new SharedEntity(same.Key, same.First().Fact.Words, new(same.Select(shared => shared.Fact.Source).Distinct().Order().ToSeq()))).ToSeq(),
        };
    }

    private static void Decide(DomainDraft domain)
    {
        var stated = domain.Facts.Tenancy.Where(fact => fact.Kind is not (TenancyKind.SingleTenant or TenancyKind.SharedRows)).ToList();
        if (stated.Count == 0)
        {
            if (domain.Facts.Tenancy.All(fact => fact.Kind == TenancyKind.SharedRows) && OwnerOfUsers(domain) is { } owner)
            {
                Assume(domain, owner);
            }

            return;
        }

        if (AreNone(domain, stated))
        {
            domain.Tenancy = domain.Tenancy with { Reason = "The author answered that there are no tenants." };
            return;
        }

        var tenant = Named(domain, stated) ?? OwnerOfAll(domain) ?? ReferencedByUser(domain) ?? Organisation(domain) ?? Create(domain, stated);
        var origin = new Origin(stated.Select(fact => fact.Source).Distinct().Order().ToSeq());
        domain.Tenancy = new(Model(stated), tenant.Name, $"The documents demand that each {Words.Plain(tenant.Key)} sees its own data only.", origin);
        domain.Tenant = tenant;
        LinkUser(domain, tenant, origin);
        ScopeKeys(domain, tenant);
    }

    /// <summary>One place speaks of tenants, another of one organisation only; the author decides for the latter.</summary>
    private static bool AreNone(DomainDraft domain, List<TenancyFact> stated)
    {
        var single = domain.Facts.Tenancy.Where(fact => fact.Kind == TenancyKind.SingleTenant).Select(fact => fact.Source).Distinct().Order().ToSeq();
        if (single.Count == 0)
        {
            return false;
        }

        Side[] sides = [new("several, each seeing its own data only", stated.Select(fact => fact.Source).Distinct().Order().ToSeq()), new("one only", single)];
        domain.Findings.Contradiction(
            "tenants", "*", "Does one installation serve several organisations, or one only?", sides,
            "There are several, because leaking is worse than repeating.", impact: 5, uncertainty: 3, affects: ["*"]);
        return domain.Findings.Declined("tenants", "*", sides);
    }

    private static TenancyModel Model(List<TenancyFact> stated) =>
        stated.Exists(fact => fact.Kind == TenancyKind.DatabasePerTenant) ? TenancyModel.DatabasePerTenant
        : stated.Exists(fact => fact.Kind == TenancyKind.SchemaPerTenant) ? TenancyModel.SchemaPerTenant
        : TenancyModel.SharedSchema;

    private static EntityDraft? Named(DomainDraft domain, List<TenancyFact> stated) =>
        stated.OrderByDescending(fact => fact.Kind is TenancyKind.TenantEntity or TenancyKind.Isolation)
            .Select(fact => domain.Entities.Find(fact.Entity) ?? Compound(domain, fact.Entity)).FirstOrDefault(entity => entity is not null && entity != domain.User);

    /// <summary>"each business" of a product whose only business is the CateringBusiness.</summary>
    private static EntityDraft? Compound(DomainDraft domain, string? name)
    {
        var ending = name is null ? "" : "_" + Naming.EntityKey(name);
        var found = ending.Length < 4 ? [] : domain.Entities.All.Where(entity => entity.Key.EndsWith(ending, StringComparison.Ordinal)).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static EntityDraft? ReferencedByUser(DomainDraft domain) =>
        domain.User is not { } user ? null
        : domain.LinksOf(user).Select(link => link.Parent).FirstOrDefault(parent => OrganisationNames.Contains(parent.Key, StringComparer.Ordinal));

    private static EntityDraft? Organisation(DomainDraft domain) =>
        OrganisationNames.Select(domain.Entities.FindKey).FirstOrDefault(entity => entity is not null && entity != domain.User);

    /// <summary>What nearly every other kind of record belongs to.</summary>
    private static EntityDraft? OwnerOfAll(DomainDraft domain)
    {
        var owner = domain.Links.Where(link => link.Child != link.Parent).GroupBy(link => link.Parent).Select(links => (Parent: links.Key, Children: links.Select(link => link.Child).Distinct().Count()))
            .OrderByDescending(pair => pair.Children).ThenBy(pair => pair.Parent.Key, StringComparer.Ordinal).FirstOrDefault();
        return owner.Children >= FewestOwned && owner.Children * 5 >= (domain.Entities.All.Count() - 1) * 4 && owner.Parent != domain.User ? owner.Parent : null;
    }

    /// <summary>An organisation that owns the people and at least two other kinds of record.</summary>
    private static EntityDraft? OwnerOfUsers(DomainDraft domain) =>
        OwnerOfAll(domain) is { } all ? all : ReferencedByUser(domain) is { } owner && domain.Links.Count(link => link.Parent == owner && link.Child != domain.User) >= 2 ? owner : null;

    private static void Assume(DomainDraft domain, EntityDraft owner)
    {
        var sources = domain.Links.Where(link => link.Parent == owner).SelectMany(link => link.Sources).Distinct().Order().ToSeq();
        Side[] sides = [new($"yes: {owner.Name} is the tenant and its data is isolated", sources), new($"no: there is one {Words.Plain(owner.Key)} only, or all see everything", [])];
        if (domain.Findings.Declined("tenancy", "*", sides))
        {
            domain.Tenancy = domain.Tenancy with { Reason = "The author answered that there are no tenants." };
        }

        var id = domain.Findings.Assumption(
            "tenancy", "*", $"Do several {Words.Plain(Naming.Table(owner.Key))} share one installation, each seeing its own data only?", sides,
            $"{owner.Name} is the tenant; every row belongs to one.", impact: 5, uncertainty: 2, affects: ["*"]);
        if (domain.Findings.Declined("tenancy", "*", sides))
        {
            return;
        }

        domain.Tenancy = new(TenancyModel.SharedSchema, owner.Name, $"{owner.Name} owns the users and the records; the isolation between them is assumed.", new Origin(sources, id));
        domain.Tenant = owner;
        LinkUser(domain, owner, domain.Tenancy.Origin);
        ScopeKeys(domain, owner);
    }

    private static EntityDraft Create(DomainDraft domain, List<TenancyFact> stated)
    {
        var sources = stated.Select(fact => fact.Source).Distinct().Order().ToSeq();
        var told = stated.Select(fact => fact.Entity).FirstOrDefault(name => name is not null && Naming.EntityKey(name).Length > 1 && domain.Entities.Find(name) is null);
        var key = told is null ? "tenant" : Naming.EntityKey(told);
        Side[] sides = [new($"an entity of its own, {Naming.Pascal(key)}, with a name", sources), new("the entity the answer names", [])];
        var decision = domain.Findings.Missing(
            "tenant entity", "*", "Which entity are the tenants whose data is kept apart?",
            sides, $"There is an entity {Naming.Pascal(key)} with a name.", impact: 5, uncertainty: 3, affects: ["*"]);
        var named = domain.Findings.Read("tenant entity", "*", sides, words => Naming.Words(words).Count is > 0 and <= 3 ? Naming.EntityKey(words) : null);
        if (named is not null && domain.Entities.FindKey(named) is { } known && known != domain.User)
        {
            return known;
        }

        var tenant = domain.Entities.Create(named ?? key);
        tenant.Made.AddRange(sources);
        tenant.Decision = decision;
        tenant.Attributes.Add(new("name", DataType.Of(DataKind.ShortText), Required: true, new Origin(sources, tenant.Decision)));
        return tenant;
    }

    /// <summary>People belong to a tenant even where only the isolation rule says so.</summary>
    private static void LinkUser(DomainDraft domain, EntityDraft tenant, Origin origin)
    {
        foreach (var stated in domain.Links.FindAll(link => link.Parent == tenant && link.Child == domain.User && !link.StatedByAttribute))
        {
            stated.Required = true; // isolation needs it
            stated.DrawnOnly = null;
        }

        if (domain.User is not { } user || user == tenant || Membership(domain, user, tenant) is not null || domain.Links.Exists(link => link.Child == user && link.Parent == tenant))
        {
            return;
        }

        var link = new LinkDraft(tenant, user, tenant.Key, tenant.Key + "_id") { Required = true, Label = "employs" };
        link.Sources.AddRange(origin.Sources);
        Side[] sides = [new($"yes, one {tenant.Name} for each {user.Name}", origin.Sources), new($"no, one {user.Name} may work with several", [])];
        link.Decision = domain.Findings.Assumption(
            "tenant of users", user.Name, $"Does each {user.Name} belong to exactly one {tenant.Name}?",
            sides, $"Each {user.Name} row belongs to one {tenant.Name}; who works with two has two rows.", impact: 4, uncertainty: 3, affects: [link.Path]);
        if (domain.Findings.Declined("tenant of users", user.Name, sides))
        {
            AddMemberships(domain, user, tenant, origin with { Decision = link.Decision });
            return;
        }

        domain.Links.Add(link);
    }

    /// <summary>People who work with several tenants have one membership with each.</summary>
    private static void AddMemberships(DomainDraft domain, EntityDraft user, EntityDraft tenant, Origin origin)
    {
        var membership = domain.Entities.FindKey($"{tenant.Key}_{user.Key}") ?? domain.Entities.Create($"{tenant.Key}_{user.Key}");
        membership.Kind = EntityKind.Junction;
        membership.Made.AddRange(origin.Sources);
        membership.Decision = origin.Decision;
        foreach (var side in new[] { tenant, user })
        {
            var link = new LinkDraft(side, membership, side.Key, side.Key + "_id") { Required = true, OnDelete = DeleteRule.Cascade, Identifying = true, Decision = origin.Decision };
            link.Sources.AddRange(origin.Sources);
            domain.Links.Add(link);
        }

        membership.StatedPrimaryKey = [tenant.Key, user.Key];
    }

    /// <summary>The entity that says which people work with which tenant, when the documents have one.</summary>
    public static EntityDraft? Membership(DomainDraft domain, EntityDraft user, EntityDraft tenant) =>
        domain.Links.Where(link => link.Parent == user && !AttributeNames.IsPerson(link.ForeignKey)).Select(link => link.Child)
            .FirstOrDefault(child => domain.Links.Exists(link => link.Child == child && link.Parent == tenant) && IsMembership(child, user, tenant));

    private static bool IsMembership(EntityDraft child, EntityDraft user, EntityDraft tenant) =>
        child.Kind == EntityKind.Junction || child.Key == $"{user.Key}_{tenant.Key}" || child.Key == $"{tenant.Key}_{user.Key}"
        || child.Key.Contains("member", StringComparison.Ordinal) || child.Key.Contains("assignment", StringComparison.Ordinal) || child.Key.Contains("employment", StringComparison.Ordinal);

    /// <summary>"unique per branch", of something that belongs to the branch only as every row does: the isolation itself says it.</summary>
    private static void DropOwner(DomainDraft domain, EntityDraft tenant)
    {
        foreach (var entity in domain.Entities.All.Where(entity => entity != tenant && !domain.Links.Exists(link => link.Child == entity && link.Parent == tenant)))
        {
            for (var index = 0; index < entity.Keys.Count; index++)
            {
                var key = entity.Keys[index];
                entity.Keys[index] = key.Attributes.Count > 1 && entity.Find(tenant.Key) is null ? key with { Attributes = key.Attributes.Where(name => name != tenant.Key).ToSeq() } : key;
            }
        }
    }

    /// <summary>Keys of the tenants themselves, and log-in names of people with one tenant, count across tenants.</summary>
    private static void ScopeKeys(DomainDraft domain, EntityDraft tenant)
    {
        DropOwner(domain, tenant);
        var severalTenants = domain.User is { } user && domain.SeveralTenants.Contains(user);
        foreach (var entity in domain.Entities.All.Where(entity => entity == tenant || (entity == domain.User && !severalTenants)))
        {
            for (var index = 0; index < entity.Keys.Count; index++)
            {
                var key = entity.Keys[index];
                var login = key.Attributes.Any(name => name is "email" or "username" or "login" or "user_name");
                var named = key.Attributes.Any(name => name == tenant.Key || name == tenant.Key + "_id");
                entity.Keys[index] = key with { Global = !named && (entity == tenant || login) };
            }
        }
    }
}
