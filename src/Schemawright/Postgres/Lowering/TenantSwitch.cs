using Schemawright.Design;
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
    public static readonly TenantSwitch None = new(SqlText.Empty, SqlText.Empty, SqlText.Empty);

    /// <summary>
    /// Before the row has passed row security, only a session that bypasses it anyway is helped: others could learn about foreign
    /// tenants from what the rule answers.
    /// </summary>
    public static TenantSwitch Before(Target target, TableDesign table, SqlText row) => Of(target, table, row,
        SqlText.Of($"coalesce(tenant_before, '') = '' AND EXISTS (SELECT FROM pg_roles WHERE rolname = SESSION_USER AND (rolsuper OR rolbypassrls))"));

    /// <summary>The row was accepted under its tenant's policies.</summary>
    public static TenantSwitch After(Target target, TableDesign table, SqlText row) => Of(target, table, row, null);

    private static TenantSwitch Of(Target target, TableDesign table, SqlText row, SqlText? only)
    {
        if (target.TenantKey(table) is not { } key)
        {
            return None;
        }

        var tenant = SqlText.Of($"{row}.{new Identifier(key)}::text");
        var differs = SqlText.Of($"tenant_before IS DISTINCT FROM {tenant}");
        var enter = SqlText.Of(
            $"""
            tenant_before := current_setting('app.tenant_id', true);
            IF {(only is null ? differs : only)} THEN
                PERFORM set_config('app.tenant_id', {tenant}, true);
            END IF;
            """);
        var leave = SqlText.Of(
            $"""
            IF current_setting('app.tenant_id', true) IS DISTINCT FROM tenant_before THEN
                PERFORM set_config('app.tenant_id', coalesce(tenant_before, ''), true);
            END IF;
            """);
        return new(SqlText.Of($"tenant_before text;"), enter, leave);
    }
}
