using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Tenants;

/// <summary>Attacks that need a session of the application's own, logged in as the application does: other roles, switches of the server, and what a pool's session keeps from the request before.</summary>
internal static class LoggedIn
{
    private const string NoRight = "42501";
    private const string Nothing = "no row reached";

    public static async Task<Seq<ProofVector>> TryAsync(ProofBench bench, TableDesign table, PgRole role)
    {
        await using var administration = await bench.OpenCopyAsync();
        var staging = new Staging(bench.Compilation.Design, bench.Compilation.Schema, bench.Clock);
        var rows = new TwoTenants(staging, table);
        var about = new Attempt(table.Name, "", table.Origin.ToString());
        var stored = await administration.TryAllAsync(["BEGIN", .. rows.Statements, "COMMIT"]);
        if (!stored.Accepted)
        {
            return [(about with { What = "store a row in each of two tenants" }).CouldNotVerify("accepted", stored.Explained)];
        }

        await using var session = await ProofSession.OpenAsync(bench.Cluster, administration.Database, bench.Cancellation, user: role.Name.Text);
        return [.. await SwitchesAsync(session, bench.Compilation.Schema, role), .. await PoolAsync(session, staging, rows, about with { Subject = table.Name })];
    }

    private static async Task<Seq<ProofVector>> SwitchesAsync(ProofSession session, PgSchema schema, PgRole role)
    {
        var reachable = Reachable(schema, role);
        var others = schema.Roles.Where(other => other != role && !reachable.Contains(other.Name)).Select(other => $"SET ROLE {other.Name}");
        string[] tried = [.. others, "SET ROLE postgres", "SET SESSION AUTHORIZATION postgres", "SET session_replication_role = replica", $"ALTER ROLE {role.Name} BYPASSRLS", .. OnTables(schema)];
        var vectors = new List<ProofVector>();
        foreach (var statement in tried)
        {
            vectors.Add(new Attempt(role.Name.Text, statement, "the model").ExpectRefused(await session.RolledBackAsync(() => session.TryAsync(statement)), NoRight));
        }

        return [.. vectors];
    }

    private static IEnumerable<string> OnTables(PgSchema schema) => schema.Tables.Where(table => table.RowSecurity).Take(1)
        .SelectMany(table => new[] { $"ALTER TABLE {table.Name} DISABLE ROW LEVEL SECURITY", $"TRUNCATE {table.Name}", $"COPY {table.Name} TO PROGRAM 'cat'" });

    private static HashSet<Identifier> Reachable(PgSchema schema, PgRole role)
    {
        var found = new HashSet<Identifier>(role.MemberOf);
        while (schema.Roles.Where(known => found.Contains(known.Name)).SelectMany(known => known.MemberOf).Where(found.Add).ToArray().Length > 0)
        {
        }

        return found;
    }

    /// <summary>One connection, many requests, as a pool hands it out.</summary>
    private static async Task<Seq<ProofVector>> PoolAsync(ProofSession session, Staging staging, TwoTenants rows, Attempt about)
    {
        var table = staging.Sql.NameOf(rows.Own.Table);
        var (everything, own) = ($"SELECT count(*) FROM {table}", SessionSettings.Set(SessionSettings.TenantName, rows.OwnTenant));
        await session.TryAllAsync(["BEGIN", own, everything, "COMMIT"]);
        var afterCommit = await session.TryAsync(everything);
        await session.TryAllAsync(["BEGIN", own, "SELECT 1 / 0"]);
        await session.TryAsync("ROLLBACK");
        var afterFailure = await session.TryAsync(everything);
        await session.TryAsync($"PREPARE kept AS SELECT count(*) FROM {table}");
        foreach (var _ in Enumerable.Range(0, 7))
        {
            await session.TryAllAsync(["BEGIN", own, "EXECUTE kept", "COMMIT"]); // After five the server keeps one plan for all.
        }

        var kept = await session.RolledBackAsync(async () =>
        {
            await session.TryAsync(SessionSettings.Set(SessionSettings.TenantName, ReadableRelations.Stranger(rows.OwnTenant)));
            return await session.TryAsync("EXECUTE kept");
        });
        var unguarded = await session.RolledBackAsync(async () => await session.TryAllAsync([own, "SET LOCAL row_security = off"]) is { Accepted: false } refused ? refused : await session.TryAsync(everything));
        return
        [
            Judge(about with { What = "read all rows in the request after another tenant's" }, afterCommit),
            Judge(about with { What = "read all rows in the request after one that failed" }, afterFailure),
            Judge(about with { What = "run a statement another tenant's request has prepared" }, kept),
            Judge(about with { What = "read all rows with row security switched off for the session" }, unguarded),
            .. await LeftBehindAsync(session, own, everything, about),
        ];
    }

    /// <summary>What outlives a transaction holds copies of rows that no policy sees: a pool ends it with <c>DISCARD ALL</c>, as the common ones do.</summary>
    private static async Task<Seq<ProofVector>> LeftBehindAsync(ProofSession session, string own, string everything, Attempt about)
    {
        var kept = everything.Replace("count(*)", "*", StringComparison.Ordinal);
        await session.TryAllAsync(["BEGIN", own, $"DECLARE left_open CURSOR WITH HOLD FOR {kept}", $"CREATE TEMPORARY TABLE left_over AS {kept}", "COMMIT"]);
        await session.TryAsync($"DECLARE left_open CURSOR WITH HOLD FOR {kept}");
        await session.TryAsync(own.Replace(", true)", ", false)", StringComparison.Ordinal));
        await session.TryAsync("DISCARD ALL");
        var (cursor, table, setting) = (await session.TryAsync("FETCH ALL FROM left_open"), await session.TryAsync("SELECT * FROM left_over"), await session.TryAsync(everything));
        return
        [
            (about with { What = "fetch, once the pool has cleaned the session, from a cursor another tenant's request holds" }).ExpectRefused(cursor, "34000"),
            (about with { What = "read, once the pool has cleaned the session, a temporary table another tenant's request has filled" }).ExpectRefused(table, "42P01"),
            Judge(about with { What = "read all rows, once the pool has cleaned the session, after a request that named its tenant for the whole session" }, setting),
        ];
    }

    private static ProofVector Judge(Attempt attempt, ServerAnswer answer) => !answer.Accepted && answer.SqlState == NoRight ? attempt.Held(answer.Words)
        : attempt.Expect(Nothing, answer.Accepted ? answer.Rows == 0 ? Nothing : $"{answer.Rows} rows reached" : answer.Explained);
}
