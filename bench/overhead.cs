// What the patterns cost: the same table with and without row-level security, audit, the triggers of version and times, and soft deletion.
// Each figure is the median of the ratios of rounds run in turn on one throw-away server, of the time its process worked where the system tells, so that
// others at work do not count; beside it, in the same rounds, stands the plainest hand-written form of the pattern: dotnet run -c Release bench/overhead.cs [rounds]
#:project ../src/Schemawright.Proof/Schemawright.Proof.csproj
#:property PublishAot=false
#:property AssemblyName=Schemawright.Bench
#:property RootNamespace=Schemawright.Bench
using System.Diagnostics;
using System.Globalization;
using Schemawright;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;

const int Rows = 100_000;
const int Single = 3_000;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7;

const string Prd =
    """
    # PRD: Seed Bank

    ### Station
    - id (uuid)
    - name (text, required)

    ### Packet
    - id (uuid)
    - station_id (uuid, references Station)
    - label (text, required, unique)
    - species (text, required)
    - shelf (text, required)
    - grains (integer, required)
    - remark (text)

    Each station sees its own data only.
    """;
const string Rules =
    """
    # Business Rules

    - All changes to packets are logged: who, when and what
    - Packets are soft deleted
    - Deleted packets can be recovered for 30 days
    """;

var compilation = Compiler.Compile([new InputDocument("PRD.md", Prd), new InputDocument("BUSINESS_RULES.md", Rules), new InputDocument("TECHNICAL_SPEC.md", "# Technical Spec\n\n- Station-based isolation: a user never sees data of another station\n")], "bench", new Findings());
var packets = compilation.Design.Find("packets") ?? throw new InvalidOperationException("no table packets");
if (packets is not { Audited: true, SoftDelete: true, OptimisticLock: true } || compilation.Design.Tenancy.TenantColumn != "station_id")
{
    throw new InvalidOperationException("the documents do not make the table this compares");
}

await using var cluster = await ThrowAwayCluster.StartAsync(null, CancellationToken.None);
await using (var first = await ProofSession.OpenAsync(cluster, "postgres", CancellationToken.None))
{
    await first.RunAsync("CREATE DATABASE whole");
}

await using (var session = await ProofSession.OpenAsync(cluster, "whole", CancellationToken.None))
{
    foreach (var file in compilation.Artifacts.Where(file => file.Path.StartsWith("db/migrations/", StringComparison.Ordinal)))
    {
        foreach (var outcome in await ScriptRunner.RunAsync(session, file.Path, file.Text))
        {
            if (!outcome.Answer.Accepted)
            {
                throw new InvalidOperationException($"{outcome.Statement.Place}: {outcome.Answer.Explained}");
            }
        }
    }

    await session.RunAsync("SET session_replication_role = replica");
    await session.RunAsync("INSERT INTO app.stations (id, name) SELECT md5('s' || g)::uuid, 'Station ' || g FROM generate_series(0, 3) AS g");
    await session.RunAsync(Fill("app.packets", "md5('s' || g % 4)::uuid", 0));
}

const string Touch = "ALTER TABLE app.packets DISABLE TRIGGER a_skip_unchanged; ALTER TABLE app.packets DISABLE TRIGGER b_touch; ALTER TABLE app.packets DISABLE TRIGGER c_keep_keys";
const string Audit = "ALTER TABLE app.packets DISABLE TRIGGER z_audit_insert; ALTER TABLE app.packets DISABLE TRIGGER z_audit_update; ALTER TABLE app.packets DISABLE TRIGGER z_audit_delete";
const string Security = "ALTER TABLE app.packets DISABLE ROW LEVEL SECURITY; ALTER TABLE app.packets NO FORCE ROW LEVEL SECURITY";
const string SeedsUnique = "DROP INDEX app.packets_label_key; ALTER TABLE app.packets ADD CONSTRAINT packets_label_deleted UNIQUE (station_id, label, deleted_at)";
const string PlainSecurity =
    """
    DROP POLICY tenant_isolation ON app.packets; DROP POLICY tenant_access ON app.packets;
    CREATE FUNCTION plain_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE RETURN nullif(current_setting('app.tenant_id', true), '')::uuid;
    CREATE POLICY plain_base ON app.packets USING (true);
    CREATE POLICY plain_tenant ON app.packets AS RESTRICTIVE USING (station_id = (SELECT plain_tenant())) WITH CHECK (station_id = (SELECT plain_tenant()));
    ALTER TABLE app.packets ENABLE ROW LEVEL SECURITY; ALTER TABLE app.packets FORCE ROW LEVEL SECURITY
    """;
