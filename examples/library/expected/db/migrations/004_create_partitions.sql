-- Migration: 004_create_partitions.sql
-- Product: Quiet Shelf
-- Run: psql -X -v ON_ERROR_STOP=1 -f db/migrations/004_create_partitions.sql, in the order of the names, as a superuser or as the database's owner with CREATEROLE.
-- The first partitions, each table's in a transaction of its own; it can be run again.

SET ROLE quiet_shelf_owner;

-- Lock of each partition: SHARE UPDATE EXCLUSIVE, everybody goes on.
-- On a table in use: CREATE TABLE ... (LIKE ...), then ATTACH PARTITION, where PARTITION OF would take ACCESS EXCLUSIVE.
SELECT app.ensure_partitions('audit.audit_logs', 'month', false, 3);

RESET ROLE;
