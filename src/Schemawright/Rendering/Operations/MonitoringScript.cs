using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Operations;

/// <summary>What to watch: each query names its alarm.</summary>
internal static class MonitoringScript
{
    public static Artifact Render(DataDesign design, PgSchema schema) => new(OperationFiles.Folder + "monitoring.sql", SqlFile.Statements(
    [
        $"Vital signs of {design.Domain.AppName}: psql -X -f monitoring.sql, as a member of pg_monitor.",
    ],
    [
        Sizes(schema), LongTransactions, Blocked, Slots, Archiver(design.Recovery), Statements, Partitions(schema), Insecure(schema),
    ]));

    private static SqlText Sizes(PgSchema schema) => SqlText.Of(
        $"""
        -- Sizes and dead rows; alarm: dead rows above a fifth of the live ones.
        SELECT relid::regclass AS table_name,
               pg_size_pretty(pg_total_relation_size(relid)) AS size,
               n_live_tup AS live_rows,
               n_dead_tup AS dead_rows,
               last_autovacuum
        FROM pg_stat_user_tables
        WHERE schemaname IN ({Schemas(schema)})
        ORDER BY pg_total_relation_size(relid) DESC
        LIMIT 20;
        """);

    private static SqlText LongTransactions => SqlText.Of(
        $"""
        -- Open transactions keep every dead row; alarm: older than five minutes.
        SELECT pid, usename, state, now() - xact_start AS age, left(query, 80) AS query
        FROM pg_stat_activity
        WHERE xact_start < now() - interval '5 minutes'
        ORDER BY xact_start;
        """);

    private static SqlText Blocked => SqlText.Of(
        $"""
        -- Who waits for whom; alarm: any row that stays.
        SELECT pid, pg_blocking_pids(pid) AS waits_for, now() - query_start AS waits_since, left(query, 80) AS query
        FROM pg_stat_activity
        WHERE cardinality(pg_blocking_pids(pid)) > 0;
        """);

    private static SqlText Slots => SqlText.Of(
        $"""
        -- A slot nobody reads fills the disk; alarm: inactive, or more than 10 GB behind.
        SELECT slot_name, active, pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)) AS behind
        FROM pg_replication_slots;
        """);

    private static SqlText Archiver(RecoveryDesign plan) => SqlText.Of(
        $"""
        -- Work not yet archived can be lost; alarm: last_archived_age beyond the recovery point objective, or a new failure.
        SELECT now() - last_archived_time AS last_archived_age,
               now() - last_archived_time > {Postgres.Lowering.IntervalSql.Write(plan.IsSynchronous ? new(2 * plan.WalArchiveTimeout, Terms.PeriodUnit.Second) : plan.Rpo)} AS beyond_objective,
               failed_count,
               last_failed_wal
        FROM pg_stat_archiver;
        """);

    private static SqlText Statements => SqlText.Of(
        $$"""
        -- Slowest statements, where pg_stat_statements is loaded.
        SELECT to_regclass('pg_stat_statements') IS NOT NULL AS has_statements \gset
        \if :has_statements
        SELECT calls, round(mean_exec_time::numeric, 1) AS mean_ms, round(total_exec_time::numeric) AS total_ms, left(query, 100) AS query
        FROM pg_stat_statements
        ORDER BY total_exec_time DESC
        LIMIT 10;
        \endif
        """);

    private static SqlText Partitions(PgSchema schema) => SqlText.Of(
        $"""
        -- Partitions ahead; alarm: fewer than two.
        SELECT inhparent::regclass AS table_name, count(*) AS partitions, max(pg_get_expr(relpartbound, pg_class.oid)) AS last
        FROM pg_inherits
        JOIN pg_class ON pg_class.oid = inhrelid
        JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE nspname IN ({Schemas(schema)}) AND relkind = 'r'
        GROUP BY inhparent
        ORDER BY 1;
        """);

    private static SqlText Insecure(PgSchema schema) => SqlText.Of(
        $"""
        -- Tables of tenants without forced row security; alarm: any row.
        SELECT DISTINCT policy.polrelid::regclass AS table_name
        FROM pg_policy AS policy
        JOIN pg_class ON pg_class.oid = policy.polrelid
        JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE nspname IN ({Schemas(schema)}) AND NOT (relrowsecurity AND relforcerowsecurity);
        """);

    private static SqlText Schemas(PgSchema schema) => SqlText.Join(", ", schema.Schemas.Select(name => SqlText.Of($"{SqlLiteral.String(name.Text)}")));
}
