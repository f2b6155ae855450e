using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;

namespace Schemawright.Postgres.Lowering;

/// <summary>The database's roles, each prefixed with the product; an owner always exists, for somebody must own the tables.</summary>
internal static class RoleLowering
{
    public static Seq<PgRole> Lower(Target target)
    {
        var roles = target.Design.Roles.DistinctBy(role => role.Name, StringComparer.Ordinal).ToList();
        if (!roles.Exists(role => role.Purpose == RolePurpose.Owner))
        {
            roles.Insert(0, new RoleDesign("owner", RolePurpose.Owner, null, [], "Owns every object; nobody logs in as it", Origin.Decided("D10-roles")));
        }

        return roles.OrderBy(role => role.Purpose).ThenBy(role => role.Name, StringComparer.Ordinal).Select(role => Lower(target, role)).ToSeq();
    }

    /// <summary>Only who fills the reports passes row security, and nobody acts as it; passwords are given outside of these files.</summary>
    private static PgRole Lower(Target target, RoleDesign role) => new(
        target.Role(role.Name),
        role.Purpose is not (RolePurpose.Owner or RolePurpose.Actor or RolePurpose.Reporter),
        role.Purpose == RolePurpose.Reporter,
        role.Purpose == RolePurpose.Migrator ? [target.Owner] : [],
        Sourced.Comment(role.Comment.Length > 0 ? role.Comment : $"What people acting as {role.Actor ?? role.Name} may do", role.Origin))
    {
        Purpose = role.Purpose,
    };
}
