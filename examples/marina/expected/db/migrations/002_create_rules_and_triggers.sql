-- Migration: 002_create_rules_and_triggers.sql
-- Product: Berthline
-- Run: psql -X -v ON_ERROR_STOP=1 -f db/migrations/002_create_rules_and_triggers.sql, in the order of the names, as a superuser or as the database's owner with CREATEROLE.
-- Functions and triggers: versions, states, business rules, limits, the audit log.

BEGIN;
SET LOCAL lock_timeout = '5s';

SET ROLE berthline_owner;

CREATE FUNCTION app.ensure_partitions(p_table regclass, p_unit text, p_by_uuid7 boolean, p_ahead integer) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    step    interval := CASE p_unit WHEN 'quarter' THEN interval '3 months' ELSE ('1 ' || p_unit)::interval END;
    pattern text := CASE p_unit WHEN 'day' THEN 'YYYY_MM_DD' WHEN 'week' THEN 'IYYY_"w"IW' WHEN 'quarter' THEN 'YYYY_"q"Q' WHEN 'year' THEN 'YYYY' ELSE 'YYYY_MM' END;
    parent  pg_class;
    home    text;
    base    text;
    child   text;
    lower_  timestamp;
    bounds  text[];
    made    integer := 0;
BEGIN
    SELECT * INTO STRICT parent FROM pg_class WHERE oid = p_table;
    SELECT nspname INTO STRICT home FROM pg_namespace WHERE oid = parent.relnamespace;
    base := CASE WHEN octet_length(parent.relname::text) <= 50 THEN parent.relname::text ELSE left(parent.relname::text, 10) || '_' || left(md5(parent.relname::text), 8) END;
    PERFORM pg_advisory_xact_lock(hashtextextended('ensure_partitions ' || home || '.' || base, 0));
    FOR ahead IN -1 .. p_ahead LOOP
        lower_ := date_trunc(p_unit, app.job_time() AT TIME ZONE 'UTC') + ahead * step;
        child := base || '_' || to_char(lower_, pattern);
        CONTINUE WHEN to_regclass(format('%I.%I', home, child)) IS NOT NULL;
        bounds := CASE WHEN p_by_uuid7
            THEN ARRAY[lpad(to_hex((extract(epoch FROM lower_) * 1000)::bigint), 12, '0') || repeat('0', 20),
                       lpad(to_hex((extract(epoch FROM lower_ + step) * 1000)::bigint), 12, '0') || repeat('0', 20)]
            ELSE ARRAY[to_char(lower_, 'YYYY-MM-DD HH24:MI:SS') || '+00', to_char(lower_ + step, 'YYYY-MM-DD HH24:MI:SS') || '+00'] END;
        EXECUTE format('CREATE TABLE %I.%I (LIKE %s INCLUDING ALL EXCLUDING IDENTITY)', home, child, p_table);
        IF parent.relrowsecurity THEN
            EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', home, child);
        END IF;
        EXECUTE format('ALTER TABLE %s ATTACH PARTITION %I.%I FOR VALUES FROM (%L) TO (%L)', p_table, home, child, bounds[1], bounds[2]);
        made := made + 1;
    END LOOP;
    RETURN made;
END;
$function$;

CREATE FUNCTION app.drop_expired_partitions(p_table regclass, p_keep interval) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    part    record;
    until_  timestamptz;
    gone    integer := 0;
BEGIN
    FOR part IN
        SELECT child.oid::regclass AS name, substring(pg_get_expr(child.relpartbound, child.oid) FROM $re$ TO \('([^']+)'\)$re$) AS bound
        FROM pg_inherits JOIN pg_class AS child ON child.oid = inhrelid
        WHERE inhparent = p_table
        ORDER BY child.relname
    LOOP
        until_ := CASE WHEN part.bound ~ '^[0-9a-f]+-[0-9a-f]+-[0-9a-f]+-'
            THEN to_timestamp(('x' || left(replace(part.bound, '-', ''), 12))::bit(48)::bigint / 1000.0)
            ELSE part.bound::timestamptz END;
        IF until_ <= app.job_time() - p_keep THEN
            EXECUTE format('ALTER TABLE %s DETACH PARTITION %s', p_table, part.name);
            EXECUTE format('DROP TABLE %s', part.name);
            gone := gone + 1;
        END IF;
    END LOOP;
    RETURN gone;
END;
$function$;

CREATE FUNCTION app.enforce_bookings_guest_active_rule() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    ref_1 app.users%ROWTYPE;
    missing boolean := false;
    tenant_before text;
    broken boolean;
BEGIN
    IF TG_OP = 'UPDATE' AND NOT (OLD.guest_id IS DISTINCT FROM NEW.guest_id) THEN
        RETURN NEW;
    END IF;
    tenant_before := app.enter_tenant(NEW.marina_id::text, false);
    SELECT looked_up.* INTO ref_1 FROM app.users AS looked_up WHERE looked_up.marina_id = NEW.marina_id AND looked_up.id = NEW.guest_id FOR SHARE;
    missing := missing OR (NOT FOUND AND NEW.guest_id IS NOT NULL);
    broken := NOT missing AND (ref_1.status = 'active') IS FALSE;
    PERFORM app.leave_tenant(tenant_before);
    IF broken THEN
        RAISE EXCEPTION USING
            ERRCODE    = '23514',
            MESSAGE    = 'guest must be active',
            SCHEMA     = 'app',
            TABLE      = 'bookings',
            CONSTRAINT = 'bookings_guest_active_rule';
    END IF;
    RETURN NEW;
END;
$function$;

CREATE FUNCTION app.enforce_bookings_arrival_not_before_today_rule() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    local_zone text;
    tenant_before text;
    broken boolean;
