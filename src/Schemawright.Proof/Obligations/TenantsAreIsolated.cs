using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>One tenant neither sees nor touches another's rows, whatever role it comes as and whatever the session says, or fails to say.</summary>
internal sealed class TenantsAreIsolated : IObligation
{
    public string Claim => "no session reads, adds, changes, deletes or refers to another tenant's rows; without a valid tenant it reaches none at all";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var schema = bench.Compilation.Schema;
        var tables = bench.Tables.Where(table => table.Scope != TenantScope.Global).ToArray();
        if (bench.Compilation.Design.Tables.All(table => table.Scope == TenantScope.Global))
        {
            return [];
        }

        var roles = new[] { RolePurpose.Application, RolePurpose.Owner }.Select(purpose => RoleNames.Of(schema, purpose)).OfType<string>().ToArray();
        var unset = await Walk.StartAsync(bench);
        await using var unsetSession = unset.Session; // No tenant is ever named in this session.
        var walk = await Walk.StartAsync(bench);
        await using var session = walk.Session;
        return
        [
            .. await walk.EachAsync(tables, async table =>
            [
                .. await TenantAttacks.TryAsync(walk, unset, table, roles), .. await CrossTenantReferences.TryAsync(walk, table),
            ]),
            .. await TenantViews.TryAsync(walk, roles),
            .. await AuditLogIsolation.TryAsync(walk),
        ];
    }
}
