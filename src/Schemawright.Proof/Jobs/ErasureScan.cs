using Schemawright.Collections;
using Schemawright.Design;
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

    public static Task<ErasureScan> BeginAsync(JobTrack track, Job job, string table, string keys) => BeginAsync(track, job.To is not null ? [] : [(job.Table, table, keys)]);

    /// <summary>Gives the rows telling values, twice, with everything on that records changes, and fills what is made from them.</summary>
    /// <param name="rows">The tables with their names as SQL and the conditions that find the rows.</param>
    public static async Task<ErasureScan> BeginAsync(JobTrack track, Seq<(TableDesign Table, string Name, string Keys)> rows)
    {
        var values = new List<string?>();
        foreach (var (table, name, keys) in rows)
        {
            values.AddRange(await GiveAsync(track.Session, table, name, keys));
        }

        foreach (var view in rows.Count == 0 ? [] : await Of(track.Session, "m"))
        {
            await track.Session.TryAsync($"REFRESH MATERIALIZED VIEW {view}");
        }

        return new(track, [.. values.OfType<string>().Select(value => value.Trim('{', '}')).Where(value => value.Length >= Shortest).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>All values the rows held and hold.</summary>
    private static async Task<List<string?>> GiveAsync(ProofSession session, TableDesign table, string name, string keys)
    {
        var (columns, values) = (Canary.ColumnsOf(table), new List<string?>());
        for (var round = 0; round < 2 && columns.Count > 0; round++)
        {
            foreach (var assignments in columns.Select(column => Canary.Assignments(table, column, round)).OfType<string>())
            {
                await session.TryAsync($"UPDATE {name} SET {assignments} WHERE {keys}"); // A rule may refuse it: then the former value is looked for.
            }

            values.AddRange((await session.QueryAsync($"SELECT {string.Join(", ", columns.Select(column => $"{new Identifier(column.Name)}::text"))} FROM {name} WHERE {keys}")).SelectMany(row => row));
        }

        return values;
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
