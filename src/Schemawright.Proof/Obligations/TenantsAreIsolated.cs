using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Tenants;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>One tenant neither sees nor touches another's rows, whatever role it comes as and whatever the session says, or fails to say.</summary>
internal sealed class TenantsAreIsolated : IObligation
{
    public string Claim => "no session reads, copies, adds, changes, deletes or refers to another tenant's rows or learns of them, through whatever it may read or call; without a valid tenant it reaches none at all";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var schema = bench.Compilation.Schema;
        var tables = bench.Tables.Where(table => table.Scope != TenantScope.Global).ToArray();
        if (bench.Compilation.Design.Tables.All(table => table.Scope == TenantScope.Global))
        {
            return [];
        }

        var roles = new[] { RolePurpose.Application, RolePurpose.Owner }.Select(purpose => RoleNames.Of(schema, purpose)).OfType<string>().ToArray();
        var unset = Walk.On(bench, await bench.OpenCopyAsync());
        await using var unsetSession = unset.Session; // No tenant is ever named in this session.
        var walk = await Walk.StartAsync(bench);
        await using var session = walk.Session;
        return
        [
            .. await walk.EachAsync(tables, async table =>
            [
                .. await TenantAttacks.TryAsync(walk, unset, table, roles), .. await CrossTenantReferences.TryAsync(walk, table),
                .. roles.Length == 0 ? [] : await FurtherAsync(walk, table, roles[0]),
            ]),
            .. await TenantViews.TryAsync(walk, roles),
            .. await AuditLogIsolation.TryAsync(walk),
            .. bench.Focus.Tables.Count > 0 || tables.Length == 0 ? [] : await EverythingElseAsync(walk, tables),
        ];
    }

    private static async Task<IEnumerable<ProofVector>> FurtherAsync(Walk walk, TableDesign table, string role) =>
        [.. await ExistenceOracles.TryAsync(walk, table, role), .. await Copies.TryAsync(walk, table, role), .. await ClaimedRights.TryAsync(walk, table, role)];

    /// <summary>Doors that belong to no single table.</summary>
    private static async Task<IEnumerable<ProofVector>> EverythingElseAsync(Walk walk, TableDesign[] tables)
    {
        var schema = walk.Staging.Schema;
        if (schema.Roles.FirstOrDefault(role => role.Purpose == RolePurpose.Application) is not { } application)
        {
            return [];
        }

        var (role, table) = (application.Name.ToString(), Array.Find(tables, table => table.Scope == TenantScope.Scoped) ?? tables[0]);
        var rows = new TwoTenants(walk.Staging, table);
        var everybody = schema.Roles.Where(known => known.Purpose is not (RolePurpose.Migrator or RolePurpose.Owner or RolePurpose.Reporter)).ToSeq();
        return
        [
            .. await ReadableRelations.TryAsync(walk, everybody),
            .. await CallableFunctions.TryAsync(walk, role, rows, $"SELECT count(*) FROM {walk.Staging.Sql.NameOf(table)} WHERE {walk.Staging.Sql.KeyOf(rows.Other)}"),
            .. await Sequences.TryAsync(walk, role),
            .. application.CanLogin ? await LoggedIn.TryAsync(walk.Bench, table, application) : [],
        ];
    }
}
