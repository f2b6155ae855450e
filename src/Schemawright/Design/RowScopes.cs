using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Facts.Language;

namespace Schemawright.Design;

/// <summary>
/// Narrows each actor's role to the rows its permissions reach: its own, those assigned to it, drafts. A permission for all rows of
/// the same table and verb lifts the limit. Rows of which nothing says whose they are are reached by none of those who may reach only their own.
/// </summary>
internal sealed class RowScopes(DataDesign design, Findings findings)
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
        var open = Open();
        foreach (var same in open.GroupBy(limit => (limit.Role.Actor, limit.Table.Entity)))
        {
            Ask(same.First().Role, same.First().Table, DesignEdits.SourcesOf(same.SelectMany(limit => limit.Given).Select(permission => permission.Origin)));
        }

        return Without(open) with
        {
            RowScopes = [.. stated, .. needed.Select(scope => scope with { Name = ObjectNames.Shortened($"{scope.Role}_select_limit"), Table = scope.Owner!.Through!, Verb = "select", Owner = new(null, null, false, scope.Owner.PersonColumn), Where = null, Description = $"{scope.Role} may select only their own rows of {scope.Owner.Through}, by which {scope.Table} are theirs" })],
            Roles = Without(open).Roles.Select(role => role with { Grants = [.. role.Grants, .. needed.Where(scope => scope.Role == role.Name).Select(scope => new GrantDesign(scope.Owner!.Through!, ["select"], [], scope.Origin))] }).ToSeq(),
        };
    }

    /// <summary>The limits no column can keep.</summary>
    private List<(RoleDesign Role, TableDesign Table, string Verb, List<Permission> Given)> Open() =>
        (from role in design.Roles.Where(role => role.Actor is not null)
         from grant in role.Grants
         let table = design.Find(grant.Table)
         where table is not null
         from verb in Verbs.Where(verb => grant.Verbs.Has(verb) || verb == "update" && grant.UpdateColumns.Count > 0)
         let given = Given(role, table, verb)
         where given.Exists(permission => permission.Reach != AccessReach.All) && !given.Exists(permission => permission is { Reach: AccessReach.All, Where: null }) && Scope(role, table, verb) is null
         select (role, table, verb, given)).ToList();

    /// <summary>The design without the rights whose limit no column can keep; who cannot find a row cannot change it either.</summary>
    private DataDesign Without(List<(RoleDesign Role, TableDesign Table, string Verb, List<Permission> Given)> open)
    {
        var lost = open.Select(limit => (limit.Role.Name, limit.Table.Name, limit.Verb)).ToHashSet();
        return lost.Count == 0 ? design : design with { Roles = design.Roles.Select(role => role with { Grants = role.Grants.Select(grant => Left(role, grant)).Where(grant => grant.Verbs.Count > 0 || grant.UpdateColumns.Count > 0).ToSeq() }).ToSeq() };

        GrantDesign Left(RoleDesign role, GrantDesign grant)
        {
            var seen = !lost.Contains((role.Name, grant.Table, "select"));
            return grant with
            {
                Verbs = grant.Verbs.Where(verb => !lost.Contains((role.Name, grant.Table, verb)) && (seen || verb == "insert")).ToSeq(),
                UpdateColumns = seen && !lost.Contains((role.Name, grant.Table, "update")) ? grant.UpdateColumns : [],
            };
        }
    }

    private void Ask(RoleDesign role, TableDesign table, Seq<SourceSpan> sources)
    {
        var (actor, entity) = (role.Actor!.Replace('_', ' '), table.Entity ?? table.Name);
        findings.Ask(new(
            ClarificationId.From("own rows", actor, entity), ClarificationReason.Unclear, $"By which attribute of {entity} is a row known to be that of a {actor}?",
            [$"by none: the application sees to it, and the role {role.Name} reaches no row of {table.Name}", $"by a reference that the answer states (\"each {entity} has a {actor}\")"],
            $"The role {role.Name} may not reach rows of {table.Name}: nothing says which are its own.", sources, [entity], 3, 4));
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
        var instead = verb switch
        {
            "update" when table.SoftDelete => all["delete"],
            // Who may change or remove some rows must find these, and no others.
            "select" => all["update"].Concat(all["delete"]),
            _ => [],
        };
        return (all[verb].Any() ? all[verb] : instead).ToList();
    }

    private static string Limits(OwnerPath? owner, bool drafts, bool assigned) => (owner, drafts) switch
    {
        (not null, true) => assigned ? "drafts assigned to them" : "their own drafts",
        (not null, false) => assigned ? "rows assigned to them" : "their own rows",
        _ => "drafts",
    };

    private OwnerPath? Owner(string actor, TableDesign table, bool assigned)
    {
        if (People(actor) is not { } people)
        {
            return null;
        }

        return (assigned ? Assignment(table, people) : null) ?? Direct(actor, table, people) ?? ThroughParent(actor, table, people) ?? (assigned ? null : Assignment(table, people));
    }

    /// <summary>The table of all people; where no entity keeps those of all roles, the one of the actor's own name.</summary>
    private TableDesign? People(string actor) =>
        _people is not null ? design.OfEntity(_people) : design.Tables.FirstOrDefault(table => table.Entity is { } entity && Naming.Snake(entity) == actor && table.Find(table.PrimaryKey.Columns[^1])?.Type.Kind == Terms.DataKind.Uuid);

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
