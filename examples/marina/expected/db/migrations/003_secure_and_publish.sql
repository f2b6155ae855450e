-- Migration: 003_secure_and_publish.sql
-- Product: Berthline
-- Run: psql -X -v ON_ERROR_STOP=1 -f db/migrations/003_secure_and_publish.sql, in the order of the names, as a superuser or as the database's owner with CREATEROLE.
-- Row security, views, grants and reports: until here only the owner reaches a row.

BEGIN;
SET LOCAL lock_timeout = '5s';

SET ROLE berthline_owner;

-- Lock of each policy: ACCESS EXCLUSIVE, for a moment nobody reads.
-- On a table in use: policies before ENABLE ROW LEVEL SECURITY, so that no query sees nothing, a lock_timeout of 100 ms, and another try.
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

CREATE POLICY tenant_access ON app.berth_photos AS PERMISSIVE FOR ALL
    USING (true)
    WITH CHECK (true);

CREATE POLICY tenant_isolation ON app.berth_photos AS RESTRICTIVE FOR ALL
    USING (marina_id = (SELECT app.tenant_id()))
    WITH CHECK (marina_id = (SELECT app.tenant_id()));

CREATE POLICY tenant_access ON app.boats AS PERMISSIVE FOR ALL
    USING (true)
    WITH CHECK (true);

CREATE POLICY tenant_isolation ON app.boats AS RESTRICTIVE FOR ALL
    USING (marina_id = (SELECT app.tenant_id()))
    WITH CHECK (marina_id = (SELECT app.tenant_id()));

CREATE POLICY tenant_access ON app.consents AS PERMISSIVE FOR ALL
    USING (true)
    WITH CHECK (true);

CREATE POLICY tenant_isolation ON app.consents AS RESTRICTIVE FOR ALL
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

CREATE POLICY tenant_access ON app.invoices_number_counters AS PERMISSIVE FOR ALL
    USING (true)
    WITH CHECK (true);

CREATE POLICY tenant_isolation ON app.invoices_number_counters AS RESTRICTIVE FOR ALL
    USING (marina_id = (SELECT app.tenant_id()))
    WITH CHECK (marina_id = (SELECT app.tenant_id()));

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
ALTER TABLE app.berth_photos ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.berth_photos FORCE ROW LEVEL SECURITY;
ALTER TABLE app.boats ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.boats FORCE ROW LEVEL SECURITY;
ALTER TABLE app.consents ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.consents FORCE ROW LEVEL SECURITY;
ALTER TABLE app.bookings ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.bookings FORCE ROW LEVEL SECURITY;
ALTER TABLE app.invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.invoices FORCE ROW LEVEL SECURITY;
ALTER TABLE app.payments ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.payments FORCE ROW LEVEL SECURITY;
ALTER TABLE app.invoices_number_counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.invoices_number_counters FORCE ROW LEVEL SECURITY;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.berth_photos TO berthline_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.boats TO berthline_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.consents TO berthline_application;
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
GRANT SELECT ON TABLE app.berth_photos TO berthline_readonly;
GRANT SELECT ON TABLE app.boats TO berthline_readonly;
GRANT SELECT ON TABLE app.consents TO berthline_readonly;
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
GRANT SELECT ON TABLE app.berth_photos TO berthline_harbour_master;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.berths TO berthline_harbour_master;
GRANT SELECT ON TABLE app.boats TO berthline_harbour_master;
GRANT SELECT, UPDATE ON TABLE app.bookings TO berthline_harbour_master;
GRANT SELECT ON TABLE app.consents TO berthline_harbour_master;
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
GRANT USAGE ON SCHEMA app TO berthline_reporter;
GRANT SELECT (arrival, berth_id, currency, marina_id, price, status) ON TABLE app.bookings TO berthline_reporter;
GRANT SELECT (id, time_zone) ON TABLE app.marinas TO berthline_reporter;
GRANT SELECT (amount, currency, marina_id, method, paid_at) ON TABLE app.payments TO berthline_reporter;
GRANT EXECUTE ON FUNCTION app.tenant_id() TO berthline_reporter;
GRANT SELECT (id, marina_id, name) ON TABLE app.boats TO berthline_reporter;
RESET ROLE;

DO $role$
BEGIN
    IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = CURRENT_USER) THEN
        GRANT berthline_reporter TO CURRENT_USER;
    END IF;
END
$role$;

CREATE SCHEMA report AUTHORIZATION berthline_reporter;
CREATE SCHEMA search AUTHORIZATION berthline_reporter;
SET ROLE berthline_reporter;
REVOKE ALL ON SCHEMA report FROM PUBLIC;
GRANT USAGE ON SCHEMA report TO berthline_job_runner;
GRANT USAGE ON SCHEMA report TO berthline_owner;
COMMENT ON SCHEMA report IS 'Reports as they were last made, out of the reach of people''s roles';
REVOKE ALL ON SCHEMA search FROM PUBLIC;
GRANT USAGE ON SCHEMA search TO berthline_application;
GRANT USAGE ON SCHEMA search TO berthline_readonly;
GRANT USAGE ON SCHEMA search TO berthline_guest;
GRANT USAGE ON SCHEMA search TO berthline_harbour_master;
GRANT USAGE ON SCHEMA search TO berthline_clerk;
COMMENT ON SCHEMA search IS 'Searches for words, which answer with keys';

CREATE MATERIALIZED VIEW report.bookings_by_berth_and_currency_and_month AS
SELECT
    counted.marina_id,
    counted.berth_id AS berth_id,
    counted.currency AS currency,
    date_trunc('month', counted.arrival AT TIME ZONE coalesce(above_1.time_zone, 'UTC'))::date AS month,
    count(*) FILTER (WHERE (counted.status = 'confirmed')) AS number_of_confirmed_bookings,
    sum(counted.price) AS total_price_of_bookings