BEGIN
    IF TG_OP = 'UPDATE' AND NOT (OLD.arrival IS DISTINCT FROM NEW.arrival) THEN
        RETURN NEW;
    END IF;
    tenant_before := app.enter_tenant(NEW.marina_id::text, false);
    local_zone := coalesce((SELECT step_1.time_zone FROM app.marinas AS step_1 WHERE step_1.id = NEW.marina_id), 'UTC');
    broken := ((NEW.arrival AT TIME ZONE local_zone)::date >= (now() AT TIME ZONE local_zone)::date) IS FALSE;
    PERFORM app.leave_tenant(tenant_before);
    IF broken THEN
        RAISE EXCEPTION USING
            ERRCODE    = '23514',
            MESSAGE    = 'arrival must be >= today',
            SCHEMA     = 'app',
            TABLE      = 'bookings',
            CONSTRAINT = 'bookings_arrival_not_before_today_rule';
    END IF;
    RETURN NEW;
END;
$function$;

CREATE FUNCTION app.give_invoices_number() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    tenant_before text;
    next_number bigint;
    of_span date;
BEGIN
    IF NEW.marina_id IS NULL THEN
        RETURN NEW;
    END IF;
    tenant_before := app.enter_tenant(NEW.marina_id::text, false);
    of_span := date_trunc('year', now() AT TIME ZONE coalesce((SELECT step_1.time_zone FROM app.marinas AS step_1 WHERE step_1.id = NEW.marina_id), 'UTC'))::date;
    INSERT INTO app.invoices_number_counters AS counter (marina_id, span, given)
    VALUES (NEW.marina_id, of_span, 1)
    ON CONFLICT (marina_id, span) DO UPDATE SET given = counter.given + 1
    RETURNING counter.given INTO next_number;
    PERFORM app.leave_tenant(tenant_before);
    NEW.number := to_char(of_span, 'YYYY') || '-' || next_number::text;
    RETURN NEW;
END;
$function$;

CREATE FUNCTION app.enforce_invoices_number_without_gaps_numbering() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    touched record;
    tenant_before text;
    of_span date;
BEGIN
    FOR touched IN
        SELECT new_row.marina_id, count(*) AS added
        FROM new_rows AS new_row
    GROUP BY new_row.marina_id
    LOOP
        tenant_before := app.enter_tenant(touched.marina_id::text, true);
        of_span := date_trunc('year', now() AT TIME ZONE coalesce((SELECT step_1.time_zone FROM app.marinas AS step_1 WHERE step_1.id = touched.marina_id), 'UTC'))::date;
        UPDATE app.invoices_number_counters AS counter SET stored = counter.stored + touched.added
        WHERE counter.marina_id = touched.marina_id AND counter.span = of_span;
        PERFORM app.leave_tenant(tenant_before);
    END LOOP;
    IF EXISTS (SELECT FROM app.invoices_number_counters AS counter WHERE counter.stored <> counter.given) THEN
        RAISE EXCEPTION USING
            ERRCODE    = '23514',
            MESSAGE    = 'Invoice numbers are consecutive within the marina and begin again every year; there are no gaps',
            SCHEMA     = 'app',
            TABLE      = 'invoices',
            CONSTRAINT = 'invoices_number_without_gaps_numbering';
    END IF;
    RETURN NULL;
END;
$function$;

CREATE FUNCTION app.enforce_payments_kept_10y_guard() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    local_zone text;
    tenant_before text;
    broken boolean;
BEGIN
    tenant_before := app.enter_tenant(OLD.marina_id::text, false);
    local_zone := coalesce((SELECT step_1.time_zone FROM app.marinas AS step_1 WHERE step_1.id = OLD.marina_id), 'UTC');
    broken := ((OLD.created_at AT TIME ZONE local_zone + INTERVAL '10 years') > now() AT TIME ZONE local_zone);
    PERFORM app.leave_tenant(tenant_before);
    IF broken THEN
        RAISE EXCEPTION USING
            ERRCODE    = '23514',
            MESSAGE    = 'Rows are kept for 10 years from created_at.',
            SCHEMA     = 'app',
            TABLE      = 'payments',
            CONSTRAINT = 'payments_kept_10y_guard';
    END IF;
    RETURN OLD;
END;
$function$;

CREATE FUNCTION audit.record_marinas() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET enable_mergejoin = off
    SET jit = off
AS $function$
<<entry>>
DECLARE
    actor text := nullif(current_setting('app.actor', true), '');
    reason text := nullif(current_setting('app.reason', true), '');
    database_role text := coalesce(nullif(current_setting('role'), 'none'), SESSION_USER);
    transaction_id xid8 := pg_current_xact_id();
