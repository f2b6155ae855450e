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

    private readonly ILookup<(string, string), Permission> _refusals = design.Domain.Permissions
        .Where(permission => !permission.Allowed && permission.Attribute is null).ToLookup(permission => (permission.Actor, permission.Entity));

    /// <summary>The design with its row scopes; a role whose rows are found through another table may read its own rows there.</summary>
    public DataDesign Apply()
    {
        var stated = All();
        var needed = stated.Where(scope => scope.Owner?.Through is not null)
            .Where(scope => !MayRead(scope.Role, scope.Owner!.Through!))
            .DistinctBy(scope => (scope.Role, scope.Owner!.Through)).ToList();
        return design with
        {
            RowScopes = [.. stated, .. needed.Select(scope => scope with { Name = ObjectNames.Shortened($"{scope.Role}_select_limit"), Table = scope.Owner!.Through!, Verb = "select", Owner = new(null, null, false, scope.Owner.PersonColumn), Where = null, Description = $"{scope.Role} may select only their own rows of {scope.Owner.Through}, by which {scope.Table} are theirs" })],
            Roles = design.Roles.Select(role => role with { Grants = [.. role.Grants, .. needed.Where(scope => scope.Role == role.Name).Select(scope => new GrantDesign(scope.Owner!.Through!, ["select"], [], scope.Origin))] }).ToSeq(),
        };
    }

    private bool MayRead(string role, string table) =>
        design.Roles.Any(known => known.Name == role && known.Grants.Any(grant => grant.Table == table && grant.Verbs.Has("select")));

    private Seq<RowScopeDesign> All() =>
        (from role in design.Roles.Where(role => role.Actor is not null)
         from grant in role.Grants
         from verb in Verbs.Where(verb => grant.Verbs.Has(verb) || verb == "update" && grant.UpdateColumns.Count > 0)
         let table = design.Find(grant.Table)
         where table is not null
         let scope = Scope(role, table, verb)
         where scope is not null
         select scope).ToSeq();

    /// <summary>Several permissions for the same verb narrow together: own rows, and of these the drafts.</summary>
    private RowScopeDesign? Scope(RoleDesign role, TableDesign table, string verb)
    {
        var given = Given(role, table, verb);
        var refused = _refusals[(role.Actor!, table.Entity ?? "")].Any(permission => AccessVerbOf.Kind(permission.Kind) == verb && permission.Reach == AccessReach.All);
        if (given.Count == 0 || (!refused && given.Exists(permission => permission is { Reach: AccessReach.All, Where: null })))
        {
            return null;
        }

        var assigned = given.Exists(permission => permission.Reach == AccessReach.Assigned);
        var owner = refused || given.Exists(permission => permission.Reach != AccessReach.All) ? Owner(role.Actor!, table, assigned) : null;
        var where = given.Find(permission => permission.Where is not null) is { } drafts ? RuleColumns.Carry(design, table, drafts.Where!).Expr : null;
        return owner is null && where is null ? null : new(
            ObjectNames.Shortened($"{role.Name}_{verb}_limit"), table.Name, role.Name, verb, owner, where,
            $"{role.Name} may {verb} only {Limits(owner, where is not null, assigned)} of {table.Name}",
            new(DesignEdits.SourcesOf(given.Select(permission => permission.Origin))));
    }

    /// <summary>Who may only mark a softly deleted row changes it, and then the permission to delete says which rows.</summary>
    private List<Permission> Given(RoleDesign role, TableDesign table, string verb)
    {
        var all = _permissions[(role.Actor!, table.Entity ?? "")].ToLookup(permission => AccessVerbOf.Kind(permission.Kind), StringComparer.Ordinal);
        return (verb == "update" && table.SoftDelete && !all["update"].Any() ? all["delete"] : all[verb]).ToList();
    }

    private static string Limits(OwnerPath? owner, bool drafts, bool assigned) => (owner, drafts) switch
    {
        (not null, true) => assigned ? "drafts assigned to them" : "their own drafts",
        (not null, false) => assigned ? "rows assigned to them" : "their own rows",
        _ => "drafts",
    };

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
}
