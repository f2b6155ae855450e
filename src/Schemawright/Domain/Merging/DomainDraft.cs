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

    public List<StateMachine> Machines { get; } = [];

    public List<Disposition> Dispositions { get; } = [];

    public List<RetentionRequirement> Retention { get; } = [];

    /// <summary>Names of people's roles (<c>reviewer</c>) and the entity whose rows hold the role.</summary>
    public Dictionary<string, EntityDraft> RoleHolders { get; } = new(StringComparer.Ordinal);

    /// <summary>The entity of the people who log in; null when the documents have none.</summary>
    public EntityDraft? User { get; set; }

    public Tenancy Tenancy { get; set; } = new(TenancyModel.None, null, "The documents name no tenants.", Origin.Decided("D01-tenancy"));

    public IEnumerable<LinkDraft> LinksOf(EntityDraft child) => Links.Where(link => link.Child == child);
}
