using Schemawright.Diagnostics;
using Schemawright.Facts;

namespace Schemawright.Domain.Merging;

/// <summary>The domain while checklist items 1 and 2 put it together.</summary>
internal sealed class DomainDraft(FactBase facts, Findings findings)
{
    public FactBase Facts { get; } = facts;

    public Findings Findings { get; } = findings;

    public EntityDrafts Entities { get; } = EntityDrafts.From(facts);

    public List<LinkDraft> Links { get; } = [];

    /// <summary>The states the documents give, by entity and attribute.</summary>
    public Dictionary<(string Entity, string Attribute), Structure.StateSet> States { get; } = [];

    /// <summary>The lists of values that answers decided, by entity and attribute.</summary>
    public Dictionary<(string Entity, string Attribute), Collections.Seq<string>> AnsweredValues { get; } = [];

    public List<StateMachine> Machines { get; } = [];

    public List<Disposition> Dispositions { get; } = [];

    public List<RetentionRequirement> Retention { get; } = [];

    public List<LegalHold> Holds { get; } = [];

    /// <summary>Names of people's roles (<c>reviewer</c>) and the entity whose rows hold the role.</summary>
    public Dictionary<string, EntityDraft> RoleHolders { get; } = new(StringComparer.Ordinal);

    /// <summary>The entity of the people who log in; null when the documents have none.</summary>
    public EntityDraft? User { get; set; }

    /// <summary>The entity whose rows are the tenants; null when there are none.</summary>
    public EntityDraft? Tenant { get; set; }

    /// <summary>People of whom some place says that one works with several tenants.</summary>
    public HashSet<EntityDraft> SeveralTenants { get; } = [];

    public Tenancy Tenancy { get; set; } = new(TenancyModel.None, null, "The documents name no tenants.", Origin.Decided("D01-tenancy"));

    public IEnumerable<LinkDraft> LinksOf(EntityDraft child) => Links.Where(link => link.Child == child);
}
