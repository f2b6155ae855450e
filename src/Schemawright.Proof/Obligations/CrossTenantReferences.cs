using Schemawright.Design;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>Foreign keys ignore row security, so the keys themselves must keep a row from referring to another tenant's.</summary>
internal static class CrossTenantReferences
{
    private const string ForeignKeyViolation = "23503";

    public static async Task<IEnumerable<ProofVector>> TryAsync(Walk walk, TableDesign table)
    {
        var vectors = new List<ProofVector>();
        foreach (var link in table.ForeignKeys.Where(link => table.Scope == TenantScope.Scoped && walk.Staging.Design.Find(link.ReferencedTable) is { Scope: TenantScope.Scoped }))
        {
            vectors.Add(await OfLinkAsync(walk, table, link));
        }

        return vectors;
    }

    private static Task<ProofVector> OfLinkAsync(Walk walk, TableDesign table, ForeignKeyDesign link) => walk.Session.RolledBackAsync(async () =>
    {
        var (own, other) = (walk.Staging.World(), walk.Staging.World(firstNumber: 5000));
        var row = own.Fresh(table);
        var stranger = other.Default(other.Design.Find(link.ReferencedTable)!);
        row.Values[link.Column] = new KeyValue(stranger);
        var attempt = new Attempt($"{table.Name}.{link.Name}", "refer to another tenant's row", link.Origin.ToString());
        var sql = walk.Staging.Sql;

        // Only the key is asked: a check that wants one reference of two would answer before it.
        var prepared = await walk.Session.TryAllAsync(
            ["SET LOCAL session_replication_role = replica", .. sql.All([stranger, row], except: row), "SET LOCAL session_replication_role = origin", $"ALTER TABLE {sql.NameOf(table)} DISABLE TRIGGER USER", .. Checks(walk, table)]);
        if (!prepared.Accepted)
        {
            return attempt.CouldNotVerify($"refused {ForeignKeyViolation} {link.Name}", prepared.Explained);
        }

        var answer = await walk.Session.TryAsync(sql.Insert(row));
        return attempt.ExpectRefused(answer.Accepted ? await walk.Session.TryAsync("SET CONSTRAINTS ALL IMMEDIATE") : answer, ForeignKeyViolation, link.Name);
    });

    private static IEnumerable<string> Checks(Walk walk, TableDesign table) =>
        walk.Staging.Schema.Tables.Where(known => known.Name.Name.Text == table.Name).SelectMany(known => known.Checks).Select(check => $"ALTER TABLE {walk.Staging.Sql.NameOf(table)} DROP CONSTRAINT IF EXISTS {check.Name}");
}
