using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>What to watch, as queries that run as they stand.</summary>
internal sealed class KeyMetrics : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Key Metrics";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var schema = source.AnySchema;
        text.Paragraph("Sizes, with the share of dead rows that autovacuum has still to remove:");
        text.Sql([Sizes(schema)]);
        if (Expected(source) is { } expected)
        {
            text.Paragraph("Rows against the volume the documents expect; above 1 the plan was too small:");
            text.Sql([expected]);
        }

        text.Paragraph("Indexes nothing has used since the statistics began, and transactions that keep dead rows alive:");
        text.Sql([Unused(schema), Oldest]);
        text.Paragraph("The slowest statements, once `pg_stat_statements` is in `shared_preload_libraries`:");
        text.Code("bash",
            """
            psql --command 'SELECT queryid, calls, mean_exec_time, total_exec_time, left(query, 80) AS query
                            FROM pg_stat_statements ORDER BY total_exec_time DESC LIMIT 10;'
            """);
    }

    private static SqlText Sizes(SqlText schemas) => SqlText.Of(
        $"""
        SELECT relid::regclass AS table_name,
               pg_size_pretty(pg_table_size(relid)) AS table_size,
               pg_size_pretty(pg_indexes_size(relid)) AS index_size,
               n_live_tup AS live_rows,
               round(100.0 * n_dead_tup / greatest(n_live_tup + n_dead_tup, 1), 1) AS dead_percent,
               last_autovacuum
        FROM pg_stat_user_tables
        WHERE schemaname::regnamespace = {schemas}
        ORDER BY pg_total_relation_size(relid) DESC;
        """);

    private static SqlText? Expected(DocumentSource source)
    {
        var rows = source.Tables.Where(table => table.Design?.Volume is { RowsNow: > 0 })
            .Select(table => SqlText.Of($"({SqlLiteral.String(table.Table.Name.ToString())}::regclass, {SqlLiteral.Number(Math.Round(table.Design!.Volume!.RowsNow))})"))
            .ToArray();
        return rows.Length == 0 ? null : SqlText.Of(
            $"""
            SELECT plan.table_name, stat.n_live_tup AS live_rows, plan.expected_rows, round(stat.n_live_tup / plan.expected_rows, 2) AS ratio
            FROM (VALUES
                {SqlText.Join(",\n", rows)}
            ) AS plan (table_name, expected_rows)
            JOIN pg_stat_user_tables AS stat ON stat.relid = plan.table_name
            ORDER BY ratio DESC;
            """);
    }

    private static SqlText Unused(SqlText schemas) => SqlText.Of(
        $"""
        SELECT relid::regclass AS table_name, indexrelid::regclass AS index_name, pg_size_pretty(pg_relation_size(indexrelid)) AS size
        FROM pg_stat_user_indexes
        JOIN pg_index USING (indexrelid)
        WHERE schemaname::regnamespace = {schemas} AND idx_scan = 0 AND NOT indisunique
        ORDER BY pg_relation_size(indexrelid) DESC;
        """);

    private static SqlText Oldest => SqlText.Of(
        $"""
        SELECT pid, usename, state, now() - xact_start AS open_for, left(query, 80) AS query
        FROM pg_stat_activity
        WHERE xact_start < now() - interval '5 minutes'
        ORDER BY xact_start;
        """);
}