FROM app.bookings AS counted
LEFT JOIN app.marinas AS above_1 ON above_1.id = counted.marina_id
GROUP BY 1, 2, 3, 4;

CREATE UNIQUE INDEX bookings_by_berth_and_currency_and_month_key ON report.bookings_by_berth_and_currency_and_month (marina_id, berth_id, currency, month);

CREATE FUNCTION report.refresh_bookings_by_berth_and_currency_and_month() RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    REFRESH MATERIALIZED VIEW CONCURRENTLY report.bookings_by_berth_and_currency_and_month;
END;
$function$;

REVOKE ALL ON FUNCTION report.refresh_bookings_by_berth_and_currency_and_month() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.refresh_bookings_by_berth_and_currency_and_month() TO berthline_job_runner;
GRANT SELECT ON TABLE report.bookings_by_berth_and_currency_and_month TO berthline_owner;
COMMENT ON MATERIALIZED VIEW report.bookings_by_berth_and_currency_and_month IS 'Number of confirmed bookings, total price of bookings per berth and currency and month (PRD.md:29)';
COMMENT ON FUNCTION report.refresh_bookings_by_berth_and_currency_and_month() IS 'Makes report.bookings_by_berth_and_currency_and_month anew while others read it, every hour (PRD.md:29)';

CREATE MATERIALIZED VIEW report.payments_by_method_and_currency_and_month AS
SELECT
    counted.marina_id,
    counted.method AS method,
    counted.currency AS currency,
    date_trunc('month', counted.paid_at AT TIME ZONE coalesce(above_1.time_zone, 'UTC'))::date AS month,
    sum(counted.amount) AS total_amount_of_payments
FROM app.payments AS counted
LEFT JOIN app.marinas AS above_1 ON above_1.id = counted.marina_id
GROUP BY 1, 2, 3, 4;

CREATE UNIQUE INDEX payments_by_method_and_currency_and_month_key ON report.payments_by_method_and_currency_and_month (marina_id, method, currency, month);

CREATE FUNCTION report.refresh_payments_by_method_and_currency_and_month() RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    REFRESH MATERIALIZED VIEW CONCURRENTLY report.payments_by_method_and_currency_and_month;
END;
$function$;

REVOKE ALL ON FUNCTION report.refresh_payments_by_method_and_currency_and_month() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.refresh_payments_by_method_and_currency_and_month() TO berthline_job_runner;
GRANT SELECT ON TABLE report.payments_by_method_and_currency_and_month TO berthline_owner;
COMMENT ON MATERIALIZED VIEW report.payments_by_method_and_currency_and_month IS 'Total amount of payments per method and currency and month (PRD.md:30)';
COMMENT ON FUNCTION report.refresh_payments_by_method_and_currency_and_month() IS 'Makes report.payments_by_method_and_currency_and_month anew while others read it, every day (PRD.md:30)';

CREATE FUNCTION search.boats(p_text text, p_most integer DEFAULT 50) RETURNS TABLE (id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
SELECT found.id
FROM app.boats AS found
WHERE found.marina_id = (SELECT app.tenant_id())
  AND (found.name ILIKE '%' || replace(replace(replace(p_text, '\', '\\'), '%', '\%'), '_', '\_') || '%')
ORDER BY 1
LIMIT p_most
$function$;

REVOKE ALL ON FUNCTION search.boats(p_text text, p_most integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.boats(p_text text, p_most integer) TO berthline_application;
GRANT EXECUTE ON FUNCTION search.boats(p_text text, p_most integer) TO berthline_readonly;
GRANT EXECUTE ON FUNCTION search.boats(p_text text, p_most integer) TO berthline_guest;
GRANT EXECUTE ON FUNCTION search.boats(p_text text, p_most integer) TO berthline_harbour_master;
GRANT EXECUTE ON FUNCTION search.boats(p_text text, p_most integer) TO berthline_clerk;
COMMENT ON FUNCTION search.boats(p_text text, p_most integer) IS 'Keys of the tenant''s boats that hold the text in name; read them through the table (PRD.md:19)';
RESET ROLE;

DO $role$
BEGIN
    IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = CURRENT_USER) THEN
        REVOKE berthline_reporter FROM CURRENT_USER;
    END IF;
END
$role$;

SET ROLE berthline_owner;

CREATE VIEW app.bookings_by_berth_and_currency_and_month WITH (security_barrier = true) AS
SELECT marina_id, berth_id, currency, month, number_of_confirmed_bookings, total_price_of_bookings
FROM report.bookings_by_berth_and_currency_and_month
WHERE marina_id = (SELECT app.tenant_id());

GRANT SELECT ON TABLE app.bookings_by_berth_and_currency_and_month TO berthline_application;
GRANT SELECT ON TABLE app.bookings_by_berth_and_currency_and_month TO berthline_readonly;
GRANT SELECT ON TABLE app.bookings_by_berth_and_currency_and_month TO berthline_harbour_master;

CREATE VIEW app.payments_by_method_and_currency_and_month WITH (security_barrier = true) AS
SELECT marina_id, method, currency, month, total_amount_of_payments
FROM report.payments_by_method_and_currency_and_month
WHERE marina_id = (SELECT app.tenant_id());

GRANT SELECT ON TABLE app.payments_by_method_and_currency_and_month TO berthline_application;
GRANT SELECT ON TABLE app.payments_by_method_and_currency_and_month TO berthline_readonly;
GRANT SELECT ON TABLE app.payments_by_method_and_currency_and_month TO berthline_harbour_master;
RESET ROLE;

COMMIT;
