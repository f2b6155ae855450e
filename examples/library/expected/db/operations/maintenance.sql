-- Upkeep of Quiet Shelf. Run it weekly as the owner: psql -X -v ON_ERROR_STOP=1 -f maintenance.sql
-- No VACUUM FULL: it blocks every reader. Autovacuum keeps sizes; these statements only adjust and repair.

SET lock_timeout = '1s';

SELECT format('ALTER TABLE %s SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)', relid::regclass)
FROM pg_stat_user_tables
JOIN pg_class ON pg_class.oid = relid
WHERE schemaname IN ('app', 'audit')
  AND n_tup_upd + n_tup_del > 10000
  AND n_tup_upd + n_tup_del > n_live_tup / 5
  AND NOT coalesce(reloptions::text LIKE '%autovacuum_vacuum_scale_factor%', false)
ORDER BY relid::regclass::text
\gexec

SELECT format('ANALYZE %s', relid::regclass)
FROM pg_stat_user_tables
WHERE schemaname IN ('app', 'audit') AND n_mod_since_analyze > greatest(1000, n_live_tup / 10)
ORDER BY relid::regclass::text
\gexec

SELECT format('REINDEX INDEX CONCURRENTLY %s', indexrelid::regclass)
FROM pg_index
JOIN pg_class AS index ON index.oid = indexrelid
JOIN pg_am ON pg_am.oid = index.relam AND amname = 'btree'
JOIN pg_namespace ON pg_namespace.oid = index.relnamespace
WHERE nspname IN ('app', 'audit')
  AND index.relkind = 'i'
  AND index.relpages > 1000
  AND index.relpages * 8152.0 > 2 * greatest(index.reltuples, 1) * (20 + 8 * indnkeyatts + (
      SELECT coalesce(sum(avg_width), 8 * indnkeyatts)
      FROM pg_attribute
      LEFT JOIN pg_stats ON schemaname = nspname AND tablename = (SELECT relname FROM pg_class WHERE oid = indrelid) AND pg_stats.attname = pg_attribute.attname
      WHERE attrelid = indrelid AND attnum = ANY (indkey::smallint[])))
ORDER BY index.relpages DESC
\gexec