BEGIN
    CASE TG_OP
    WHEN 'INSERT' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT new_row.id, TG_TABLE_NAME, 'insert', jsonb_build_object('id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.id, TG_TABLE_NAME, 'update', jsonb_build_object('id', old_row.id),
               CASE WHEN old_row.name IS DISTINCT FROM new_row.name THEN jsonb_build_object('name', old_row.name) ELSE '{}' END
               || CASE WHEN old_row.subdomain IS DISTINCT FROM new_row.subdomain THEN jsonb_build_object('subdomain', old_row.subdomain) ELSE '{}' END
               || CASE WHEN old_row.country IS DISTINCT FROM new_row.country THEN jsonb_build_object('country', old_row.country) ELSE '{}' END
               || CASE WHEN old_row.time_zone IS DISTINCT FROM new_row.time_zone THEN jsonb_build_object('time_zone', old_row.time_zone) ELSE '{}' END
               || CASE WHEN old_row.settings IS DISTINCT FROM new_row.settings THEN jsonb_build_object('settings', old_row.settings) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.id, TG_TABLE_NAME, 'delete', jsonb_build_object('id', old_row.id),
               to_jsonb(old_row),
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row;
    ELSE
        INSERT INTO audit.audit_logs (table_name, verb, actor, reason, database_role, transaction_id)
        VALUES (TG_TABLE_NAME, 'truncate', entry.actor, entry.reason, entry.database_role, entry.transaction_id);
    END CASE;
    RETURN NULL;
END;
$function$;

CREATE FUNCTION audit.record_berths() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET enable_mergejoin = off
    SET jit = off
AS $function$
<<entry>>
DECLARE
    actor text := nullif(current_setting('app.actor', true), '');
    reason text := nullif(current_setting('app.reason', true), '');
    database_role text := coalesce(nullif(current_setting('role'), 'none'), SESSION_USER);
    transaction_id xid8 := pg_current_xact_id();
BEGIN
    CASE TG_OP
    WHEN 'INSERT' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT new_row.marina_id, TG_TABLE_NAME, 'insert', jsonb_build_object('marina_id', new_row.marina_id, 'id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'update', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               CASE WHEN old_row.code IS DISTINCT FROM new_row.code THEN jsonb_build_object('code', old_row.code) ELSE '{}' END
               || CASE WHEN old_row.length_m IS DISTINCT FROM new_row.length_m THEN jsonb_build_object('length_m', old_row.length_m) ELSE '{}' END
               || CASE WHEN old_row.max_draught_m IS DISTINCT FROM new_row.max_draught_m THEN jsonb_build_object('max_draught_m', old_row.max_draught_m) ELSE '{}' END
               || CASE WHEN old_row.has_power IS DISTINCT FROM new_row.has_power THEN jsonb_build_object('has_power', old_row.has_power) ELSE '{}' END
               || CASE WHEN old_row.day_rate IS DISTINCT FROM new_row.day_rate THEN jsonb_build_object('day_rate', old_row.day_rate) ELSE '{}' END
               || CASE WHEN old_row.currency IS DISTINCT FROM new_row.currency THEN jsonb_build_object('currency', old_row.currency) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.marina_id = old_row.marina_id AND new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'delete', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               to_jsonb(old_row),
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row;
    ELSE
        INSERT INTO audit.audit_logs (table_name, verb, actor, reason, database_role, transaction_id)
        VALUES (TG_TABLE_NAME, 'truncate', entry.actor, entry.reason, entry.database_role, entry.transaction_id);
    END CASE;
    RETURN NULL;
END;
$function$;

CREATE FUNCTION audit.record_users() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET enable_mergejoin = off
    SET jit = off
AS $function$
<<entry>>
DECLARE
    actor text := nullif(current_setting('app.actor', true), '');
    reason text := nullif(current_setting('app.reason', true), '');
    database_role text := coalesce(nullif(current_setting('role'), 'none'), SESSION_USER);
    transaction_id xid8 := pg_current_xact_id();
BEGIN
    CASE TG_OP
    WHEN 'INSERT' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT new_row.marina_id, TG_TABLE_NAME, 'insert', jsonb_build_object('marina_id', new_row.marina_id, 'id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'update', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               CASE WHEN old_row.role IS DISTINCT FROM new_row.role THEN jsonb_build_object('role', old_row.role) ELSE '{}' END
               || CASE WHEN old_row.status IS DISTINCT FROM new_row.status THEN jsonb_build_object('status', old_row.status) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.marina_id = old_row.marina_id AND new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'delete', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               to_jsonb(old_row) - ARRAY['email', 'password_hash', 'first_name', 'last_name', 'phone', 'passport_number_ciphertext', 'passport_number_key_id']::text[],
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row;
    ELSE
        INSERT INTO audit.audit_logs (table_name, verb, actor, reason, database_role, transaction_id)
        VALUES (TG_TABLE_NAME, 'truncate', entry.actor, entry.reason, entry.database_role, entry.transaction_id);
    END CASE;
    RETURN NULL;
END;
$function$;

CREATE FUNCTION audit.record_berth_photos() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET enable_mergejoin = off
    SET jit = off
AS $function$
<<entry>>
DECLARE
    actor text := nullif(current_setting('app.actor', true), '');
    reason text := nullif(current_setting('app.reason', true), '');
    database_role text := coalesce(nullif(current_setting('role'), 'none'), SESSION_USER);
    transaction_id xid8 := pg_current_xact_id();
BEGIN
    CASE TG_OP
    WHEN 'INSERT' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT new_row.marina_id, TG_TABLE_NAME, 'insert', jsonb_build_object('marina_id', new_row.marina_id, 'id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'update', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               CASE WHEN old_row.berth_id IS DISTINCT FROM new_row.berth_id THEN jsonb_build_object('berth_id', old_row.berth_id) ELSE '{}' END
               || CASE WHEN old_row.uploaded_by IS DISTINCT FROM new_row.uploaded_by THEN jsonb_build_object('uploaded_by', old_row.uploaded_by) ELSE '{}' END
               || CASE WHEN old_row.bucket IS DISTINCT FROM new_row.bucket THEN jsonb_build_object('bucket', old_row.bucket) ELSE '{}' END
               || CASE WHEN old_row.object_key IS DISTINCT FROM new_row.object_key THEN jsonb_build_object('object_key', old_row.object_key) ELSE '{}' END
               || CASE WHEN old_row.file_name IS DISTINCT FROM new_row.file_name THEN jsonb_build_object('file_name', old_row.file_name) ELSE '{}' END
               || CASE WHEN old_row.content_type IS DISTINCT FROM new_row.content_type THEN jsonb_build_object('content_type', old_row.content_type) ELSE '{}' END
               || CASE WHEN old_row.size_bytes IS DISTINCT FROM new_row.size_bytes THEN jsonb_build_object('size_bytes', old_row.size_bytes) ELSE '{}' END
               || CASE WHEN old_row.sha256 IS DISTINCT FROM new_row.sha256 THEN jsonb_build_object('sha256', old_row.sha256) ELSE '{}' END
               || CASE WHEN old_row.status IS DISTINCT FROM new_row.status THEN jsonb_build_object('status', old_row.status) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.marina_id = old_row.marina_id AND new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'delete', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               to_jsonb(old_row),
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row;
    ELSE
        INSERT INTO audit.audit_logs (table_name, verb, actor, reason, database_role, transaction_id)
        VALUES (TG_TABLE_NAME, 'truncate', entry.actor, entry.reason, entry.database_role, entry.transaction_id);
    END CASE;
    RETURN NULL;
END;
$function$;

CREATE FUNCTION audit.record_boats() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET enable_mergejoin = off
    SET jit = off
AS $function$
<<entry>>
DECLARE
    actor text := nullif(current_setting('app.actor', true), '');
    reason text := nullif(current_setting('app.reason', true), '');
    database_role text := coalesce(nullif(current_setting('role'), 'none'), SESSION_USER);
    transaction_id xid8 := pg_current_xact_id();
BEGIN
    CASE TG_OP
    WHEN 'INSERT' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT new_row.marina_id, TG_TABLE_NAME, 'insert', jsonb_build_object('marina_id', new_row.marina_id, 'id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'update', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               CASE WHEN old_row.owner_id IS DISTINCT FROM new_row.owner_id THEN jsonb_build_object('owner_id', old_row.owner_id) ELSE '{}' END
               || CASE WHEN old_row.name IS DISTINCT FROM new_row.name THEN jsonb_build_object('name', old_row.name) ELSE '{}' END
               || CASE WHEN old_row.registration IS DISTINCT FROM new_row.registration THEN jsonb_build_object('registration', old_row.registration) ELSE '{}' END
               || CASE WHEN old_row.length_m IS DISTINCT FROM new_row.length_m THEN jsonb_build_object('length_m', old_row.length_m) ELSE '{}' END
               || CASE WHEN old_row.draught_m IS DISTINCT FROM new_row.draught_m THEN jsonb_build_object('draught_m', old_row.draught_m) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.marina_id = old_row.marina_id AND new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'delete', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               to_jsonb(old_row),
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row;
    ELSE
        INSERT INTO audit.audit_logs (table_name, verb, actor, reason, database_role, transaction_id)
        VALUES (TG_TABLE_NAME, 'truncate', entry.actor, entry.reason, entry.database_role, entry.transaction_id);
    END CASE;
    RETURN NULL;
END;
$function$;

CREATE FUNCTION audit.record_consents() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET enable_mergejoin = off
    SET jit = off
AS $function$
<<entry>>
DECLARE
    actor text := nullif(current_setting('app.actor', true), '');
    reason text := nullif(current_setting('app.reason', true), '');
    database_role text := coalesce(nullif(current_setting('role'), 'none'), SESSION_USER);
    transaction_id xid8 := pg_current_xact_id();
BEGIN
    CASE TG_OP
    WHEN 'INSERT' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT new_row.marina_id, TG_TABLE_NAME, 'insert', jsonb_build_object('marina_id', new_row.marina_id, 'id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'update', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               CASE WHEN old_row.user_id IS DISTINCT FROM new_row.user_id THEN jsonb_build_object('user_id', old_row.user_id) ELSE '{}' END
               || CASE WHEN old_row.purpose IS DISTINCT FROM new_row.purpose THEN jsonb_build_object('purpose', old_row.purpose) ELSE '{}' END
               || CASE WHEN old_row.given_at IS DISTINCT FROM new_row.given_at THEN jsonb_build_object('given_at', old_row.given_at) ELSE '{}' END
               || CASE WHEN old_row.withdrawn_at IS DISTINCT FROM new_row.withdrawn_at THEN jsonb_build_object('withdrawn_at', old_row.withdrawn_at) ELSE '{}' END
               || CASE WHEN old_row.wording_version IS DISTINCT FROM new_row.wording_version THEN jsonb_build_object('wording_version', old_row.wording_version) ELSE '{}' END
               || CASE WHEN old_row.source IS DISTINCT FROM new_row.source THEN jsonb_build_object('source', old_row.source) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.marina_id = old_row.marina_id AND new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'delete', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               to_jsonb(old_row),
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row;
    ELSE
        INSERT INTO audit.audit_logs (table_name, verb, actor, reason, database_role, transaction_id)
        VALUES (TG_TABLE_NAME, 'truncate', entry.actor, entry.reason, entry.database_role, entry.transaction_id);
    END CASE;
    RETURN NULL;
END;
$function$;

CREATE FUNCTION audit.record_bookings() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET enable_mergejoin = off
    SET jit = off
AS $function$
<<entry>>
DECLARE
    actor text := nullif(current_setting('app.actor', true), '');
    reason text := nullif(current_setting('app.reason', true), '');
    database_role text := coalesce(nullif(current_setting('role'), 'none'), SESSION_USER);
    transaction_id xid8 := pg_current_xact_id();
BEGIN
    CASE TG_OP
    WHEN 'INSERT' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT new_row.marina_id, TG_TABLE_NAME, 'insert', jsonb_build_object('marina_id', new_row.marina_id, 'id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'update', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               CASE WHEN old_row.berth_id IS DISTINCT FROM new_row.berth_id THEN jsonb_build_object('berth_id', old_row.berth_id) ELSE '{}' END
               || CASE WHEN old_row.boat_id IS DISTINCT FROM new_row.boat_id THEN jsonb_build_object('boat_id', old_row.boat_id) ELSE '{}' END
               || CASE WHEN old_row.guest_id IS DISTINCT FROM new_row.guest_id THEN jsonb_build_object('guest_id', old_row.guest_id) ELSE '{}' END
               || CASE WHEN old_row.confirmed_by IS DISTINCT FROM new_row.confirmed_by THEN jsonb_build_object('confirmed_by', old_row.confirmed_by) ELSE '{}' END
               || CASE WHEN old_row.arrival IS DISTINCT FROM new_row.arrival THEN jsonb_build_object('arrival', old_row.arrival) ELSE '{}' END
               || CASE WHEN old_row.departure IS DISTINCT FROM new_row.departure THEN jsonb_build_object('departure', old_row.departure) ELSE '{}' END
               || CASE WHEN old_row.price IS DISTINCT FROM new_row.price THEN jsonb_build_object('price', old_row.price) ELSE '{}' END
               || CASE WHEN old_row.currency IS DISTINCT FROM new_row.currency THEN jsonb_build_object('currency', old_row.currency) ELSE '{}' END
               || CASE WHEN old_row.cancellation_reason IS DISTINCT FROM new_row.cancellation_reason THEN jsonb_build_object('cancellation_reason', old_row.cancellation_reason) ELSE '{}' END
               || CASE WHEN old_row.notes IS DISTINCT FROM new_row.notes THEN jsonb_build_object('notes', old_row.notes) ELSE '{}' END
               || CASE WHEN old_row.status IS DISTINCT FROM new_row.status THEN jsonb_build_object('status', old_row.status) ELSE '{}' END
               || CASE WHEN old_row.status_since IS DISTINCT FROM new_row.status_since THEN jsonb_build_object('status_since', old_row.status_since) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.marina_id = old_row.marina_id AND new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'delete', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               to_jsonb(old_row),
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row;
    ELSE
        INSERT INTO audit.audit_logs (table_name, verb, actor, reason, database_role, transaction_id)
        VALUES (TG_TABLE_NAME, 'truncate', entry.actor, entry.reason, entry.database_role, entry.transaction_id);
    END CASE;
    RETURN NULL;
END;
$function$;

CREATE FUNCTION audit.record_invoices() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET enable_mergejoin = off
    SET jit = off
AS $function$
<<entry>>
DECLARE
    actor text := nullif(current_setting('app.actor', true), '');
    reason text := nullif(current_setting('app.reason', true), '');
    database_role text := coalesce(nullif(current_setting('role'), 'none'), SESSION_USER);
    transaction_id xid8 := pg_current_xact_id();
BEGIN
    CASE TG_OP
    WHEN 'INSERT' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT new_row.marina_id, TG_TABLE_NAME, 'insert', jsonb_build_object('marina_id', new_row.marina_id, 'id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'update', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               CASE WHEN old_row.booking_id IS DISTINCT FROM new_row.booking_id THEN jsonb_build_object('booking_id', old_row.booking_id) ELSE '{}' END
               || CASE WHEN old_row.number IS DISTINCT FROM new_row.number THEN jsonb_build_object('number', old_row.number) ELSE '{}' END
               || CASE WHEN old_row.issued_on IS DISTINCT FROM new_row.issued_on THEN jsonb_build_object('issued_on', old_row.issued_on) ELSE '{}' END
               || CASE WHEN old_row.due_on IS DISTINCT FROM new_row.due_on THEN jsonb_build_object('due_on', old_row.due_on) ELSE '{}' END
               || CASE WHEN old_row.net_amount IS DISTINCT FROM new_row.net_amount THEN jsonb_build_object('net_amount', old_row.net_amount) ELSE '{}' END
               || CASE WHEN old_row.tax_amount IS DISTINCT FROM new_row.tax_amount THEN jsonb_build_object('tax_amount', old_row.tax_amount) ELSE '{}' END
               || CASE WHEN old_row.currency IS DISTINCT FROM new_row.currency THEN jsonb_build_object('currency', old_row.currency) ELSE '{}' END
               || CASE WHEN old_row.status IS DISTINCT FROM new_row.status THEN jsonb_build_object('status', old_row.status) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.marina_id = old_row.marina_id AND new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'delete', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               to_jsonb(old_row),
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row;
    ELSE
        INSERT INTO audit.audit_logs (table_name, verb, actor, reason, database_role, transaction_id)
        VALUES (TG_TABLE_NAME, 'truncate', entry.actor, entry.reason, entry.database_role, entry.transaction_id);
    END CASE;
    RETURN NULL;
END;
$function$;

CREATE FUNCTION audit.record_payments() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET enable_nestloop = off
    SET enable_mergejoin = off
    SET jit = off
AS $function$
<<entry>>
DECLARE
    actor text := nullif(current_setting('app.actor', true), '');
    reason text := nullif(current_setting('app.reason', true), '');
    database_role text := coalesce(nullif(current_setting('role'), 'none'), SESSION_USER);
    transaction_id xid8 := pg_current_xact_id();
BEGIN
    CASE TG_OP
    WHEN 'INSERT' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT new_row.marina_id, TG_TABLE_NAME, 'insert', jsonb_build_object('marina_id', new_row.marina_id, 'id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'update', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               CASE WHEN old_row.invoice_id IS DISTINCT FROM new_row.invoice_id THEN jsonb_build_object('invoice_id', old_row.invoice_id) ELSE '{}' END
               || CASE WHEN old_row.amount IS DISTINCT FROM new_row.amount THEN jsonb_build_object('amount', old_row.amount) ELSE '{}' END
               || CASE WHEN old_row.currency IS DISTINCT FROM new_row.currency THEN jsonb_build_object('currency', old_row.currency) ELSE '{}' END
               || CASE WHEN old_row.paid_at IS DISTINCT FROM new_row.paid_at THEN jsonb_build_object('paid_at', old_row.paid_at) ELSE '{}' END
               || CASE WHEN old_row.method IS DISTINCT FROM new_row.method THEN jsonb_build_object('method', old_row.method) ELSE '{}' END
               || CASE WHEN old_row.reference IS DISTINCT FROM new_row.reference THEN jsonb_build_object('reference', old_row.reference) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.marina_id = old_row.marina_id AND new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (marina_id, table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT old_row.marina_id, TG_TABLE_NAME, 'delete', jsonb_build_object('marina_id', old_row.marina_id, 'id', old_row.id),
               to_jsonb(old_row),
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row;
    ELSE
        INSERT INTO audit.audit_logs (table_name, verb, actor, reason, database_role, transaction_id)
        VALUES (TG_TABLE_NAME, 'truncate', entry.actor, entry.reason, entry.database_role, entry.transaction_id);
    END CASE;
    RETURN NULL;
END;
$function$;

CREATE FUNCTION app.bookings_requested_timeout(p_batch integer DEFAULT 1000) RETURNS bigint
    LANGUAGE plpgsql VOLATILE
AS $function$
DECLARE
    tenant text;
    tenant_before text := current_setting('app.tenant_id', true);
    batch_rows bigint;
    all_rows   bigint := 0;
BEGIN
    FOR tenant IN SELECT root.id::text FROM app.marinas AS root ORDER BY 1 LOOP
        PERFORM set_config('app.tenant_id', tenant, true);
        WITH due AS (
            SELECT this_row.marina_id, this_row.id
            FROM app.bookings AS this_row
            WHERE
                this_row.status = 'requested'
                AND this_row.status_since < app.job_time() - INTERVAL '7 days' + INTERVAL '2 days' AND this_row.status_since AT TIME ZONE coalesce((SELECT step_1.time_zone FROM app.marinas AS step_1 WHERE step_1.id = this_row.marina_id), 'UTC') < app.job_time() AT TIME ZONE coalesce((SELECT step_1.time_zone FROM app.marinas AS step_1 WHERE step_1.id = this_row.marina_id), 'UTC') - INTERVAL '7 days'
            ORDER BY this_row.status_since
            LIMIT p_batch
            FOR UPDATE SKIP LOCKED
        )
        UPDATE app.bookings AS this_row SET status = 'cancelled', cancellation_reason = coalesce(nullif(btrim(this_row.cancellation_reason), ''), 'requested for 7 days') FROM due
        WHERE this_row.marina_id = due.marina_id AND this_row.id = due.id;
        GET DIAGNOSTICS batch_rows = ROW_COUNT;
        all_rows := all_rows + batch_rows;
    END LOOP;
    PERFORM set_config('app.tenant_id', coalesce(tenant_before, ''), true);
    RETURN all_rows;
END;
$function$;

CREATE FUNCTION app.export_users(p_person uuid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    RETURN jsonb_build_object(
    'users', (
        SELECT coalesce(jsonb_agg(to_jsonb(own)), '[]'::jsonb)
        FROM (
            SELECT this_row.id, this_row.marina_id, this_row.email, this_row.role, this_row.first_name, this_row.last_name, this_row.phone, this_row.passport_number_ciphertext, this_row.passport_number_key_id, this_row.status, this_row.created_at, this_row.updated_at, this_row.version
            FROM app.users AS this_row
            WHERE this_row.id = p_person
        ) AS own),
    'boats', (
        SELECT coalesce(jsonb_agg(to_jsonb(own)), '[]'::jsonb)
        FROM (
            SELECT this_row.id, this_row.marina_id, this_row.owner_id, this_row.name, this_row.registration, this_row.length_m, this_row.draught_m, this_row.created_at, this_row.updated_at, this_row.version
            FROM app.boats AS this_row
            WHERE this_row.owner_id = p_person
        ) AS own),
    'consents', (
        SELECT coalesce(jsonb_agg(to_jsonb(own)), '[]'::jsonb)
        FROM (
            SELECT this_row.id, this_row.marina_id, this_row.user_id, this_row.purpose, this_row.given_at, this_row.withdrawn_at, this_row.wording_version, this_row.source, this_row.created_at, this_row.updated_at, this_row.version
            FROM app.consents AS this_row
            WHERE this_row.user_id = p_person
        ) AS own),
    'bookings', (
        SELECT coalesce(jsonb_agg(to_jsonb(own)), '[]'::jsonb)
        FROM (
            SELECT this_row.id, this_row.marina_id, this_row.berth_id, this_row.boat_id, this_row.guest_id, this_row.confirmed_by, this_row.arrival, this_row.departure, this_row.price, this_row.currency, this_row.cancellation_reason, this_row.notes, this_row.status, this_row.status_since, this_row.created_at, this_row.updated_at, this_row.version
            FROM app.bookings AS this_row
            WHERE this_row.guest_id = p_person
        ) AS own),
    'invoices', (
        SELECT coalesce(jsonb_agg(to_jsonb(own)), '[]'::jsonb)
        FROM (
            SELECT this_row.id, this_row.marina_id, this_row.booking_id, this_row.number, this_row.issued_on, this_row.due_on, this_row.net_amount, this_row.tax_amount, this_row.currency, this_row.status, this_row.created_at, this_row.updated_at, this_row.version
            FROM app.invoices AS this_row
            WHERE EXISTS (SELECT FROM app.bookings AS above_this_row WHERE above_this_row.marina_id = this_row.marina_id AND above_this_row.id = this_row.booking_id AND above_this_row.guest_id = p_person)
        ) AS own),
    'payments', (
        SELECT coalesce(jsonb_agg(to_jsonb(own)), '[]'::jsonb)
        FROM (
            SELECT this_row.id, this_row.marina_id, this_row.invoice_id, this_row.amount, this_row.currency, this_row.paid_at, this_row.method, this_row.reference, this_row.created_at, this_row.updated_at, this_row.version
            FROM app.payments AS this_row
            WHERE EXISTS (SELECT FROM app.invoices AS above_this_row WHERE above_this_row.marina_id = this_row.marina_id AND above_this_row.id = this_row.invoice_id AND EXISTS (SELECT FROM app.bookings AS above_above_this_row WHERE above_above_this_row.marina_id = above_this_row.marina_id AND above_above_this_row.id = above_this_row.booking_id AND above_above_this_row.guest_id = p_person))
        ) AS own));
END;
$function$;

CREATE FUNCTION app.erase_users(p_person uuid) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    table_rows bigint;
    all_rows   bigint := 0;
BEGIN
    UPDATE app.users AS this_row SET email = 'erased-' || this_row.id || '@erased.invalid', password_hash = 'erased ' || this_row.id, first_name = left('erased ' || this_row.id, 100), last_name = left('erased ' || this_row.id, 100), phone = NULL, passport_number_ciphertext = convert_to('erased ' || this_row.id, 'UTF8')
    WHERE this_row.id = p_person;
    GET DIAGNOSTICS table_rows = ROW_COUNT;
    all_rows := all_rows + table_rows;
    RETURN all_rows;
END;
$function$;

-- Lock of each trigger: SHARE ROW EXCLUSIVE, for a moment.
-- On a table in use: a lock_timeout of 100 ms, and another try.
CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.marinas
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.marinas
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_updated_at_created_at('marinas_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF id ON app.marinas
    FOR EACH ROW
    WHEN (OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('marinas_key_unchangeable', 'the key of a row of marinas cannot change');

CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.berths
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.berths
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_updated_at_created_at('berths_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF marina_id, id ON app.berths
    FOR EACH ROW
    WHEN (OLD.marina_id IS DISTINCT FROM NEW.marina_id OR OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('berths_key_unchangeable', 'the key of a row of berths cannot change');

CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.users
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.users
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_updated_at_created_at('users_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF marina_id, id ON app.users
    FOR EACH ROW
    WHEN (OLD.marina_id IS DISTINCT FROM NEW.marina_id OR OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('users_key_unchangeable', 'the key of a row of users cannot change');

CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.berth_photos
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.berth_photos
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_updated_at_created_at('berth_photos_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF marina_id, id ON app.berth_photos
    FOR EACH ROW
    WHEN (OLD.marina_id IS DISTINCT FROM NEW.marina_id OR OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('berth_photos_key_unchangeable', 'the key of a row of berth_photos cannot change');

CREATE TRIGGER berth_photos_status_transition_start
    BEFORE INSERT ON app.berth_photos
    FOR EACH ROW
    WHEN (NEW.status NOT IN ('pending'))
    EXECUTE FUNCTION app.refuse_transition('berth_photos_status_transition', 'status');

CREATE TRIGGER berth_photos_status_transition
    BEFORE UPDATE OF status ON app.berth_photos
    FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status AND (
            OLD.status = 'pending' AND NEW.status IN ('stored', 'quarantined', 'removed')
            OR OLD.status = 'stored' AND NEW.status IN ('removed')
            OR OLD.status = 'quarantined' AND NEW.status IN ('removed')
    ) IS NOT TRUE)
    EXECUTE FUNCTION app.refuse_transition('berth_photos_status_transition', 'status');

CREATE TRIGGER berth_photos_stays_in_its_place_immutable
    BEFORE UPDATE OF bucket, object_key ON app.berth_photos
    FOR EACH ROW
    WHEN (OLD.bucket IS DISTINCT FROM NEW.bucket OR OLD.object_key IS DISTINCT FROM NEW.object_key)
    EXECUTE FUNCTION app.refuse_change('berth_photos_stays_in_its_place_immutable', 'A file''s place never changes; another version is another file.');

CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.boats
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.boats
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_updated_at_created_at('boats_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF marina_id, id ON app.boats
    FOR EACH ROW
    WHEN (OLD.marina_id IS DISTINCT FROM NEW.marina_id OR OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('boats_key_unchangeable', 'the key of a row of boats cannot change');

CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.consents
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.consents
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_updated_at_created_at('consents_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF marina_id, id ON app.consents
    FOR EACH ROW
    WHEN (OLD.marina_id IS DISTINCT FROM NEW.marina_id OR OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('consents_key_unchangeable', 'the key of a row of consents cannot change');

CREATE TRIGGER consents_given_as_it_was_immutable
    BEFORE UPDATE OF user_id, purpose, given_at, wording_version ON app.consents
    FOR EACH ROW
    WHEN (OLD.user_id IS DISTINCT FROM NEW.user_id OR OLD.purpose IS DISTINCT FROM NEW.purpose OR OLD.given_at IS DISTINCT FROM NEW.given_at OR OLD.wording_version IS DISTINCT FROM NEW.wording_version)
    EXECUTE FUNCTION app.refuse_change('consents_given_as_it_was_immutable', 'What was agreed to, by whom and when is evidence and does not change.');

CREATE TRIGGER consents_withdrawn_for_good_immutable
    BEFORE UPDATE OF withdrawn_at ON app.consents
    FOR EACH ROW
    WHEN ((OLD.withdrawn_at IS NOT NULL) AND (OLD.withdrawn_at IS DISTINCT FROM NEW.withdrawn_at))
    EXECUTE FUNCTION app.refuse_change('consents_withdrawn_for_good_immutable', 'A withdrawn consent is not taken up again; a new one is given.');

CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.bookings
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.bookings
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_status_since_updated_at_created_at('bookings_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF marina_id, id ON app.bookings
    FOR EACH ROW
    WHEN (OLD.marina_id IS DISTINCT FROM NEW.marina_id OR OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('bookings_key_unchangeable', 'the key of a row of bookings cannot change');

CREATE TRIGGER bookings_status_transition_start
    BEFORE INSERT ON app.bookings
    FOR EACH ROW
    WHEN (NEW.status NOT IN ('requested'))
    EXECUTE FUNCTION app.refuse_transition('bookings_status_transition', 'status');

CREATE TRIGGER bookings_status_transition
    BEFORE UPDATE OF status ON app.bookings
    FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status AND (
            OLD.status = 'requested' AND NEW.status IN ('confirmed', 'cancelled')
            OR OLD.status = 'confirmed' AND NEW.status IN ('checked_in', 'cancelled')
            OR OLD.status = 'checked_in' AND NEW.status IN ('completed')
    ) IS NOT TRUE)
    EXECUTE FUNCTION app.refuse_transition('bookings_status_transition', 'status');

CREATE TRIGGER bookings_guest_active_rule
    BEFORE INSERT OR UPDATE OF guest_id ON app.bookings
    FOR EACH ROW
    EXECUTE FUNCTION app.enforce_bookings_guest_active_rule();

CREATE TRIGGER bookings_arrival_not_before_today_rule
    BEFORE INSERT OR UPDATE OF arrival ON app.bookings
    FOR EACH ROW
    EXECUTE FUNCTION app.enforce_bookings_arrival_not_before_today_rule();

CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.invoices
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.invoices
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_updated_at_created_at('invoices_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF marina_id, id ON app.invoices
    FOR EACH ROW
    WHEN (OLD.marina_id IS DISTINCT FROM NEW.marina_id OR OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('invoices_key_unchangeable', 'the key of a row of invoices cannot change');

CREATE TRIGGER invoices_status_transition_start
    BEFORE INSERT ON app.invoices
    FOR EACH ROW
    WHEN (NEW.status NOT IN ('draft'))
    EXECUTE FUNCTION app.refuse_transition('invoices_status_transition', 'status');

CREATE TRIGGER invoices_status_transition
    BEFORE UPDATE OF status ON app.invoices
    FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status AND (
            OLD.status = 'draft' AND NEW.status IN ('issued', 'void')
            OR OLD.status = 'issued' AND NEW.status IN ('paid', 'void')
    ) IS NOT TRUE)
    EXECUTE FUNCTION app.refuse_transition('invoices_status_transition', 'status');

CREATE TRIGGER invoices_number_stays_immutable
    BEFORE UPDATE OF number ON app.invoices
    FOR EACH ROW
    WHEN (OLD.number IS DISTINCT FROM NEW.number)
    EXECUTE FUNCTION app.refuse_change('invoices_number_stays_immutable', 'Invoice numbers are consecutive within the marina and begin again every year; there are no gaps');

CREATE TRIGGER invoices_kept_for_its_number_guard
    BEFORE DELETE ON app.invoices
    FOR EACH ROW
    EXECUTE FUNCTION app.refuse_change('invoices_kept_for_its_number_guard', 'Invoice numbers are consecutive within the marina and begin again every year; there are no gaps');

CREATE TRIGGER b_invoices_number_without_gaps_numbering
    BEFORE INSERT ON app.invoices
    FOR EACH ROW
    EXECUTE FUNCTION app.give_invoices_number();

CREATE TRIGGER invoices_number_without_gaps_numbering
    AFTER INSERT ON app.invoices
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION app.enforce_invoices_number_without_gaps_numbering();

CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.payments
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.payments
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_updated_at_created_at('payments_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF marina_id, id ON app.payments
    FOR EACH ROW
    WHEN (OLD.marina_id IS DISTINCT FROM NEW.marina_id OR OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('payments_key_unchangeable', 'the key of a row of payments cannot change');

CREATE TRIGGER payments_kept_10y_guard
    BEFORE DELETE ON app.payments
    FOR EACH ROW
    EXECUTE FUNCTION app.enforce_payments_kept_10y_guard();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.marinas
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_marinas();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.marinas
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_marinas();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.marinas
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_marinas();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.marinas
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_marinas();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.berths
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_berths();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.berths
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_berths();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.berths
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_berths();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.berths
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_berths();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.users
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_users();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.users
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_users();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.users
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_users();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.users
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_users();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.berth_photos
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_berth_photos();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.berth_photos
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_berth_photos();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.berth_photos
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_berth_photos();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.berth_photos
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_berth_photos();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.boats
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_boats();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.boats
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_boats();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.boats
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_boats();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.boats
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_boats();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.consents
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_consents();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.consents
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_consents();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.consents
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_consents();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.consents
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_consents();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.bookings
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_bookings();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.bookings
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_bookings();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.bookings
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_bookings();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.bookings
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_bookings();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.invoices
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_invoices();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.invoices
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_invoices();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.invoices
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_invoices();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.invoices
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_invoices();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.payments
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_payments();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.payments
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_payments();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.payments
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_payments();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.payments
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_payments();

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE ON audit.audit_logs
    FOR EACH ROW
    EXECUTE FUNCTION app.refuse_change('audit_logs_append_only', 'the audit log only grows: its entries cannot be changed or removed');

CREATE TRIGGER append_only_truncate
    BEFORE TRUNCATE ON audit.audit_logs
    FOR EACH STATEMENT
    EXECUTE FUNCTION app.refuse_change('audit_logs_append_only', 'the audit log only grows: its entries cannot be changed or removed');

RESET ROLE;

COMMIT;
