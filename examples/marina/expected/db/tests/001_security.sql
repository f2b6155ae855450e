-- Checks the security of Berthline in the catalogue: psql -X -v ON_ERROR_STOP=1 -f db/tests/001_security.sql
-- It reads only. Each check raises an exception that names what it found.

DO $check$
DECLARE
    found text;
BEGIN
    SELECT string_agg(exception.name, ', ' ORDER BY exception.name) INTO found FROM (
        SELECT DISTINCT polrelid::regclass::text FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid
        WHERE relnamespace IN ('app'::regnamespace, 'audit'::regnamespace) AND NOT (relrowsecurity AND relforcerowsecurity)
    ) AS exception (name);
    IF found IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'P0004', MESSAGE = 'not so: tables with policies force row security on everybody' || ': ' || found;
    END IF;
END
$check$;

DO $check$
DECLARE
    found text;
BEGIN
    SELECT string_agg(exception.name, ', ' ORDER BY exception.name) INTO found FROM (
        SELECT child.oid::regclass::text FROM pg_inherits JOIN pg_class AS child ON child.oid = inhrelid JOIN pg_class AS parent ON parent.oid = inhparent
        WHERE child.relkind = 'r' AND parent.relnamespace IN ('app'::regnamespace, 'audit'::regnamespace) AND parent.relrowsecurity AND NOT (child.relrowsecurity AND child.relforcerowsecurity)
    ) AS exception (name);
    IF found IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'P0004', MESSAGE = 'not so: partitions hide their rows when addressed directly' || ': ' || found;
    END IF;
END
$check$;

DO $check$
DECLARE
    found text;
BEGIN
    SELECT string_agg(exception.name, ', ' ORDER BY exception.name) INTO found FROM (
        SELECT oid::regprocedure::text FROM pg_proc
        WHERE pronamespace IN ('app'::regnamespace, 'audit'::regnamespace) AND prosecdef AND NOT coalesce(proconfig::text LIKE '%search_path=%', false)
    ) AS exception (name);
    IF found IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'P0004', MESSAGE = 'not so: functions that run as their owner pin the search path' || ': ' || found;
    END IF;
END
$check$;

DO $check$
DECLARE
    found text;
BEGIN
    SELECT string_agg(exception.name, ', ' ORDER BY exception.name) INTO found FROM (
        SELECT pg_class.oid::regclass::text FROM pg_class, aclexplode(relacl) AS grant_ WHERE relnamespace IN ('app'::regnamespace, 'audit'::regnamespace) AND grant_.grantee = 0
        UNION ALL
        SELECT pg_proc.oid::regprocedure::text FROM pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) AS grant_ WHERE pronamespace IN ('app'::regnamespace, 'audit'::regnamespace) AND grant_.grantee = 0
    ) AS exception (name);
    IF found IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'P0004', MESSAGE = 'not so: nothing is granted to everybody' || ': ' || found;
    END IF;
END
$check$;

DO $check$
DECLARE
    found text;
BEGIN
    SELECT string_agg(exception.name, ', ' ORDER BY exception.name) INTO found FROM (
        SELECT rolname::text FROM pg_roles
        WHERE rolname IN ('berthline_owner', 'berthline_migrator', 'berthline_application', 'berthline_readonly', 'berthline_auditor', 'berthline_job_runner', 'berthline_accountant', 'berthline_clerk', 'berthline_guest', 'berthline_harbour_master') AND (rolsuper OR rolbypassrls)
    ) AS exception (name);
    IF found IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'P0004', MESSAGE = 'not so: no role of the product bypasses row security, except the one that fills the reports, as which nobody can act' || ': ' || found;
    END IF;
END
$check$;

DO $check$
DECLARE
    found text;
BEGIN
    SELECT string_agg(exception.name, ', ' ORDER BY exception.name) INTO found FROM (
        SELECT conrelid::regclass::text || '.' || conname FROM pg_constraint WHERE connamespace IN ('app'::regnamespace, 'audit'::regnamespace) AND NOT convalidated
    ) AS exception (name);
    IF found IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'P0004', MESSAGE = 'not so: constraints are validated' || ': ' || found;
    END IF;
END
$check$;
