-- Migration: 003_secure_and_publish.sql
-- Product: Berthline
-- Run: psql -X -v ON_ERROR_STOP=1 -f db/migrations/003_secure_and_publish.sql, in the order of the names, as a superuser or as the database's owner with CREATEROLE.
-- Row security, views and grants: until here only the owner reaches a row.

BEGIN;
SET LOCAL lock_timeout = '5s';

SET ROLE berthline_owner;

CREATE POLICY tenant_access ON app.marinas AS PERMISSIVE FOR ALL
    USING (true)
    WITH CHECK (true);

CREATE POLICY tenant_isolation ON app.marinas AS RESTRICTIVE FOR ALL
    USING (id = (SELECT app.tenant_id()) OR (SELECT pg_has_role('berthline_job_runner', 'USAGE')))
    WITH CHECK (id = (SELECT app.tenant_id()));

CREATE POLICY tenant_access ON app.berths AS PERMISSIVE FOR ALL
    USING (true)
    WITH CHECK (true);

CREATE POLICY tenant_isolation ON app.berths AS RESTRICTIVE FOR ALL
    USING (marina_id = (SELECT app.tenant_id()))
    WITH CHECK (marina_id = (SELECT app.tenant_id()));

CREATE POLICY tenant_access ON app.users AS PERMISSIVE FOR ALL
    USING (true)
    WITH CHECK (true);

CREATE POLICY tenant_isolation ON app.users AS RESTRICTIVE FOR ALL
    USING (marina_id = (SELECT app.tenant_id()))
    WITH CHECK (marina_id = (SELECT app.tenant_id()));

CREATE POLICY tenant_access ON app.boats AS PERMISSIVE FOR ALL
    USING (true)
    WITH CHECK (true);

CREATE POLICY tenant_isolation ON app.boats AS RESTRICTIVE FOR ALL
    USING (marina_id = (SELECT app.tenant_id()))
    WITH CHECK (marina_id = (SELECT app.tenant_id()));

CREATE POLICY tenant_access ON app.bookings AS PERMISSIVE FOR ALL
    USING (true)
    WITH CHECK (true);

CREATE POLICY tenant_isolation ON app.bookings AS RESTRICTIVE FOR ALL
    USING (marina_id = (SELECT app.tenant_id()))
    WITH CHECK (marina_id = (SELECT app.tenant_id()));

CREATE POLICY tenant_access ON app.invoices AS PERMISSIVE FOR ALL
    USING (true)
    WITH CHECK (true);

CREATE POLICY tenant_isolation ON app.invoices AS RESTRICTIVE FOR ALL
    USING (marina_id = (SELECT app.tenant_id()))
    WITH CHECK (marina_id = (SELECT app.tenant_id()));

CREATE POLICY tenant_access ON app.payments AS PERMISSIVE FOR ALL
    USING (true)
    WITH CHECK (true);

CREATE POLICY tenant_isolation ON app.payments AS RESTRICTIVE FOR ALL
    USING (marina_id = (SELECT app.tenant_id()))
    WITH CHECK (marina_id = (SELECT app.tenant_id()));

CREATE POLICY guest_select_limit ON app.bookings AS RESTRICTIVE FOR SELECT TO berthline_guest
    USING (guest_id = (SELECT app.user_id()));

CREATE POLICY guest_select_limit ON app.invoices AS RESTRICTIVE FOR SELECT TO berthline_guest
    USING (EXISTS (SELECT FROM app.bookings WHERE bookings.marina_id = invoices.marina_id AND bookings.id = invoices.booking_id AND bookings.guest_id = (SELECT app.user_id())));

CREATE POLICY tenant_access ON audit.audit_logs AS PERMISSIVE FOR ALL
    USING (true)
    WITH CHECK (true);

CREATE POLICY tenant_isolation ON audit.audit_logs AS RESTRICTIVE FOR SELECT
    USING (marina_id = (SELECT app.tenant_id()));

ALTER TABLE app.marinas ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.marinas FORCE ROW LEVEL SECURITY;
ALTER TABLE app.berths ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.berths FORCE ROW LEVEL SECURITY;
ALTER TABLE app.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.users FORCE ROW LEVEL SECURITY;
ALTER TABLE app.boats ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.boats FORCE ROW LEVEL SECURITY;
ALTER TABLE app.bookings ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.bookings FORCE ROW LEVEL SECURITY;
ALTER TABLE app.invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.invoices FORCE ROW LEVEL SECURITY;
ALTER TABLE app.payments ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.payments FORCE ROW LEVEL SECURITY;
ALTER TABLE audit.audit_logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.audit_logs FORCE ROW LEVEL SECURITY;

