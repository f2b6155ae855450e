using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>
/// Two policies for each table with tenants: a permissive base, and a restrictive guard which no later policy can widen. Without a
/// tenant in the session both show nothing.
/// </summary>
internal static class PolicyLowering
{
    public static readonly Identifier Guard = new("tenant_isolation");
    public static readonly Identifier Base = new("tenant_access");

    public static Seq<PgPolicy> Lower(Target target) =>
    [
        .. target.Design.Tables.Where(table => IsGuarded(target, table)).SelectMany(table => Lower(target, table)),
        .. RowScopeLowering.Lower(target),
    ];

    /// <summary>Row security is on where rows belong to tenants, or where some role sees only part of them.</summary>
    public static bool IsGuarded(Target target, TableDesign table) =>
        table.Scope != TenantScope.Global || target.Design.RowScopes.Any(scope => scope.Table == table.Name);

    /// <summary>The policies of a table whose rows belong to tenants; none for another.</summary>
    public static IEnumerable<PgPolicy> OfTenant(Target target, TableDesign table) => target.TenantKey(table) is null ? [] : Lower(target, table);

    private static IEnumerable<PgPolicy> Lower(Target target, TableDesign table)
    {
        var name = Target.NameOf(table.Name);
        var open = new Condition(SqlText.Of($"true"));
        if (target.TenantKey(table) is null)
        {
            yield return new(Base, name, true, "ALL", [], open, open, Sourced.Comment($"Opens {table.Name} to the roles with a grant; the limits of single roles narrow it", table.Origin));
            yield break;
        }

        var own = new Condition(SqlText.Of($"{new Identifier(target.TenantKey(table)!)} = (SELECT {QualifiedName.Of("app", "tenant_id")}())"));
        var seen = table.Scope == TenantScope.TenantRoot && Jobs(target) is { } jobs ? new Condition(SqlText.Of($"{own.Sql} OR (SELECT pg_has_role({jobs}, 'USAGE'))")) : own;
        yield return new(Base, name, true, "ALL", [], new Condition(SqlText.Of($"true")), new Condition(SqlText.Of($"true")), Sourced.Comment($"Opens {table.Name} to the roles with a grant; {Guard} narrows it", table.Origin));
        yield return new(Guard, name, false, "ALL", [], seen, own, Sourced.Comment(GuardComment(table, seen == own), table.Origin));
    }

    private static string GuardComment(TableDesign table, bool withoutJobs) =>
        $"Rows of {table.Name} belong to one tenant and only its sessions see or write them" + (withoutJobs ? "" : "; jobs read the list of tenants to visit each");

    private static SqlLiteral? Jobs(Target target) => target.Design.RetentionJobs.Count + target.Design.TimeoutJobs.Count == 0
        ? null
        : target.RolesFor(RolePurpose.JobRunner).FirstOrDefault() is { } role ? SqlLiteral.String(target.Role(role.Name).Text) : null;
}
