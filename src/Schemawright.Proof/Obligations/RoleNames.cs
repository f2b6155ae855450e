using Schemawright.Design;
using Schemawright.Postgres.Model;

namespace Schemawright.Proof.Obligations;

/// <summary>The database's roles by their purpose.</summary>
internal static class RoleNames
{
    public static string? Of(PgSchema schema, RolePurpose purpose) => schema.Roles.FirstOrDefault(role => role.Purpose == purpose)?.Name.ToString();
}
