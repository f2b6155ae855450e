using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>The rules are not so strict that nothing can be done: the application's role stores a row in every business table and sees it.</summary>
internal sealed class ApplicationCanWork : IObligation
{
    public string Claim => "the application's role stores an ordinary row in every business table for its tenant, and reads it back";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        if (RoleNames.Of(bench.Compilation.Schema, RolePurpose.Application) is not { } role)
        {
            return [];
        }

        var walk = await Walk.StartAsync(bench);
        await using var session = walk.Session;
        return await walk.EachAsync(bench.Tables, async table => [await OfTableAsync(walk, table, role)]);
    }

    private static async Task<ProofVector> OfTableAsync(Walk walk, TableDesign table, string role)
    {
        var name = walk.Staging.Sql.NameOf(table);
        var attempt = new Attempt(table.Name, $"insert an ordinary row as {role} and read it", table.Origin.ToString());
        if (!walk.Staging.Schema.Grants.Any(grant => grant.Role.ToString() == role && grant.Privileges.Contains("INSERT", StringComparison.Ordinal) && grant.Object.Text == $"TABLE {name}"))
        {
            return new(attempt.Subject, attempt.What, "accepted", "the design gives the application no right to insert here", Verdict.NotApplicable, attempt.Source);
        }

        var (last, rows) = await walk.FirstAcceptedAsync(Inserts(table, walk.Staging), pair => pair.Scene, pair => CountAsync(walk.Session, $"SELECT count(*)::text FROM {name} WHERE {pair.Key}"), role);
        return rows is not null ? attempt.Expect("accepted, 1 row read", $"accepted, {rows} row read")
            : last is not null ? attempt.ExpectAccepted(last)
            : attempt.CouldNotVerify("accepted", "no row was found that obeys every rule of the table");
    }

    private static async Task<string> CountAsync(ProofSession session, string query)
    {
        var answer = await session.TryAndUndoAsync(query);
        return answer.Accepted ? await session.AskAsync(query) ?? "no" : $"0 ({answer.Words})";
    }

    /// <summary>A row of the tenants' table is inserted in its own name.</summary>
    private static IEnumerable<(Scene Scene, string Key)> Inserts(TableDesign table, Staging staging)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        var tenant = RowSql.TenantKey(table.Scope == TenantScope.TenantRoot ? row : world.Tenant);
        return staging.Insert(world, row, RowRules.Created(row)).Select(scene => (scene with { Tenant = tenant }, staging.Sql.KeyOf(row)));
    }
}
