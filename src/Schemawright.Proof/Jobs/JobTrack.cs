using System.Globalization;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Rules;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Jobs;

/// <summary>A copy of the database whose jobs believe in another day, and on which they are run, stopped and run again.</summary>
internal sealed class JobTrack : IAsyncDisposable
{
    private const string Clock = "job_time";
    private const string Quiet = "SET LOCAL session_replication_role = replica";

    private readonly SetAside _setAside;
    private readonly List<string> _aside = [];
    private readonly ProofBench _bench;
    private readonly string _role;

    private JobTrack(ProofBench bench, ProofSession session, string role) => (_bench, Session, _role, _setAside) = (bench, session, role, new SetAside(bench.Compilation.Schema));

    public ProofSession Session { get; }

    /// <summary>Rules that demand more of a row than the job is about, taken out of its way.</summary>
    public string Aside => _aside.Count == 0 ? "" : $", with {string.Join(", ", _aside)} set aside";

    public static async Task<JobTrack> OpenAsync(ProofBench bench, string role) => new(bench, await bench.OpenCopyAsync(), role);

    /// <summary>All jobs ask one function for the time; here it answers a later one.</summary>
    /// <param name="interval">As SQL; null: the time it is.</param>
    public async Task MoveClockAsync(string? interval)
    {
        var clock = _bench.Compilation.Schema.Functions.First(function => function.Name.Name.Text == Clock);
        await Session.RunAsync($"CREATE OR REPLACE FUNCTION {clock.Name}() RETURNS {clock.Returns} LANGUAGE sql STABLE PARALLEL SAFE RETURN now(){(interval is null ? "" : $" + {interval}")}");
    }

    /// <summary>Stores rows for good; the answer is a refusal, or null.</summary>
    public async Task<ServerAnswer?> StoreAsync(IEnumerable<string> statements)
    {
        var answer = await Session.TryAllAsync(["BEGIN", Quiet, .. statements, "COMMIT"]);
        if (answer.Accepted)
        {
            return null;
        }

        await Session.TryAsync("ROLLBACK");
        return answer;
    }

    /// <summary>Everything stored is taken out again.</summary>
    public Task ClearAsync() => Session.TryAllAsync(
        ["BEGIN", Quiet, .. _bench.Compilation.Schema.Tables.Select(table => $"DELETE FROM {table.Name}"), "COMMIT"]);

    /// <summary>As the role that runs jobs; how many rows the job says it has worked on.</summary>
    public async Task<string> RunAsync(PgFunction job, int batch)
    {
        await Session.RunAsync($"SET ROLE {_role}");
        var answer = await Session.TryAsync(Call(job, batch));
        await Session.RunAsync("RESET ROLE");
        return await PutAsideAsync(answer) ? await RunAsync(job, batch) : Words(answer);
    }

    /// <summary>As the role that runs jobs, in the name of a tenant.</summary>
    public async Task<ServerAnswer> CallAsync(string sql, string? tenant)
    {
        await Session.RunAsync($"SELECT set_config('{SessionSettings.TenantName}', {SqlLiteral.String(tenant ?? "")}, false)");
        await Session.RunAsync($"SET ROLE {_role}");
        var answer = await Session.TryAsync(sql);
        await Session.RunAsync("RESET ROLE");
        await Session.RunAsync($"SELECT set_config('{SessionSettings.TenantName}', '', false)");
        return answer;
    }

    /// <summary>The session that runs the job is ended before it commits.</summary>
    public async Task<string> RunAndKillAsync(PgFunction job)
    {
        await using var worker = await ProofSession.OpenAsync(_bench.Cluster, Session.Database, _bench.Cancellation);
        var process = await worker.AskAsync("SELECT pg_backend_pid()::text");
        await worker.TryAllAsync(["BEGIN", $"SET LOCAL ROLE {_role}"]);
        var answer = await worker.TryAsync(Call(job, 1));
        await Session.RunAsync($"SELECT pg_terminate_backend({process})");
        while (await Session.AskAsync($"SELECT count(*)::text FROM pg_stat_activity WHERE pid = {process}") != "0")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), _bench.Cancellation);
        }

        return await PutAsideAsync(answer) ? await RunAndKillAsync(job) : Words(answer);
    }

    /// <summary>Everything the database holds, as a backup writes it; null when the server comes without the program for it.</summary>
    public async Task<string?> DumpAsync()
    {
        var (program, file) = (_bench.Cluster.Programs.Path("pg_dump"), _bench.Cluster.Folder + "/dump");
        if (!File.Exists(program))
        {
            return null;
        }

        var words = $"cat >/dev/null; \"{program}\" -h \"{_bench.Cluster.Folder}\" -U postgres --data-only {Session.Database} >\"{file}\"";
        await Session.RunAsync($"COPY (SELECT 1 WHERE false) TO PROGRAM {SqlLiteral.String(words)}");
        return await Session.AskAsync($"SELECT pg_read_file({SqlLiteral.String(file)})");
    }

    private async Task<bool> PutAsideAsync(ServerAnswer answer)
    {
        if (answer.Accepted || _setAside.Statement(answer) is not { } statement || _aside.Contains(answer.ObjectName!, StringComparer.Ordinal))
        {
            return false;
        }

        _aside.Add(answer.ObjectName!);
        await Session.RunAsync(statement);
        return true;
    }

    public async Task<int> CountAsync(string table, string condition) =>
        int.Parse(await Session.AskAsync($"SELECT count(*)::text FROM {table} WHERE {condition}") ?? "0", CultureInfo.InvariantCulture);

    private static string Call(PgFunction job, int batch) => $"SELECT {job.Name}({batch.ToString(CultureInfo.InvariantCulture)})";

    private static string Words(ServerAnswer answer) => answer.Accepted ? $"{answer.Rows} rows" : answer.Explained;

    public ValueTask DisposeAsync() => Session.DisposeAsync();
}
