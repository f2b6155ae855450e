using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Facts.Language;

namespace Schemawright.Design;

/// <summary>
/// The way of those who run the product for all tenants into one tenant's rows: a role of its own, which sees nothing until the tenant and a reason stand
/// in a log. A value in a row that opened every tenant could be written by whoever may write the row.
/// </summary>
internal static class SupportAccess
{
    public const string Role = "support";
    public const string DecisionId = "D10-support";

    private static readonly HashSet<string> Wide = new(StringComparer.Ordinal) { "platform", "super", "system", "global" };

    private static readonly HashSet<string> Offices = new(StringComparer.Ordinal) { "admin", "administrator", "operator", "support", "staff", "owner", "team" };

    /// <summary>The actors who work for all tenants, where tenants share the tables and changes are recorded.</summary>
    public static IEnumerable<Actor> Actors(DataDesign design) =>
        design.Tenancy.TenantTable is null || !design.Tables.Any(table => table.Audited) ? [] : design.Domain.Actors.Where(IsWide);

    private static bool IsWide(Actor actor)
    {
        var words = Naming.Words(actor.Name).Select(Nouns.Singular).ToList();
        return words is ["superadmin"] or ["superuser"] || (words.Exists(Wide.Contains) && words.Exists(Offices.Contains));
    }

    public static RoleDesign RoleOf(IEnumerable<Actor> actors, Seq<GrantDesign> grants) =>
        new(Role, RolePurpose.Support, null, grants, "Looks into one tenant's rows after the tenant and a reason were written down; changes nothing.", Origin(actors));

    public static Decision Choice(IEnumerable<Actor> actors) => new(DecisionId, 10,
        $"Whoever works for all tenants ({string.Join(", ", actors.Select(actor => actor.Name))}) looks into a tenant as the role {Role}, which sees its rows only in a transaction that began with app.enter_support and left the tenant, the person and the reason in audit.support_accesses.",
        "A role that passes row security sees everything unseen, and a mark on a row that opens all tenants can be set by whoever writes the row.", Origin(actors).Sources);

    private static Origin Origin(IEnumerable<Actor> actors) => new(DesignEdits.SourcesOf(actors.Select(actor => actor.Origin)), DecisionId);
}
