-- Migration: 003_secure_and_publish.sql
-- Product: Quiet Shelf
-- Run: psql -X -v ON_ERROR_STOP=1 -f db/migrations/003_secure_and_publish.sql, in the order of the names, as a superuser or as the database's owner with CREATEROLE.
-- Row security, views, grants and reports: until here only the owner reaches a row.

BEGIN;
SET LOCAL lock_timeout = '5s';

SET ROLE quiet_shelf_owner;

-- Lock of each policy: ACCESS EXCLUSIVE, for a moment nobody reads.
-- On a table in use: policies before ENABLE ROW LEVEL SECURITY, so that no query sees nothing, a lock_timeout of 100 ms, and another try.
CREATE POLICY tenant_access ON app.loans AS PERMISSIVE FOR ALL
    USING (true)
    WITH CHECK (true);

CREATE POLICY member_select_limit ON app.loans AS RESTRICTIVE FOR SELECT TO quiet_shelf_member
    USING (member_id = (SELECT app.user_id()));

ALTER TABLE app.loans ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.loans FORCE ROW LEVEL SECURITY;

CREATE VIEW app.members_masked WITH (security_barrier = true) AS
SELECT
    id,
    card_number,
    CASE WHEN char_length(first_name) >= 2 THEN left(first_name, 1) || '***' WHEN first_name IS NOT NULL THEN '***' END AS first_name,
    CASE WHEN char_length(last_name) >= 2 THEN left(last_name, 1) || '***' WHEN last_name IS NOT NULL THEN '***' END AS last_name,
    CASE WHEN email ~ '^[^@]+@[^@]+$' AND position('@' in email) > 4 THEN left(email, 1) || '***@' || split_part(email, '@', 2) WHEN email IS NOT NULL THEN '***' END AS email,
    role,
    NULL::date AS birth_date,
    is_active,
    joined_on,
    created_at,
    updated_at,
    version
FROM app.members AS this_row;

REVOKE ALL ON SCHEMA app FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA app FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
REVOKE ALL ON SCHEMA audit FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA audit FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
GRANT USAGE ON SCHEMA app TO quiet_shelf_application;
GRANT EXECUTE ON FUNCTION app.uuid7() TO quiet_shelf_application;
GRANT EXECUTE ON FUNCTION app.user_id() TO quiet_shelf_application;
GRANT SELECT, INSERT, UPDATE ON TABLE app.books TO quiet_shelf_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.members TO quiet_shelf_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.subjects TO quiet_shelf_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.book_subjects TO quiet_shelf_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.copies TO quiet_shelf_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.loans TO quiet_shelf_application;
GRANT SELECT ON TABLE app.members_masked TO quiet_shelf_application;
GRANT USAGE ON SCHEMA app TO quiet_shelf_readonly;
GRANT EXECUTE ON FUNCTION app.uuid7() TO quiet_shelf_readonly;
GRANT EXECUTE ON FUNCTION app.user_id() TO quiet_shelf_readonly;
GRANT SELECT ON TABLE app.books TO quiet_shelf_readonly;
GRANT SELECT (id, card_number, role, is_active, joined_on, created_at, updated_at, version) ON TABLE app.members TO quiet_shelf_readonly;
GRANT SELECT ON TABLE app.subjects TO quiet_shelf_readonly;
GRANT SELECT ON TABLE app.book_subjects TO quiet_shelf_readonly;
GRANT SELECT ON TABLE app.copies TO quiet_shelf_readonly;
GRANT SELECT ON TABLE app.loans TO quiet_shelf_readonly;
GRANT SELECT ON TABLE app.members_masked TO quiet_shelf_readonly;
GRANT USAGE ON SCHEMA app TO quiet_shelf_auditor;
GRANT EXECUTE ON FUNCTION app.uuid7() TO quiet_shelf_auditor;
GRANT EXECUTE ON FUNCTION app.user_id() TO quiet_shelf_auditor;
GRANT USAGE ON SCHEMA app TO quiet_shelf_job_runner;
GRANT EXECUTE ON FUNCTION app.uuid7() TO quiet_shelf_job_runner;
GRANT EXECUTE ON FUNCTION app.user_id() TO quiet_shelf_job_runner;
GRANT EXECUTE ON FUNCTION app.job_time() TO quiet_shelf_job_runner;
GRANT EXECUTE ON FUNCTION app.ensure_partitions(p_table regclass, p_unit text, p_by_uuid7 boolean, p_ahead integer) TO quiet_shelf_job_runner;
GRANT EXECUTE ON FUNCTION app.drop_expired_partitions(p_table regclass, p_keep interval) TO quiet_shelf_job_runner;
GRANT USAGE ON SCHEMA app TO quiet_shelf_librarian;
GRANT EXECUTE ON FUNCTION app.uuid7() TO quiet_shelf_librarian;
GRANT EXECUTE ON FUNCTION app.user_id() TO quiet_shelf_librarian;
GRANT SELECT, INSERT, UPDATE ON TABLE app.books TO quiet_shelf_librarian;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.copies TO quiet_shelf_librarian;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.loans TO quiet_shelf_librarian;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.members TO quiet_shelf_librarian;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE app.subjects TO quiet_shelf_librarian;
GRANT SELECT ON TABLE app.members_masked TO quiet_shelf_librarian;
GRANT USAGE ON SCHEMA app TO quiet_shelf_member;
GRANT EXECUTE ON FUNCTION app.uuid7() TO quiet_shelf_member;
GRANT EXECUTE ON FUNCTION app.user_id() TO quiet_shelf_member;
GRANT SELECT ON TABLE app.books TO quiet_shelf_member;
GRANT SELECT ON TABLE app.loans TO quiet_shelf_member;
GRANT USAGE ON SCHEMA audit TO quiet_shelf_job_runner;
GRANT USAGE ON SCHEMA audit TO quiet_shelf_auditor;
GRANT SELECT ON TABLE audit.audit_logs TO quiet_shelf_auditor;
RESET ROLE;

