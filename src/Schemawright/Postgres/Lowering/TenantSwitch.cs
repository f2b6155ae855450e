using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>
/// Lets a rule see the rows of the tenant it judges, also when the session names no tenant or another one: a load by a
/// superuser, or a check at commit after a change of tenants. What the session had is set again afterwards.
/// </summary>
/// <param name="Declare">A variable.</param>
/// <param name="Enter">Before other rows are read.</param>
/// <param name="Leave">After.</param>
internal sealed record TenantSwitch(SqlText Declare, SqlText Enter, SqlText Leave)
{
    public static readonly QualifiedName EnterFunction = QualifiedName.Of("app", "enter_tenant");
    public static readonly QualifiedName LeaveFunction = QualifiedName.Of("app", "leave_tenant");
    public static readonly TenantSwitch None = new(SqlText.Empty, SqlText.Empty, SqlText.Empty);

    /// <summary>
    /// Before the row has passed row security, only a session that bypasses it anyway is helped: others could learn about foreign
    /// tenants from what the rule answers.
    /// </summary>
    public static TenantSwitch Before(Target target, TableDesign table, SqlText row) => Of(target, table, row, SqlText.Of($"false"));

    /// <summary>The row was accepted under its tenant's policies.</summary>
    public static TenantSwitch After(Target target, TableDesign table, SqlText row) => Of(target, table, row, SqlText.Of($"true"));

    private static TenantSwitch Of(Target target, TableDesign table, SqlText row, SqlText accepted) => target.TenantKey(table) is { } key
        ? new(
            SqlText.Of($"tenant_before text;"),
            SqlText.Of($"tenant_before := {EnterFunction}({row}.{new Identifier(key)}::text, {accepted});"),
            SqlText.Of($"PERFORM {LeaveFunction}(tenant_before);"))
        : None;

    /// <summary>Both run as the caller and only set what every session may set anyway.</summary>
    public static IEnumerable<PgFunction> Functions()
    {
        var origin = Origin.Decided("D10-tenancy");
        yield return new(EnterFunction, "p_tenant text, p_accepted boolean", "text", "plpgsql", "VOLATILE",
            SqlText.Of(
                $"""
                DECLARE
                    tenant_before text := current_setting('app.tenant_id', true);
                BEGIN
                    IF tenant_before IS DISTINCT FROM p_tenant AND (p_accepted OR coalesce(tenant_before, '') = ''
                        AND EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = SESSION_USER AND (rolsuper OR rolbypassrls))) THEN
                        PERFORM set_config('app.tenant_id', coalesce(p_tenant, ''), true);
                    END IF;
                    RETURN tenant_before;
                END
                """),
            false, false, Sourced.Comment("Lets a rule see the rows of the tenant it judges, where the session may; returns the tenant the session had", origin), origin)
        {
            Internal = true,
        };
        yield return new(LeaveFunction, "p_tenant text", "void", "plpgsql", "VOLATILE",
            SqlText.Of(
                $"""
                BEGIN
                    IF current_setting('app.tenant_id', true) IS DISTINCT FROM p_tenant THEN
                        PERFORM set_config('app.tenant_id', coalesce(p_tenant, ''), true);
                    END IF;
                END
                """),
            false, false, Sourced.Comment("Gives the session its own tenant back", origin), origin)
        {
            Internal = true,
        };
    }
}
