using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Design;

/// <summary>Where a table stands towards the tenants, and why.</summary>
/// <param name="Assumed">No document says so.</param>
/// <param name="Link">The junction that links its rows with several tenants; null when there is none.</param>
internal sealed record TenantPlace(TenantScope Scope, string Reason, bool Assumed = false, string? Link = null);

/// <summary>Finds, for each table, the chain of references that leads from its rows to the tenant.</summary>
internal sealed class TenantReach
{
    private readonly DataDesign _design;
    private readonly TableDesign _root;

    /// <summary>For each entity that reaches the tenant: the reference to follow next.</summary>
    private readonly Dictionary<string, Relationship> _next = new(StringComparer.Ordinal);

    /// <summary>What the tenant itself refers to, directly or not.</summary>
    private readonly HashSet<string> _above = new(StringComparer.Ordinal);

    public TenantReach(DataDesign design, TableDesign root, string column)
    {
        _design = design;
        _root = root;
        FindDescendants(column);
        PreferOwners();
        FindAncestors();
    }

    public TenantPlace Of(TableDesign table)
    {
        if (table.Entity == _root.Entity)
        {
            return new(TenantScope.TenantRoot, "Its rows are the tenants.");
        }

        if (_next.ContainsKey(table.Entity!))
        {
            return new(TenantScope.Scoped, $"Its rows reach the tenant through {Chain(table.Entity!)}; the copied key keeps rows of two tenants apart in every foreign key.");
        }

        // People whom several tenants know are nobody's list: to share them shows each tenant the people of all, which has to be said of them.
        if (_design.Domain.Tenancy.Shared.FirstOrDefault(shared => shared.Entity == table.Entity) is { } said)
        {
            return !HoldsNobodysData(table.Entity!, []) && LinkWithTenant(table.Entity!) is { } link
                ? new(TenantScope.Scoped, $"{link} says which tenants know whom; one shared record of a person would show each tenant the people of all, which the documents do not say in so many words.", Assumed: true, Link: link)
                : new(TenantScope.Global, $"The documents say: {said.Words.TrimStart('-', ' ')}");
        }

        if (JunctionWithTenant(table.Entity!) is { } junction)
        {
            return new(TenantScope.Scoped, $"{junction} links its rows with several tenants; each tenant keeps a record of its own, because a shared one would show one tenant's data to another.", Assumed: true, Link: junction);
        }

        if (table.Kind == TableKind.Reference)
        {
            return new(TenantScope.Global, "It is a list of values without a reference to a tenant, the same for all.");
        }

        return _above.Contains(table.Entity!) && HoldsNobodysData(table.Entity!, [])
            ? new(TenantScope.Global, "The tenants refer to it and it holds nobody's data, so they share it.")
            : new(TenantScope.Scoped, "Nothing in the documents connects it with a tenant; in a product of many tenants its rows are kept apart until the documents say they are shared.", Assumed: true);
    }

    /// <summary>Where the documents say that all share the rows.</summary>
    public IEnumerable<Origin> Said(TableDesign table) => _design.Domain.Tenancy.Shared.Where(shared => shared.Entity == table.Entity).Select(shared => shared.Origin);

    /// <summary>Neither its rows nor what they refer to are anybody's: a shared row cannot name one that belongs to a tenant.</summary>
    private bool HoldsNobodysData(string entity, HashSet<string> met) =>
        entity == _root.Entity || !met.Add(entity)
        || !_next.ContainsKey(entity) && _design.OfEntity(entity)?.Columns.Any(column => column.Privacy != PrivacyClass.None) != true && _design.Domain.ParentsOf(entity).All(link => HoldsNobodysData(link.Parent, met));

    /// <summary>The many-to-many link between the entity and the tenants.</summary>
    private string? JunctionWithTenant(string entity) => _design.Tables
        .Where(table => table.Kind == TableKind.Junction && _next.TryGetValue(table.Entity!, out var link) && link.Parent == _root.Entity)
        .FirstOrDefault(table => _design.Domain.ParentsOf(table.Entity!).Any(link => link.Parent == entity && link.Parents.Min == 1))?.Name;

    /// <summary>What belongs to one tenant and names one row of the entity: a membership, whatever else it holds.</summary>
    private string? LinkWithTenant(string entity) => JunctionWithTenant(entity) ?? _design.Tables
        .FirstOrDefault(table => _next.TryGetValue(table.Entity!, out var link) && link.Parent == _root.Entity && link.Parents.Min == 1 && _design.Domain.ParentsOf(table.Entity!).Any(other => other.Parent == entity && other.Parents.Min == 1))?.Name;

    private string Chain(string entity)
    {
        var steps = new List<string>();
        for (var at = entity; _next.TryGetValue(at, out var link); at = link.Parent)
        {
            steps.Add(link.ForeignKey);
        }

        return string.Join(" → ", steps);
    }

    private void FindDescendants(string column)
    {
        var children = _design.Domain.Relationships.ToLookup(link => link.Parent, StringComparer.Ordinal);
        var waiting = new Queue<string>([_root.Entity!]);
        while (waiting.TryDequeue(out var parent))
        {
            // The tenant's own column first, then required references: they say most surely whose row it is.
            foreach (var link in children[parent].OrderBy(link => link.ForeignKey == column ? 0 : link.Parents.Min == 1 ? 1 : 2))
            {
                if (link.Child != _root.Entity && _next.TryAdd(link.Child, link))
                {
                    waiting.Enqueue(link.Child);
                }
            }
        }
    }

    /// <summary>Of equally short ways the one through what the row is part of tells more than the one through who wrote it.</summary>
    private void PreferOwners()
    {
        foreach (var entity in _next.Keys.ToList())
        {
            var length = Length(entity);
            var best = _design.Domain.ParentsOf(entity).Where(link => link.Parents.Min == _next[entity].Parents.Min && link.Parent != entity && LengthFrom(link) == length)
                .OrderByDescending(link => link.Identifying).ThenByDescending(link => link.Role == LayOutTables.Snake(link.Parent)).FirstOrDefault();
            _next[entity] = best ?? _next[entity];
        }
    }

    private int LengthFrom(Relationship link) => link.Parent == _root.Entity ? 1 : _next.ContainsKey(link.Parent) ? Length(link.Parent) + 1 : int.MaxValue;

    private int Length(string entity)
    {
        var steps = 0;
        for (var at = entity; _next.TryGetValue(at, out var link); at = link.Parent)
        {
            steps++;
        }

        return steps;
    }

    private void FindAncestors()
    {
        var waiting = new Queue<string>([_root.Entity!]);
        while (waiting.TryDequeue(out var child))
        {
            foreach (var link in _design.Domain.ParentsOf(child).Where(link => _above.Add(link.Parent)))
            {
                waiting.Enqueue(link.Parent);
            }
        }
    }
}