const string PlainTouch =
    """
    CREATE FUNCTION plain_touch() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN
        IF NEW.version <> OLD.version THEN RAISE EXCEPTION USING ERRCODE = '40001', CONSTRAINT = 'plain_version'; END IF;
        NEW.version := OLD.version + 1; NEW.updated_at := now(); NEW.created_at := OLD.created_at; RETURN NEW; END $f$;
    CREATE TRIGGER a_plain BEFORE UPDATE ON app.packets FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
    CREATE TRIGGER b_plain BEFORE UPDATE ON app.packets FOR EACH ROW EXECUTE FUNCTION plain_touch()
    """;
var plainAudit =
    $"""
    CREATE TABLE plain_log (occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(), table_name text NOT NULL, verb text NOT NULL, row_key jsonb, old_values jsonb, actor text DEFAULT current_setting('app.actor', true),
        reason text DEFAULT current_setting('app.reason', true), transaction_id xid8 DEFAULT pg_current_xact_id()) PARTITION BY RANGE (occurred_at);
    CREATE TABLE plain_log_now PARTITION OF plain_log FOR VALUES FROM ('2020-01-01') TO ('2200-01-01');
    CREATE INDEX ON plain_log USING brin (occurred_at);
    CREATE FUNCTION plain_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $f$ BEGIN
        IF TG_OP = 'INSERT' THEN
            INSERT INTO plain_log (table_name, verb, row_key) SELECT TG_TABLE_NAME, 'insert', jsonb_build_object('station_id', n.station_id, 'id', n.id) FROM new_rows AS n;
        ELSE
            INSERT INTO plain_log (table_name, verb, row_key, old_values) SELECT TG_TABLE_NAME, 'update', jsonb_build_object('station_id', o.station_id, 'id', o.id),
                {string.Join(" || ", new[] { "label", "species", "shelf", "grains", "remark", "created_at", "updated_at", "version", "deleted_at" }.Select(name => $"CASE WHEN o.{name} IS DISTINCT FROM n.{name} THEN jsonb_build_object('{name}', o.{name}) ELSE '{{}}' END"))}
            FROM old_rows AS o JOIN new_rows AS n ON n.station_id = o.station_id AND n.id = o.id;
        END IF;
        RETURN NULL; END $f$;
    CREATE TRIGGER z_plain_insert AFTER INSERT ON app.packets REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION plain_record();
    CREATE TRIGGER z_plain_update AFTER UPDATE ON app.packets REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION plain_record()
    """;
const string PlainUnique = "CREATE UNIQUE INDEX plain_live ON app.packets (station_id, label) WHERE deleted_at IS NULL; DROP INDEX app.packets_label_key";
const string Tenant = "md5('s1')::uuid";
const string Role = "seed_bank_application";
const string OneByOne = "each in a transaction of its own";

// Without the other features, so that each is weighed alone.
await CompareAsync("row-level security", $"{Audit}; {Touch}", Security, PlainSecurity,
[
    ("full scan of a tenant", "SELECT count(*) FROM app.packets WHERE grains >= 0 AND length(remark) > 3", $"SELECT count(*) FROM app.packets WHERE station_id = {Tenant} AND grains >= 0 AND length(remark) > 3"),
    ("point look-ups by key", Loop("PERFORM FROM app.packets WHERE id = keys[i]"), Loop($"PERFORM FROM app.packets WHERE station_id = {Tenant} AND id = keys[i]")),
    ("insert of many rows", Fill("app.packets", Tenant, 500_000), Fill("app.packets", Tenant, 500_000)),
]);
await CompareAsync("audit", $"{Touch}; {Security}", Audit, plainAudit, Writes());
await CompareAsync("version and times", $"{Audit}; {Security}", Touch, PlainTouch, [.. Writes().Skip(1), ("update that changes nothing", "UPDATE app.packets SET grains = grains", "UPDATE app.packets SET grains = grains")]);
await CompareAsync("soft deletion (unique among live rows / the usual UNIQUE with deleted_at)", $"{Audit}; {Touch}; {Security}", SeedsUnique, PlainUnique, [Writes()[0]]);
return;

// The three databases run the same statements in turn; each change is rolled back and cleaned up.
async Task CompareAsync(string feature, string common, string without, string plain, (string What, string With, string Without)[] works)
{
    await PrepareAsync("with_it", common);
    await PrepareAsync("without_it", $"{common}; {without}");
    await PrepareAsync("plain_form", feature.StartsWith("soft", StringComparison.Ordinal) ? $"{common}; {plain}" : $"{common}; {without}; {plain}");
    await using var on = await ProofSession.OpenAsync(cluster, "with_it", CancellationToken.None);
    await using var off = await ProofSession.OpenAsync(cluster, "without_it", CancellationToken.None);
    await using var by = await ProofSession.OpenAsync(cluster, "plain_form", CancellationToken.None);
    foreach (var (what, with, bare) in works)
    {
        var (ours, plains) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var alone = with == OneByOne;
            var (one, other, third) = (alone ? await OneByOneAsync(on) : await TimeAsync(on, with), alone ? await OneByOneAsync(off) : await TimeAsync(off, bare), alone ? await OneByOneAsync(by) : await TimeAsync(by, with));
            if (round > 0)
            {
                ours.Add(one / other);
                plains.Add(third / other);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feature}: {what}: {Told(ours)}; by hand {Told(plains)}"));
    }
}