DO $role$
BEGIN
    IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = CURRENT_USER) THEN
        GRANT quiet_shelf_owner TO CURRENT_USER;
    END IF;
END
$role$;

CREATE SCHEMA report AUTHORIZATION quiet_shelf_owner;
CREATE SCHEMA search AUTHORIZATION quiet_shelf_owner;
SET ROLE quiet_shelf_owner;
REVOKE ALL ON SCHEMA report FROM PUBLIC;
GRANT USAGE ON SCHEMA report TO quiet_shelf_job_runner;
COMMENT ON SCHEMA report IS 'Reports as they were last made, out of the reach of people''s roles';
REVOKE ALL ON SCHEMA search FROM PUBLIC;
GRANT USAGE ON SCHEMA search TO quiet_shelf_application;
GRANT USAGE ON SCHEMA search TO quiet_shelf_readonly;
GRANT USAGE ON SCHEMA search TO quiet_shelf_librarian;
GRANT USAGE ON SCHEMA search TO quiet_shelf_member;
COMMENT ON SCHEMA search IS 'Searches for words, which answer with keys';

CREATE MATERIALIZED VIEW report.loans_by_book_2 AS
SELECT
    above_1.book_id AS book_id,
    count(*) AS number_of_loans
FROM app.loans AS counted
LEFT JOIN app.copies AS above_1 ON above_1.id = counted.copy_id
GROUP BY 1;

CREATE UNIQUE INDEX loans_by_book_2_key ON report.loans_by_book_2 (book_id);
CREATE INDEX loans_by_book_2_top_idx ON report.loans_by_book_2 (number_of_loans DESC);

CREATE FUNCTION report.refresh_loans_by_book_2() RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    REFRESH MATERIALIZED VIEW CONCURRENTLY report.loans_by_book_2;
END;
$function$;

REVOKE ALL ON FUNCTION report.refresh_loans_by_book_2() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.refresh_loans_by_book_2() TO quiet_shelf_job_runner;
COMMENT ON MATERIALIZED VIEW report.loans_by_book_2 IS 'Number of loans per book (PRD.md:36)';
COMMENT ON FUNCTION report.refresh_loans_by_book_2() IS 'Makes report.loans_by_book_2 anew while others read it, every hour (PRD.md:36)';

CREATE FUNCTION search.books(p_text text, p_most integer DEFAULT 50) RETURNS TABLE (id uuid)
    LANGUAGE sql STABLE
AS $function$
SELECT found.id
FROM app.books AS found
WHERE (found.search_words @@ (SELECT string_agg(quote_literal(typed) || ':*', ' & ')::tsquery FROM unnest(tsvector_to_array(to_tsvector('simple', p_text))) AS typed))
  AND found.deleted_at IS NULL
ORDER BY ts_rank(found.search_words, (SELECT string_agg(quote_literal(typed) || ':*', ' & ')::tsquery FROM unnest(tsvector_to_array(to_tsvector('simple', p_text))) AS typed)) DESC, found.id
LIMIT p_most
$function$;

REVOKE ALL ON FUNCTION search.books(p_text text, p_most integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.books(p_text text, p_most integer) TO quiet_shelf_application;
GRANT EXECUTE ON FUNCTION search.books(p_text text, p_most integer) TO quiet_shelf_readonly;
GRANT EXECUTE ON FUNCTION search.books(p_text text, p_most integer) TO quiet_shelf_librarian;
GRANT EXECUTE ON FUNCTION search.books(p_text text, p_most integer) TO quiet_shelf_member;
COMMENT ON FUNCTION search.books(p_text text, p_most integer) IS 'Keys of books that hold words that begin like those of the text, the best first, or the text in title or author; read them through the table (PRD.md:30)';
RESET ROLE;
SET ROLE quiet_shelf_owner;

CREATE VIEW app.loans_by_book WITH (security_invoker = true, security_barrier = true) AS
SELECT
    above_1.book_id AS book_id,
    count(*) AS number_of_open_loans
FROM app.loans AS counted
LEFT JOIN app.copies AS above_1 ON above_1.id = counted.copy_id
WHERE (counted.status = 'open')
GROUP BY 1;

GRANT SELECT ON TABLE app.loans_by_book TO quiet_shelf_application;
GRANT SELECT ON TABLE app.loans_by_book TO quiet_shelf_readonly;
GRANT SELECT ON TABLE app.loans_by_book TO quiet_shelf_librarian;

CREATE VIEW app.loans_by_book_2 WITH (security_barrier = true) AS
SELECT book_id, number_of_loans
FROM report.loans_by_book_2;

GRANT SELECT ON TABLE app.loans_by_book_2 TO quiet_shelf_application;
GRANT SELECT ON TABLE app.loans_by_book_2 TO quiet_shelf_readonly;
GRANT SELECT ON TABLE app.loans_by_book_2 TO quiet_shelf_librarian;
RESET ROLE;

COMMIT;
