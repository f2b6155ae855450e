using Schemawright.Collections;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Jobs;

/// <summary>Notes a person's values before they are to go, and looks for them in every table, partition, materialised view and log entry, and in a dump, afterwards.</summary>
internal sealed class ErasureScan
{
    /// <summary>Shorter values stand elsewhere by chance.</summary>
    private const int Shortest = 5;

    private const string Relations = """
        SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = ANY ('{RELKINDS}') AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema' ORDER BY 1
        """;

    private readonly JobTrack _track;
    private readonly Seq<string> _values;

    private ErasureScan(JobTrack track, Seq<string> values) => (_track, _values) = (track, values);

    /// <summary>Gives the rows telling values, twice, with everything on that records changes, and fills what is made from them.</summary>
    public static async Task<ErasureScan> BeginAsync(JobTrack track, Job job, string table, string keys)
    {
        var columns = job.To is not null ? [] : Canary.ColumnsOf(job.Table);
        var values = new List<string?>();
        for (var round = 0; round < 2; round++)
        {
            foreach (var assignments in columns.Select(column => Canary.Assignments(job.Table, column, round)).OfType<string>())
            {
                await track.Session.TryAsync($"UPDATE {table} SET {assignments} WHERE {keys}"); // A rule may refuse it: then the former value is looked for.
            }

            values.AddRange(columns.Count == 0 ? [] : (await track.Session.QueryAsync($"SELECT {string.Join(", ", columns.Select(column => $"{new Identifier(column.Name)}::text"))} FROM {table} WHERE {keys}")).SelectMany(row => row));
        }

        foreach (var view in columns.Count == 0 ? [] : await Of(track.Session, "m"))
        {
            await track.Session.TryAsync($"REFRESH MATERIALIZED VIEW {view}");
        }

        return new(track, [.. values.OfType<string>().Select(value => value.Trim('{', '}')).Where(value => value.Length >= Shortest).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Nothing when the rows held nothing of a person.</summary>
    public async Task<Seq<ProofVector>> EndAsync(Attempt attempt)
    {
        if (_values.Count == 0)
        {
            return [];
        }

        var found = new List<string>();
        foreach (var place in await Of(_track.Session, "r,m"))
        {
            var any = string.Join(" OR ", _values.Select(value => $"strpos(r::text, {SqlLiteral.String(value)}) > 0"));
            if (await _track.Session.AskAsync($"SELECT count(*)::text FROM {place} AS r WHERE {any}") is { } count && count != "0")
            {
                found.Add($"{count} rows of {place}");
            }
        }

        return [attempt.Expect("nowhere", found.Count == 0 ? "nowhere" : string.Join(", ", found)), .. await InDumpAsync(attempt with { What = "look for the person's values in a dump" })];
    }

    /// <summary>As a backup takes it, where the server brings the program for it.</summary>
    private async Task<Seq<ProofVector>> InDumpAsync(Attempt attempt)
    {
        if (await _track.DumpAsync() is not { } dump)
        {
            return [new(attempt.Subject, attempt.What, "nowhere", "this server comes without pg_dump", Verdict.NotApplicable, attempt.Source)];
        }

        var found = _values.Count(value => dump.Contains(value, StringComparison.Ordinal));
        return [attempt.Expect("nowhere", found == 0 ? "nowhere" : $"{found} of {_values.Count} values")];
    }

    private static async Task<IEnumerable<string>> Of(ProofSession session, string kinds) =>
        (await session.QueryAsync(Relations.Replace("RELKINDS", kinds, StringComparison.Ordinal))).Select(row => row[0]!);
}
