using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Tenants;

/// <summary>
/// Whatever a role may read, known to the model or not: while another tenant has a row in every table, a tenant without rows sees none
/// in any table, partition, view or materialised view that draws on them.
/// </summary>
internal static class ReadableRelations
{
    private const string Kinds = "CASE c.relkind WHEN 'm' THEN 'materialised view' WHEN 'v' THEN 'view' WHEN 'f' THEN 'foreign table' ELSE CASE WHEN c.relispartition THEN 'partition' ELSE 'table' END END";

    public static Task<Seq<ProofVector>> TryAsync(Walk walk, IEnumerable<PgRole> roles) => walk.Session.RolledBackAsync(async () =>
    {
        var world = walk.Staging.World(firstNumber: 5000);
        var rows = walk.Bench.Compilation.Design.Tables.Where(table => table.Scope != TenantScope.Global).Select(table => table.Scope == TenantScope.TenantRoot ? world.Tenant! : world.Fresh(table)).ToArray();
        await walk.Session.RunAsync("SET LOCAL session_replication_role = replica");
        foreach (var statement in walk.Staging.Sql.All(rows))
        {
            await KeepAsync(walk, statement);
        }

        foreach (var log in Logs(walk))
        {
            await KeepAsync(walk, $"INSERT INTO {log.Name} (table_name, verb, {log.Columns.First(column => column.Role == ColumnRole.Tenant).Name}) VALUES ('tried', 'insert', {SqlLiteral.String(RowSql.TenantKey(world.Tenant)!)})");
        }

        await walk.Session.RunAsync("SET LOCAL session_replication_role = origin");
        foreach (var view in await walk.Session.QueryAsync("SELECT oid::regclass::text FROM pg_class WHERE relkind = 'm'"))
        {
            await KeepAsync(walk, $"REFRESH MATERIALIZED VIEW {view[0]}");
        }

        await walk.Session.RunAsync(SessionSettings.Set(SessionSettings.TenantName, Stranger(RowSql.TenantKey(world.Tenant)!)));
        var vectors = new List<ProofVector>();
        foreach (var role in roles)
        {
            vectors.AddRange(await OfRoleAsync(walk, role));
        }

        return vectors.ToSeq();
    });

    /// <summary>Tables of no document that hold tenants' rows.</summary>
    private static IEnumerable<PgTable> Logs(Walk walk) =>
        walk.Staging.Schema.Tables.Where(table => walk.Staging.Design.Find(table.Name.Name.Text) is null && table.Columns.Any(column => column.Role == ColumnRole.Tenant) && table.Columns.Any(column => column.Name.Text == "verb"));

    /// <summary>A tenant that has nothing.</summary>
    public static string Stranger(string tenant) => Guid.TryParse(tenant, out _) ? "00000000-0000-7000-8000-00000000ffff" : "999999";

    private static async Task KeepAsync(Walk walk, string statement)
    {
        await walk.Session.RunAsync("SAVEPOINT one");
        if (!(await walk.Session.TryAsync(statement)).Accepted)
        {
            await walk.Session.RunAsync("ROLLBACK TO SAVEPOINT one");
        }
    }

    private static async Task<IEnumerable<ProofVector>> OfRoleAsync(Walk walk, PgRole reader)
    {
        var (vectors, role) = (new List<ProofVector>(), reader.Name.ToString());
        foreach (var relation in await walk.Session.QueryAsync(Readable(walk, role)))
        {
            var (name, kind) = (relation[0]!, relation[1]!);
            var attempt = new Attempt(name, $"look through the {kind} as {role} for another tenant's rows", "the model");
            if (await walk.Session.AskAsync($"SELECT count(*)::text FROM {name}") == "0")
            {
                continue; // Nothing is there that could be seen.
            }

            if (reader.Purpose == RolePurpose.JobRunner && name == Root(walk))
            {
                vectors.Add(new(attempt.Subject, attempt.What, "0 rows", "the jobs go from tenant to tenant, so they read the list of tenants", Verdict.NotApplicable, attempt.Source));
                continue;
            }

            await walk.Session.RunAsync("SAVEPOINT one");
            await walk.Session.RunAsync($"SET LOCAL ROLE {role}");
            var seen = await walk.Session.TryAsync($"SELECT count(*) FROM {name}");
            var words = seen.Refused("42501") ? "" : await SeenAsync(walk, name, seen);
            await walk.Session.RunAsync("ROLLBACK TO SAVEPOINT one");
            vectors.Add(seen.Refused("42501") ? attempt.Held(seen.Words) : attempt.Expect("0 rows", words));
        }

        return vectors;
    }

    /// <summary>How many rows were seen, with one of them.</summary>
    public static async Task<string> SeenAsync(Walk walk, string relation, ServerAnswer seen) =>
        !seen.Accepted ? seen.Explained : seen.Rows == 0 ? "0 rows" : $"{seen.Rows} rows, such as {await walk.Session.AskAsync($"SELECT seen::text FROM {relation} AS seen LIMIT 1")}";

    private static string? Root(Walk walk) => walk.Staging.Design.Tenancy.TenantTable is { } root && walk.Staging.Design.Find(root) is { } table ? walk.Staging.Sql.NameOf(table).ToString() : null;

    /// <summary>Relations the role may read a column of, and that draw on a table whose rows belong to tenants.</summary>
    private static string Readable(Walk walk, string role)
    {
        var scoped = string.Join(", ", walk.Bench.Compilation.Design.Tables.Where(table => table.Scope != TenantScope.Global).Select(walk.Staging.Sql.NameOf).Concat(Logs(walk).Select(log => log.Name)).Select(name => $"{SqlLiteral.String(name.ToString())}::regclass::oid"));
        return $"""
            WITH RECURSIVE sources AS (
                SELECT unnest(ARRAY[{scoped}]) AS oid
                UNION
                SELECT next.oid FROM sources, LATERAL (
                    SELECT i.inhrelid AS oid FROM pg_inherits i WHERE i.inhparent = sources.oid
                    UNION ALL
                    SELECT w.ev_class FROM pg_depend d JOIN pg_rewrite w ON w.oid = d.objid WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = sources.oid AND d.classid = 'pg_rewrite'::regclass
                ) AS next
            )
            SELECT c.oid::regclass::text, {Kinds} FROM sources JOIN pg_class c USING (oid)
            WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND has_any_column_privilege({SqlLiteral.String(role.Trim('"'))}, c.oid, 'SELECT') AND has_schema_privilege({SqlLiteral.String(role.Trim('"'))}, c.relnamespace, 'USAGE') ORDER BY 1
            """;
    }
}
