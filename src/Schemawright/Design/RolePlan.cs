using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Design;

/// <summary>The database roles: six technical ones and one per actor, each with the least it needs.</summary>
internal sealed class RolePlan(DataDesign design)
{
    public const string Application = "application";
    private const string RolesDecision = "D11-roles";

    private static readonly Seq<string> AllVerbs = ["select", "insert", "update", "delete"];

    private readonly ILookup<string, Permission> _permissions = design.Domain.Permissions.Where(given => given.Allowed).ToLookup(given => given.Actor, StringComparer.Ordinal);

    private readonly HashSet<(string, string, AccessKind)> _denials =
        design.Domain.Permissions.Where(given => !given.Allowed && given.Reach == AccessReach.All && given.Attribute is null).Select(given => (given.Actor, given.Entity, given.Kind)).ToHashSet();

    public Seq<Decision> Decisions =>
    [
        .. SupportAccess.Actors(design).Any() ? [SupportAccess.Choice(SupportAccess.Actors(design))] : Array.Empty<Decision>(),
        new(RolesDecision, 11, $"Six technical roles and {design.Domain.Actors.Count} roles of the product's actors share the work; none but the owner may change the schema.",
            "A login that can do only its own work limits what a stolen password can do.", DesignEdits.SourcesOf(design.Domain.Actors.Select(actor => actor.Origin))),
    ];

    public Seq<RoleDesign> All()
    {
        var technical = Technical().ToList();
        var taken = technical.Select(role => role.Name).ToHashSet(StringComparer.Ordinal);
        var actors = design.Domain.Actors.Where(actor => !IsTheAuditor(actor)).Select(ActorRole).ToList();
        var named = actors.Select(role => taken.Contains(role.Name) ? role with { Name = ObjectNames.Shortened(role.Name, "_person") } : role).Where(role => taken.Add(role.Name));
        return [.. technical, .. named];
    }

    /// <summary>The product's own auditor reads the log as the technical one does.</summary>
    private static bool IsTheAuditor(Actor actor) => actor.Name == "auditor";

    private IEnumerable<RoleDesign> Technical()
    {
        var origin = Origin.Decided(RolesDecision);
        yield return new("owner", RolePurpose.Owner, null, [], "Owns every object; nobody logs in as it.", origin);
        yield return new("migrator", RolePurpose.Migrator, null, [], "Runs migrations as the owner.", origin);
        yield return new(Application, RolePurpose.Application, null, design.Tables.Select(table => new GrantDesign(table.Name, AllVerbs.Where(verb => verb != "delete" || !table.SoftDelete).ToSeq(), [], origin)).ToSeq(),
            "The product's own connection: reads and writes the rows of the current tenant.", origin);
        yield return new("readonly", RolePurpose.ReadOnly, null, design.Tables.Select(table => new GrantDesign(table.Name, ["select"], Protected(table, "readonly"), origin)).ToSeq(),
            "Reports and support: reads everything that is neither personal nor secret.", origin);
        var auditor = design.Domain.Actors.FirstOrDefault(IsTheAuditor);
        yield return new("auditor", RolePurpose.Auditor, auditor?.Name, [new(design.Audit.Table, ["select"], [], origin), .. auditor is null ? [] : GrantsOf(auditor)], "Reads the audit log.", auditor?.Origin ?? origin);
        yield return new("job_runner", RolePurpose.JobRunner, null, [], "Runs the retention and timeout jobs through their functions.", origin);
        if (SupportAccess.Actors(design).Any())
        {
            yield return SupportAccess.RoleOf(SupportAccess.Actors(design), design.Tables.Select(table => new GrantDesign(table.Name, ["select"], Protected(table, "readonly"), origin)).ToSeq());
        }
    }

    private RoleDesign ActorRole(Actor actor) =>
        new(ObjectNames.Shortened(actor.Name), RolePurpose.Actor, actor.Name, GrantsOf(actor), actor.Description, actor.Origin);

