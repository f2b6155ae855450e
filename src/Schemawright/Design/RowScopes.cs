using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Design;

/// <summary>
/// Narrows each actor's role to the rows its permissions reach: its own, those assigned to it, drafts. A permission for all rows of
/// the same table and verb lifts the limit.
/// </summary>
internal sealed class RowScopes(DataDesign design)
{
    private static readonly string[] Verbs = ["select", "insert", "update", "delete"];

    private readonly string? _people = design.Domain.Entities
        .FirstOrDefault(entity => entity.Attributes.Any(attribute => design.Domain.Actors.Any(actor => actor.RoleValue is { } value && attribute.Type.Values.Has(value))))?.Name;

    private readonly ILookup<(string, string), Permission> _permissions = design.Domain.Permissions
        .Where(permission => permission.Allowed).ToLookup(permission => (permission.Actor, permission.Entity));

    public Seq<RowScopeDesign> All() =>
        (from role in design.Roles.Where(role => role.Actor is not null)
         from grant in role.Grants
         from verb in Verbs.Where(verb => grant.Verbs.Has(verb))
         let table = design.Find(grant.Table)
         where table is not null
         let scope = Scope(role, table, verb)
         where scope is not null
         select scope).ToSeq();

    private RowScopeDesign? Scope(RoleDesign role, TableDesign table, string verb)
    {
        var given = _permissions[(role.Actor!, table.Entity ?? "")].Where(permission => VerbOf(permission.Kind) == verb).ToList();
        if (given.Count == 0 || given.Exists(permission => permission is { Reach: AccessReach.All, Where: null }))
        {
            return null;
        }

        var owner = given.TrueForAll(permission => permission.Reach != AccessReach.All) ? Owner(role.Actor!, table, given.Exists(permission => permission.Reach == AccessReach.Assigned)) : null;
        var where = given.TrueForAll(permission => permission.Where is not null) ? RuleColumns.Carry(design, table, given[0].Where!).Expr : null;
        return owner is null && where is null ? null : new(
            ObjectNames.Shortened($"{role.Name}_{verb}_limit"), table.Name, role.Name, verb, owner, where,
            $"{role.Name} may {verb} only {string.Join(" and ", Limits(owner, where is not null, given))} of {table.Name}",
            new(DesignEdits.SourcesOf(given.Select(permission => permission.Origin))));
    }

    private static IEnumerable<string> Limits(OwnerPath? owner, bool drafts, List<Permission> given)
    {
        if (owner is not null)
        {
            yield return given.Exists(permission => permission.Reach == AccessReach.Assigned) ? "rows assigned to them" : "their own rows";
        }

        if (drafts)
        {
            yield return "drafts";
        }
    }

    private OwnerPath? Owner(string actor, TableDesign table, bool assigned)
    {
        if (_people is null || design.OfEntity(_people) is not { } people)
        {
            return null;
        }

        return (assigned ? Assignment(table, people) : null) ?? Direct(actor, table, people) ?? ThroughParent(actor, table, people) ?? (assigned ? null : Assignment(table, people));
    }

    /// <summary>A person's own row, or the reference that names the person: the actor's role first, then an owner, then any that is required.</summary>
    private static OwnerPath? Direct(string actor, TableDesign table, TableDesign people)
    {
        if (table.Name == people.Name)
        {
            return new(null, null, false, people.PrimaryKey.Columns[^1]);
        }

        var owner = table.ForeignKeys.Where(key => key.ReferencedTable == people.Name)
            .OrderBy(key => Rank(actor, key.Role, table.Find(key.Column)!.Nullable))
            .FirstOrDefault(key => Rank(actor, key.Role, table.Find(key.Column)!.Nullable) < 9);
        return owner is null ? null : new(null, null, false, owner.Column);
    }

    private static int Rank(string actor, string role, bool optional) => role switch
    {
        _ when role == actor => 0,
        "owner" => 1,
        "user" or "account" or "member" or "person" => 2,
        _ when !optional && !role.EndsWith("_by", StringComparison.Ordinal) => 3,
        "created_by" or "submitted_by" => 4,
        _ => 9,
    };

    /// <summary>A part belongs to whom the whole belongs to.</summary>
    private OwnerPath? ThroughParent(string actor, TableDesign table, TableDesign people) =>
        (from key in table.ForeignKeys.Where(key => key.ReferencedTable != table.Name && !table.Find(key.Column)!.Nullable)
         let parent = design.Find(key.ReferencedTable)
         where parent is { Scope: not TenantScope.TenantRoot } && parent.Name != people.Name
         let owner = Direct(actor, parent, people)
         where owner is not null
         select new OwnerPath(parent.Name, key.Name, true, owner.PersonColumn)).FirstOrDefault();

    private OwnerPath? Assignment(TableDesign table, TableDesign people) =>
        (from link in design.Tables.Where(candidate => candidate.Kind == TableKind.Junction)
         from key in link.ForeignKeys.Where(key => key.ReferencedTable == table.Name)
         from person in link.ForeignKeys.Where(key => key.ReferencedTable == people.Name)
         select new OwnerPath(link.Name, key.Name, false, person.Column)).FirstOrDefault();

    private static string VerbOf(AccessKind kind) => kind switch
    {
        AccessKind.Create => "insert",
        AccessKind.Read => "select",
        AccessKind.Update or AccessKind.Approve => "update",
        AccessKind.Delete => "delete",
        _ => throw new InvalidOperationException($"unknown access {kind}"),
    };
}
