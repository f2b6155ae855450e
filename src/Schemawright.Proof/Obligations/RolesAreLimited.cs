using Schemawright.Collections;
using Schemawright.Design;

namespace Schemawright.Proof.Obligations;

/// <summary>Each role can do what it was given and nothing else: verb by verb, and an actor's only on its own rows where the documents say so.</summary>
internal sealed class RolesAreLimited : IObligation
{
    private const string NoRight = "42501";
    private static readonly string[] Verbs = ["select", "insert", "update", "delete"];

    public string Claim => "each role can do what it was given and is refused every verb it was not, the removal of softly deleted rows among them, and reaches only the rows its permissions speak of";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var roles = bench.Compilation.Design.Roles.Where(role => role.Actor is not null || role.Purpose is RolePurpose.Application or RolePurpose.ReadOnly).ToList();
        if (roles.Count == 0)
        {
            return [];
        }

        var walk = await Walk.StartAsync(bench);
        await using var session = walk.Session;
        return [.. bench.Focus.Subjects.Count == 0 ? await walk.EachAsync(bench.Tables, async table => await OfTableAsync(walk, table, roles)) : [], .. await GrantedRights.TryAsync(walk)];
    }

    private static async Task<IEnumerable<ProofVector>> OfTableAsync(Walk walk, TableDesign table, List<RoleDesign> roles)
    {
        var vectors = new List<ProofVector>();
        foreach (var role in roles)
        {
            var granted = role.Grants.Where(grant => grant.Table == table.Name).SelectMany(grant => grant.Verbs).ToHashSet(StringComparer.Ordinal);
            var verbs = Verbs.Where(verb => !granted.Contains(verb)).ToList();
            verbs.RemoveAll(verb => verb == "update" && role.Grants.Any(grant => grant.Table == table.Name && grant.UpdateColumns.Contains(TwoTenants.SomeColumn(table).Text, StringComparer.Ordinal)));
            vectors.AddRange(await RefusalsAsync(walk, table, role, verbs));
            foreach (var scope in walk.Bench.Compilation.Design.RowScopes.Where(scope => scope.Table == table.Name && scope.Role == role.Name))
            {
                vectors.AddRange(scope.Verb == "select" ? await OwnRows.TryAsync(walk, table, scope) : await OwnRowChanges.TryAsync(walk, table, scope));
            }
        }

        return vectors;
    }

    /// <summary>A verb that was not granted is refused before any row is looked at.</summary>
    private static Task<List<ProofVector>> RefusalsAsync(Walk walk, TableDesign table, RoleDesign role, List<string> verbs) => walk.Session.RolledBackAsync(async () =>
    {
        var vectors = new List<ProofVector>();
        var name = walk.Staging.Sql.NameOf(table);
        var column = TwoTenants.SomeColumn(table);
        await walk.Session.RunAsync($"SET LOCAL ROLE {OwnRows.NameOf(walk, role.Name)}");
        foreach (var verb in verbs)
        {
            var sql = verb switch
            {
                "select" => $"SELECT {column} FROM {name}",
                "insert" => $"INSERT INTO {name} DEFAULT VALUES",
                "update" => $"UPDATE {name} SET {column} = {column}",
                _ => $"DELETE FROM {name}",
            };
            var attempt = new Attempt(table.Name, $"{verb} as {role.Name}", role.Origin.ToString());
            vectors.Add(attempt.ExpectRefused(await walk.Session.TryAndUndoAsync(sql), NoRight));
        }

        return vectors;
    });
}