    private Seq<GrantDesign> GrantsOf(Actor actor)
    {
        var grants = _permissions[actor.Name].Where(given => !IsDenied(given))
            .Select(given => (given, table: design.OfEntity(given.Entity ?? "")))
            .Where(pair => pair.table is not null)
            .GroupBy(pair => pair.table!.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Grant(actor, group.First().table!, group.Select(pair => pair.given).ToList())).ToList();
        // Whoever is named as a reader of a column must reach its table.
        var readers = design.Tables.Where(table => grants.TrueForAll(grant => grant.Table != table.Name) && table.Columns.Any(column => column.ReadableBy.Has(actor.Name)))
            .Select(table => new GrantDesign(table.Name, ["select"], Protected(table, actor.Name), new(DesignEdits.SourcesOf(table.Columns.Where(column => column.ReadableBy.Has(actor.Name)).Select(column => column.Origin)))));
        return [.. grants, .. readers];
    }

    private readonly ILookup<(string, string), string> _withheld =
        design.Domain.Permissions.Where(given => !given.Allowed && given.Attribute is not null).ToLookup(given => (given.Actor, given.Entity), given => given.Attribute!);

    /// <summary>A stated refusal wins over a stated permission for all rows; what is said of one's own rows, or of drafts, stands.</summary>
    private bool IsDenied(Permission given) => given is { Reach: AccessReach.All, Where: null } && _denials.Contains((given.Actor, given.Entity, given.Kind));

    private GrantDesign Grant(Actor actor, TableDesign table, List<Permission> given)
    {
        // Whoever changes a row must find it first.
        var verbs = given.Where(permission => permission.Attribute is null && !MarksDeleted(permission, table)).Select(permission => AccessVerbOf.Kind(permission.Kind)).Append("select").ToHashSet(StringComparer.Ordinal);
        var withheld = Columns(table, _withheld[(actor.Name, table.Entity ?? "")]).ToList();
        var updated = verbs.Contains("update")
            ? withheld.Count == 0 ? [] : table.Columns.Where(column => column.Generated is null && !withheld.Contains(column.Name)).Select(column => column.Name)
            : Columns(table, given.Select(permission => permission.Attribute)).Except(withheld, StringComparer.Ordinal).Concat(given.Exists(permission => MarksDeleted(permission, table)) ? [SoftDeletion.Column] : []);
        var columns = updated.Distinct(StringComparer.Ordinal).ToSeq();
        return new(table.Name, AllVerbs.Where(verb => verbs.Contains(verb) && !(verb == "update" && columns.Count > 0)).ToSeq(), Protected(table, actor.Name), new(DesignEdits.SourcesOf(given.Select(permission => permission.Origin))))
        {
            UpdateColumns = columns,
        };
    }

    /// <summary>The columns that carry the attributes: a value, a reference, or an encrypted value with its look-up.</summary>
    private static IEnumerable<string> Columns(TableDesign table, IEnumerable<string?> attributes) =>
        attributes.OfType<string>().SelectMany(attribute => table.Columns.Where(column => column.Name == ObjectNames.Shortened(attribute) || column.Name == RuleColumns.CiphertextOf(attribute))
            .Select(column => column.Name).Concat(table.ForeignKeys.Where(key => key.Role == attribute).Select(key => key.Column)));

    /// <summary>Deleting a softly deleted row marks it; only the owner and the job runner remove it.</summary>
    private static bool MarksDeleted(Permission permission, TableDesign table) => permission.Kind == AccessKind.Delete && table.SoftDelete;

    /// <summary>The columns the role may not read: those kept for others, and for reports everything personal.</summary>
    private static Seq<string> Protected(TableDesign table, string role) => table.Columns
        .Where(column => column.ReadableBy.Count > 0 ? !column.ReadableBy.Has(role) : IsPrivate(column) && role == "readonly" || column.Privacy == PrivacyClass.Secret)
        .Select(column => column.Name).ToSeq();

    private static bool IsPrivate(ColumnDesign column) =>
        column.Privacy != PrivacyClass.None || column.Role is ColumnRole.Ciphertext or ColumnRole.BlindIndex or ColumnRole.KeyId;
}
