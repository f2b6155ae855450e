using Schemawright.Collections;
using Schemawright.Domain;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Jobs;

/// <summary>Notes a person's values before they are to go, and looks for them in every table, partition, materialised view and log entry afterwards.</summary>
internal sealed class ErasureScan
{
    /// <summary>Shorter values stand elsewhere by chance.</summary>
    private const int Shortest = 5;

    private readonly ProofSession _session;
    private readonly PgSchema _schema;
    private readonly Seq<string> _values;

    private ErasureScan(ProofSession session, PgSchema schema, Seq<string> values) => (_session, _schema, _values) = (session, schema, values);

    public static async Task<ErasureScan> BeginAsync(ProofSession session, PgSchema schema, Job job, string table, string keys)
    {
        var columns = job.Table.Columns.Where(column => column.Privacy != PrivacyClass.None && column.Generated is null && column.Type.Values.Count == 0).Select(column => $"{new Identifier(column.Name)}::text").ToArray();
        var rows = columns.Length == 0 || job.To is not null ? [] : await session.QueryAsync($"SELECT {string.Join(", ", columns)} FROM {table} WHERE {keys}");
        return new(session, schema, [.. rows.SelectMany(row => row).OfType<string>().Where(value => value.Length >= Shortest).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Nothing when the rows held nothing of a person.</summary>
    public async Task<Seq<ProofVector>> EndAsync(Attempt attempt)
    {
        if (_values.Count == 0)
        {
            return [];
        }

        var found = new List<string>();
        foreach (var place in _schema.Tables.Select(table => table.Name).Concat(_schema.Views.Where(view => view.Materialized).Select(view => view.Name)))
        {
            var any = string.Join(" OR ", _values.Select(value => $"strpos(r::text, {SqlLiteral.String(value)}) > 0"));
            if (await _session.AskAsync($"SELECT count(*)::text FROM {place} AS r WHERE {any}") is { } count && count != "0")
            {
                found.Add($"{count} rows of {place}");
            }
        }

        return [attempt.Expect("nowhere", found.Count == 0 ? "nowhere" : string.Join(", ", found))];
    }
}