CREATE VIEW app.users_masked WITH (security_barrier = true) AS
SELECT
    id,
    marina_id,
    CASE WHEN email ~ '^[^@]+@[^@]+$' AND position('@' in email) > 4 THEN left(email, 1) || '***@' || split_part(email, '@', 2) WHEN email IS NOT NULL THEN '***' END AS email,
    role,
    CASE WHEN char_length(first_name) >= 2 THEN left(first_name, 1) || '***' WHEN first_name IS NOT NULL THEN '***' END AS first_name,
    CASE WHEN char_length(last_name) >= 2 THEN left(last_name, 1) || '***' WHEN last_name IS NOT NULL THEN '***' END AS last_name,
    CASE WHEN char_length(phone) >= 8 THEN '***' || right(phone, 4) WHEN phone IS NOT NULL THEN '***' END AS phone,
    status,
    created_at,
    updated_at,
    version
FROM app.users AS this_row;

REVOKE ALL ON SCHEMA app FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA app FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
REVOKE ALL ON SCHEMA audit FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA audit FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
GRANT USAGE ON SCHEMA app TO berthline_application;
GRANT EXECUTE ON FUNCTION app.uuid7() TO berthline_application;
GRANT EXECUTE ON FUNCTION app.tenant_id() TO berthline_application;
GRANT EXECUTE ON FUNCTION app.user_id() TO berthline_application;
GRANT EXECUTE ON FUNCTION app.minor_units(p_currency text) TO berthline_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.marinas TO berthline_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.berths TO berthline_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.users TO berthline_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.boats TO berthline_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.bookings TO berthline_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.invoices TO berthline_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.payments TO berthline_application;
GRANT SELECT ON TABLE app.users_masked TO berthline_application;
GRANT USAGE ON SCHEMA app TO berthline_readonly;
GRANT EXECUTE ON FUNCTION app.uuid7() TO berthline_readonly;
GRANT EXECUTE ON FUNCTION app.tenant_id() TO berthline_readonly;
GRANT EXECUTE ON FUNCTION app.user_id() TO berthline_readonly;
GRANT EXECUTE ON FUNCTION app.minor_units(p_currency text) TO berthline_readonly;
GRANT SELECT ON TABLE app.marinas TO berthline_readonly;
GRANT SELECT ON TABLE app.berths TO berthline_readonly;
GRANT SELECT (id, marina_id, role, status, created_at, updated_at, version) ON TABLE app.users TO berthline_readonly;
GRANT SELECT ON TABLE app.boats TO berthline_readonly;
GRANT SELECT ON TABLE app.bookings TO berthline_readonly;
GRANT SELECT ON TABLE app.invoices TO berthline_readonly;
GRANT SELECT ON TABLE app.payments TO berthline_readonly;
GRANT SELECT ON TABLE app.users_masked TO berthline_readonly;
GRANT USAGE ON SCHEMA app TO berthline_auditor;
GRANT EXECUTE ON FUNCTION app.uuid7() TO berthline_auditor;
GRANT EXECUTE ON FUNCTION app.tenant_id() TO berthline_auditor;
GRANT EXECUTE ON FUNCTION app.user_id() TO berthline_auditor;
GRANT EXECUTE ON FUNCTION app.minor_units(p_currency text) TO berthline_auditor;
GRANT USAGE ON SCHEMA app TO berthline_job_runner;
GRANT EXECUTE ON FUNCTION app.uuid7() TO berthline_job_runner;
GRANT EXECUTE ON FUNCTION app.tenant_id() TO berthline_job_runner;
GRANT EXECUTE ON FUNCTION app.user_id() TO berthline_job_runner;
GRANT EXECUTE ON FUNCTION app.job_time() TO berthline_job_runner;
GRANT EXECUTE ON FUNCTION app.minor_units(p_currency text) TO berthline_job_runner;
GRANT EXECUTE ON FUNCTION app.ensure_partitions(p_table regclass, p_unit text, p_by_uuid7 boolean, p_ahead integer) TO berthline_job_runner;
GRANT EXECUTE ON FUNCTION app.drop_expired_partitions(p_table regclass, p_keep interval) TO berthline_job_runner;
GRANT EXECUTE ON FUNCTION app.bookings_requested_timeout(p_batch integer) TO berthline_job_runner;
GRANT EXECUTE ON FUNCTION app.export_users(p_person uuid) TO berthline_job_runner;
GRANT EXECUTE ON FUNCTION app.erase_users(p_person uuid) TO berthline_job_runner;
GRANT SELECT ON TABLE app.marinas TO berthline_job_runner;
GRANT SELECT, UPDATE ON TABLE app.bookings TO berthline_job_runner;
GRANT USAGE ON SCHEMA app TO berthline_guest;
GRANT EXECUTE ON FUNCTION app.uuid7() TO berthline_guest;
GRANT EXECUTE ON FUNCTION app.tenant_id() TO berthline_guest;
GRANT EXECUTE ON FUNCTION app.user_id() TO berthline_guest;
GRANT EXECUTE ON FUNCTION app.minor_units(p_currency text) TO berthline_guest;
GRANT SELECT, INSERT ON TABLE app.boats TO berthline_guest;
GRANT SELECT, INSERT ON TABLE app.bookings TO berthline_guest;
GRANT SELECT ON TABLE app.invoices TO berthline_guest;
GRANT USAGE ON SCHEMA app TO berthline_harbour_master;
GRANT EXECUTE ON FUNCTION app.uuid7() TO berthline_harbour_master;
GRANT EXECUTE ON FUNCTION app.tenant_id() TO berthline_harbour_master;
GRANT EXECUTE ON FUNCTION app.user_id() TO berthline_harbour_master;
GRANT EXECUTE ON FUNCTION app.minor_units(p_currency text) TO berthline_harbour_master;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.berths TO berthline_harbour_master;
GRANT SELECT ON TABLE app.boats TO berthline_harbour_master;
GRANT SELECT, UPDATE ON TABLE app.bookings TO berthline_harbour_master;
GRANT SELECT ON TABLE app.invoices TO berthline_harbour_master;
GRANT SELECT ON TABLE app.marinas TO berthline_harbour_master;
GRANT SELECT ON TABLE app.payments TO berthline_harbour_master;
GRANT SELECT (id, marina_id, email, role, first_name, last_name, phone, passport_number_ciphertext, passport_number_key_id, status, created_at, updated_at, version) ON TABLE app.users TO berthline_harbour_master;
GRANT SELECT ON TABLE app.users_masked TO berthline_harbour_master;
GRANT USAGE ON SCHEMA app TO berthline_clerk;
GRANT EXECUTE ON FUNCTION app.uuid7() TO berthline_clerk;
GRANT EXECUTE ON FUNCTION app.tenant_id() TO berthline_clerk;
GRANT EXECUTE ON FUNCTION app.user_id() TO berthline_clerk;
GRANT EXECUTE ON FUNCTION app.minor_units(p_currency text) TO berthline_clerk;
GRANT SELECT ON TABLE app.berths TO berthline_clerk;
GRANT SELECT ON TABLE app.boats TO berthline_clerk;
GRANT SELECT, INSERT, UPDATE ON TABLE app.bookings TO berthline_clerk;
GRANT SELECT, INSERT ON TABLE app.invoices TO berthline_clerk;
GRANT USAGE ON SCHEMA app TO berthline_accountant;
GRANT EXECUTE ON FUNCTION app.uuid7() TO berthline_accountant;
GRANT EXECUTE ON FUNCTION app.tenant_id() TO berthline_accountant;
GRANT EXECUTE ON FUNCTION app.user_id() TO berthline_accountant;
GRANT EXECUTE ON FUNCTION app.minor_units(p_currency text) TO berthline_accountant;
GRANT SELECT, UPDATE ON TABLE app.invoices TO berthline_accountant;
GRANT SELECT, INSERT ON TABLE app.payments TO berthline_accountant;
GRANT USAGE ON SCHEMA audit TO berthline_job_runner;
GRANT USAGE ON SCHEMA audit TO berthline_auditor;
GRANT SELECT ON TABLE audit.audit_logs TO berthline_auditor;
RESET ROLE;

COMMIT;
