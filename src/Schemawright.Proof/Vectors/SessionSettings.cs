using Schemawright.Postgres.Sql;

namespace Schemawright.Proof.Vectors;

/// <summary>What an application tells the server about the request it works for.</summary>
internal static class SessionSettings
{
    public const string TenantName = "app.tenant_id";
    public const string ActorName = "app.actor";

    /// <param name="tenant">Null where there are no tenants.</param>
    public static IEnumerable<string> For(string? tenant, string actor) =>
        tenant is null ? [Set(ActorName, actor)] : [Set(TenantName, tenant), Set(ActorName, actor)];

    public static string Set(string name, string value) => $"SELECT set_config({SqlLiteral.String(name)}, {SqlLiteral.String(value)}, true)";
}
