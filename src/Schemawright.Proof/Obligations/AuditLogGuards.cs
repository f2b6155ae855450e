using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>Nobody changes the log: not with every right, and the application not even tries.</summary>
internal static class AuditLogGuards
{
    private const string CheckViolation = "23514";
    private const string NoRight = "42501";

    public static async Task<IEnumerable<ProofVector>> TryAsync(Walk walk, QualifiedName log, TableDesign[] tables)
    {
        foreach (var table in tables)
        {
            var (_, seen) = await walk.FirstAcceptedAsync(OrdinaryScenes.Inserts(table, walk.Staging), scene => scene, _ => AttacksAsync(walk, log));
            if (seen is not null)
            {
                return seen;
            }
        }

        return [About(log, "change an entry", walk).CouldNotVerify($"refused {CheckViolation}", "no entry could be made to change")];
    }

    private static async Task<List<ProofVector>> AttacksAsync(Walk walk, QualifiedName log)
    {
        var vectors = new List<ProofVector>();
        foreach (var (what, sql) in Attacks(log))
        {
            vectors.Add(About(log, what + " with every right", walk).ExpectRefused(await walk.Session.TryAndUndoAsync(sql), CheckViolation));
        }

        if (RoleNames.Of(walk.Staging.Schema, RolePurpose.Application) is { } role)
        {
            await walk.Session.RunAsync($"SET LOCAL ROLE {role}");
            foreach (var (what, sql) in Attacks(log).Append(("add an entry", $"INSERT INTO {log} (table_name, verb) VALUES ('forged', 'insert')")))
            {
                vectors.Add(About(log, $"{what} as {role}", walk).ExpectRefused(await walk.Session.TryAndUndoAsync(sql), NoRight));
            }
        }

        return vectors;
    }

    private static (string What, string Sql)[] Attacks(QualifiedName log) =>
        [("change entries", $"UPDATE {log} SET actor = 'somebody else'"), ("remove entries", $"DELETE FROM {log}"), ("empty the log", $"TRUNCATE {log}")];

    private static Attempt About(QualifiedName log, string what, Walk walk) => new(log.ToString(), what, walk.Staging.Design.Audit.Origin.ToString());
}