static string Told(List<double> ratios)
{
    ratios.Sort();
    return string.Create(CultureInfo.InvariantCulture, $"{ratios[ratios.Count / 2]:0.00} (of {ratios[0]:0.00} to {ratios[^1]:0.00})");
}

// Nanoseconds the session's process has worked; where the system does not tell, the time of day in nanoseconds.
static async Task<double> WorkedAsync(ProofSession session) =>
    (await session.TryAsync("SELECT pg_read_file('/proc/self/schedstat')")).Accepted && await session.AskAsync("SELECT split_part(pg_read_file('/proc/self/schedstat'), ' ', 1)") is { } told
        ? double.Parse(told, CultureInfo.InvariantCulture) : Stopwatch.GetTimestamp() * 1e9 / Stopwatch.Frequency;

// Each update in a transaction of its own, as requests come.
async Task<double> OneByOneAsync(ProofSession session)
{
    await session.RunAsync("RESET ROLE");
    var keys = await session.QueryAsync($"SELECT id::text FROM app.packets WHERE station_id = {Tenant} ORDER BY label LIMIT {Single}");
    await session.RunAsync($"SELECT set_config('app.tenant_id', {Tenant}::text, false), set_config('app.actor', 'bench', false)");
    var before = await WorkedAsync(session);
    await session.RunAsync($"SET ROLE {Role}");
    foreach (var key in keys)
    {
        await session.RunAsync($"UPDATE app.packets SET grains = grains + 1 WHERE station_id = {Tenant} AND id = '{key[0]}'");
    }

    await session.RunAsync("RESET ROLE");
    var time = await WorkedAsync(session) - before;
    await session.RunAsync("VACUUM app.packets");
    return time;
}

async Task PrepareAsync(string name, string changes)
{
    await using (var administration = await ProofSession.OpenAsync(cluster, "postgres", CancellationToken.None))
    {
        await administration.RunAsync($"DROP DATABASE IF EXISTS {name}");
        await administration.RunAsync($"CREATE DATABASE {name} TEMPLATE whole");
    }

    await using var session = await ProofSession.OpenAsync(cluster, name, CancellationToken.None);
    foreach (var outcome in await ScriptRunner.RunAsync(session, name, changes))
    {
        if (!outcome.Answer.Accepted)
        {
            throw new InvalidOperationException($"{outcome.Statement.Sql}: {outcome.Answer.Explained}");
        }
    }

    await session.RunAsync("VACUUM ANALYZE");
}

static async Task<double> TimeAsync(ProofSession session, string sql)
{
    await session.RunAsync("BEGIN");
    await session.RunAsync("SELECT set_config('app.tenant_id', md5('s1')::uuid::text, true), set_config('app.actor', 'bench', true)");
    var before = await WorkedAsync(session);
    await session.RunAsync($"SET LOCAL ROLE {Role}");
    await session.RunAsync(sql);
    await session.RunAsync("RESET ROLE");
    var time = await WorkedAsync(session) - before;
    await session.RunAsync("ROLLBACK");
    await session.RunAsync("VACUUM app.packets");
    return time;
}

static (string What, string With, string Without)[] Writes()
{
    var insert = Fill("app.packets", Tenant, 500_000);
    const string Update = "UPDATE app.packets SET grains = grains + 1, shelf = 'moved'";
    return [("insert of many rows", insert, insert), ("update of many rows", Update, Update), ("update of single rows", OneByOne, OneByOne)];
}

static string Fill(string table, string tenant, int from) =>
    $"INSERT INTO {table} (station_id, label, species, shelf, grains, remark) SELECT {tenant}, 'label ' || g, 'species ' || g % 300, 'shelf ' || g % 40, g % 5000, 'dry and dark, see the card ' || g FROM generate_series({from + 1}, {from + Rows}) AS g";

static string Loop(string work) =>
    $"""
    DO $$
    DECLARE
        keys uuid[] := ARRAY(SELECT id FROM app.packets WHERE station_id = md5('s1')::uuid ORDER BY label LIMIT {Single});
    BEGIN
        FOR i IN 1 .. {Single} LOOP
            {work};
        END LOOP;
    END
    $$
    """;
