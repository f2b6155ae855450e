using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Operations;

/// <summary>Upkeep without blocking readers: statistics, and rebuilding the indexes that measurement finds bloated.</summary>
internal static class MaintenanceScript
{
    public static Artifact Render(DataDesign design, PgSchema schema) => new(OperationFiles.Folder + "maintenance.sql", SqlFile.Statements(
    [
        $"Upkeep of {design.Domain.AppName}. Run it weekly as the owner: psql -X -v ON_ERROR_STOP=1 -f maintenance.sql",
        "No VACUUM FULL: it blocks every reader. Autovacuum keeps sizes; these statements only adjust and repair.",
    ],
    [
        SqlText.Of($"SET lock_timeout = '1s';"),
        Autovacuum(schema),
        Analyze(schema),
        Rebuild(schema),
    ]));

    /// <summary>Tables that change a lot are vacuumed after five in a hundred rows, not after twenty.</summary>
    private static SqlText Autovacuum(PgSchema schema) => SqlText.Of(
        $$"""
        SELECT format('ALTER TABLE %s SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)', relid::regclass)
        FROM pg_stat_user_tables
        JOIN pg_class ON pg_class.oid = relid
        WHERE schemaname IN ({{Schemas(schema)}})
          AND n_tup_upd + n_tup_del > 10000
          AND n_tup_upd + n_tup_del > n_live_tup / 5
          AND NOT coalesce(reloptions::text LIKE '%autovacuum_vacuum_scale_factor%', false)
        ORDER BY relid::regclass::text
        \gexec
        """);

    private static SqlText Analyze(PgSchema schema) => SqlText.Of(
        $$"""
        SELECT format('ANALYZE %s', relid::regclass)
        FROM pg_stat_user_tables
        WHERE schemaname IN ({{Schemas(schema)}}) AND n_mod_since_analyze > greatest(1000, n_live_tup / 10)
        ORDER BY relid::regclass::text
        \gexec
        """);

    /// <summary>An index more than twice the size its entries need is rebuilt beside the readers.</summary>
    private static SqlText Rebuild(PgSchema schema) => SqlText.Of(
        $$"""
        SELECT format('REINDEX INDEX CONCURRENTLY %s', indexrelid::regclass)
        FROM pg_index
        JOIN pg_class AS index ON index.oid = indexrelid
        JOIN pg_am ON pg_am.oid = index.relam AND amname = 'btree'
        JOIN pg_namespace ON pg_namespace.oid = index.relnamespace
        WHERE nspname IN ({{Schemas(schema)}})
          AND index.relkind = 'i'
          AND index.relpages > 1000
          AND index.relpages * 8152.0 > 2 * greatest(index.reltuples, 1) * (20 + 8 * indnkeyatts + (
              SELECT coalesce(sum(avg_width), 8 * indnkeyatts)
              FROM pg_attribute
              LEFT JOIN pg_stats ON schemaname = nspname AND tablename = (SELECT relname FROM pg_class WHERE oid = indrelid) AND pg_stats.attname = pg_attribute.attname
              WHERE attrelid = indrelid AND attnum = ANY (indkey::smallint[])))
        ORDER BY index.relpages DESC
        \gexec
        """);

    private static SqlText Schemas(PgSchema schema) => SqlText.Join(", ", schema.Schemas.Select(name => SqlText.Of($"{SqlLiteral.String(name.Text)}")));
}
