-- Migration: 002_create_rules_and_triggers.sql
-- Product: Quiet Shelf
-- Run: psql -X -v ON_ERROR_STOP=1 -f db/migrations/002_create_rules_and_triggers.sql, in the order of the names, as a superuser or as the database's owner with CREATEROLE.
-- Functions and triggers: versions, states, business rules, limits, the audit log.

BEGIN;
SET LOCAL lock_timeout = '5s';

SET ROLE quiet_shelf_owner;

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

CREATE FUNCTION app.enforce_books_without_copies_rule() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    broken boolean;
BEGIN
    IF TG_OP = 'UPDATE' AND NOT (OLD.deleted_at IS DISTINCT FROM NEW.deleted_at) THEN
        RETURN NEW;
    END IF;
    IF (NEW.deleted_at IS NOT NULL) IS NOT TRUE THEN
        RETURN NEW;
    END IF;
    PERFORM app.see_others();
    broken := ((SELECT count(*) FROM app.copies AS counted WHERE counted.book_id = NEW.id) = 0) IS FALSE;
    IF broken THEN
        RAISE EXCEPTION USING
            ERRCODE    = '23514',
            MESSAGE    = 'A row of books cannot be deleted while copies refer to it.',
            SCHEMA     = 'app',
            TABLE      = 'books',
            CONSTRAINT = 'books_without_copies_rule';
    END IF;
    RETURN NEW;
END;
$function$;

CREATE FUNCTION app.enforce_members_birth_date_not_after_today_rule() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
AS $function$
BEGIN
    IF TG_OP = 'UPDATE' AND NOT (OLD.birth_date IS DISTINCT FROM NEW.birth_date) THEN
        RETURN NEW;
    END IF;
    IF (NEW.birth_date <= (now() AT TIME ZONE 'UTC')::date) IS FALSE THEN
        RAISE EXCEPTION USING
            ERRCODE    = '23514',
            MESSAGE    = 'birth_date must not be in the future',
            SCHEMA     = 'app',
            TABLE      = 'members',
            CONSTRAINT = 'members_birth_date_not_after_today_rule';
    END IF;
    RETURN NEW;
END;
$function$;

CREATE FUNCTION app.enforce_copies_book_live_rule() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    ref_1 app.books%ROWTYPE;
    missing boolean := false;
    broken boolean;
BEGIN
    IF TG_OP = 'UPDATE' AND NOT (OLD.book_id IS DISTINCT FROM NEW.book_id) THEN
        RETURN NEW;
    END IF;
    SELECT looked_up.* INTO ref_1 FROM app.books AS looked_up WHERE looked_up.id = NEW.book_id FOR SHARE;
    missing := missing OR (NOT FOUND AND NEW.book_id IS NOT NULL);
    broken := NOT missing AND (ref_1.deleted_at IS NULL) IS FALSE;
    IF broken THEN
        RAISE EXCEPTION USING
            ERRCODE    = '23514',
            MESSAGE    = 'A row of copies stands below a book that is not deleted.',
            SCHEMA     = 'app',
            TABLE      = 'copies',
            CONSTRAINT = 'copies_book_live_rule';
    END IF;
    RETURN NEW;
END;
$function$;

CREATE FUNCTION app.enforce_loans_lent_on_not_after_today_rule() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
AS $function$
BEGIN
    IF TG_OP = 'UPDATE' AND NOT (OLD.lent_on IS DISTINCT FROM NEW.lent_on) THEN
        RETURN NEW;
    END IF;
    IF (NEW.lent_on <= (now() AT TIME ZONE 'UTC')::date) IS FALSE THEN
        RAISE EXCEPTION USING
            ERRCODE    = '23514',
            MESSAGE    = 'lent_on must not be in the future',
            SCHEMA     = 'app',
            TABLE      = 'loans',
            CONSTRAINT = 'loans_lent_on_not_after_today_rule';
    END IF;
    RETURN NEW;
END;
$function$;

CREATE FUNCTION app.enforce_loans_member_active_rule() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    ref_1 app.members%ROWTYPE;
    missing boolean := false;
    broken boolean;
BEGIN
    IF TG_OP = 'UPDATE' AND NOT (OLD.member_id IS DISTINCT FROM NEW.member_id) THEN
        RETURN NEW;
    END IF;
    SELECT looked_up.* INTO ref_1 FROM app.members AS looked_up WHERE looked_up.id = NEW.member_id FOR SHARE;
    missing := missing OR (NOT FOUND AND NEW.member_id IS NOT NULL);
    broken := NOT missing AND (ref_1.is_active = true) IS FALSE;
    IF broken THEN
        RAISE EXCEPTION USING
            ERRCODE    = '23514',
            MESSAGE    = 'member must be active',
            SCHEMA     = 'app',
            TABLE      = 'loans',
            CONSTRAINT = 'loans_member_active_rule';
    END IF;
    RETURN NEW;
END;
$function$;

CREATE FUNCTION app.enforce_loans_at_most_10_per_member_limit() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    touched record;
    used numeric;
BEGIN
    FOR touched IN
        SELECT DISTINCT new_row.member_id
        FROM new_rows AS new_row
        WHERE (new_row.status = 'open')
        ORDER BY 1
    LOOP
        
        PERFORM app.see_others();
        PERFORM pg_advisory_xact_lock(hashtextextended('loans_at_most_10_per_member_limit' || touched::text, 0));
        SELECT count(*) INTO used
        FROM app.loans AS counted
        WHERE (counted.status = 'open') AND counted.member_id IS NOT DISTINCT FROM touched.member_id;
        
        IF used > 10 THEN
            RAISE EXCEPTION USING
                ERRCODE    = '23514',
                MESSAGE    = 'a member must not have more than 10 open loans',
                SCHEMA     = 'app',
                TABLE      = 'loans',
                CONSTRAINT = 'loans_at_most_10_per_member_limit';
        END IF;
    END LOOP;
    RETURN NULL;
END;
$function$;

CREATE FUNCTION audit.record_books() RETURNS trigger
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
        INSERT INTO audit.audit_logs (table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'insert', jsonb_build_object('id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'update', jsonb_build_object('id', old_row.id),
               CASE WHEN old_row.isbn IS DISTINCT FROM new_row.isbn THEN jsonb_build_object('isbn', old_row.isbn) ELSE '{}' END
               || CASE WHEN old_row.title IS DISTINCT FROM new_row.title THEN jsonb_build_object('title', old_row.title) ELSE '{}' END
               || CASE WHEN old_row.author IS DISTINCT FROM new_row.author THEN jsonb_build_object('author', old_row.author) ELSE '{}' END
               || CASE WHEN old_row.published_year IS DISTINCT FROM new_row.published_year THEN jsonb_build_object('published_year', old_row.published_year) ELSE '{}' END
               || CASE WHEN old_row.summary IS DISTINCT FROM new_row.summary THEN jsonb_build_object('summary', old_row.summary) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END
               || CASE WHEN old_row.deleted_at IS DISTINCT FROM new_row.deleted_at THEN jsonb_build_object('deleted_at', old_row.deleted_at) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'delete', jsonb_build_object('id', old_row.id),
               to_jsonb(old_row) - ARRAY['search_words']::text[],
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row;
    ELSE
        INSERT INTO audit.audit_logs (table_name, verb, actor, reason, database_role, transaction_id)
        VALUES (TG_TABLE_NAME, 'truncate', entry.actor, entry.reason, entry.database_role, entry.transaction_id);
    END CASE;
    RETURN NULL;
END;
$function$;

CREATE FUNCTION audit.record_members() RETURNS trigger
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
        INSERT INTO audit.audit_logs (table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'insert', jsonb_build_object('id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'update', jsonb_build_object('id', old_row.id),
               CASE WHEN old_row.card_number IS DISTINCT FROM new_row.card_number THEN jsonb_build_object('card_number', old_row.card_number) ELSE '{}' END
               || CASE WHEN old_row.role IS DISTINCT FROM new_row.role THEN jsonb_build_object('role', old_row.role) ELSE '{}' END
               || CASE WHEN old_row.is_active IS DISTINCT FROM new_row.is_active THEN jsonb_build_object('is_active', old_row.is_active) ELSE '{}' END
               || CASE WHEN old_row.joined_on IS DISTINCT FROM new_row.joined_on THEN jsonb_build_object('joined_on', old_row.joined_on) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'delete', jsonb_build_object('id', old_row.id),
               to_jsonb(old_row) - ARRAY['first_name', 'last_name', 'email', 'birth_date']::text[],
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row;
    ELSE
        INSERT INTO audit.audit_logs (table_name, verb, actor, reason, database_role, transaction_id)
        VALUES (TG_TABLE_NAME, 'truncate', entry.actor, entry.reason, entry.database_role, entry.transaction_id);
    END CASE;
    RETURN NULL;
END;
$function$;

CREATE FUNCTION audit.record_subjects() RETURNS trigger
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
        INSERT INTO audit.audit_logs (table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'insert', jsonb_build_object('id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'update', jsonb_build_object('id', old_row.id),
               CASE WHEN old_row.name IS DISTINCT FROM new_row.name THEN jsonb_build_object('name', old_row.name) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'delete', jsonb_build_object('id', old_row.id),
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

CREATE FUNCTION audit.record_book_subjects() RETURNS trigger
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
        INSERT INTO audit.audit_logs (table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'insert', jsonb_build_object('book_id', new_row.book_id, 'subject_id', new_row.subject_id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'update', jsonb_build_object('book_id', old_row.book_id, 'subject_id', old_row.subject_id),
               CASE WHEN old_row.created_at IS DISTINCT FROM new_row.created_at THEN jsonb_build_object('created_at', old_row.created_at) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.book_id = old_row.book_id AND new_row.subject_id = old_row.subject_id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'delete', jsonb_build_object('book_id', old_row.book_id, 'subject_id', old_row.subject_id),
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

CREATE FUNCTION audit.record_copies() RETURNS trigger
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
        INSERT INTO audit.audit_logs (table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'insert', jsonb_build_object('id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'update', jsonb_build_object('id', old_row.id),
               CASE WHEN old_row.book_id IS DISTINCT FROM new_row.book_id THEN jsonb_build_object('book_id', old_row.book_id) ELSE '{}' END
               || CASE WHEN old_row.barcode IS DISTINCT FROM new_row.barcode THEN jsonb_build_object('barcode', old_row.barcode) ELSE '{}' END
               || CASE WHEN old_row.condition IS DISTINCT FROM new_row.condition THEN jsonb_build_object('condition', old_row.condition) ELSE '{}' END
               || CASE WHEN old_row.shelf IS DISTINCT FROM new_row.shelf THEN jsonb_build_object('shelf', old_row.shelf) ELSE '{}' END
               || CASE WHEN old_row.acquired_on IS DISTINCT FROM new_row.acquired_on THEN jsonb_build_object('acquired_on', old_row.acquired_on) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'delete', jsonb_build_object('id', old_row.id),
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

CREATE FUNCTION audit.record_loans() RETURNS trigger
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
        INSERT INTO audit.audit_logs (table_name, verb, row_key, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'insert', jsonb_build_object('id', new_row.id), entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM new_rows AS new_row;
    WHEN 'UPDATE' THEN
        INSERT INTO audit.audit_logs (table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'update', jsonb_build_object('id', old_row.id),
               CASE WHEN old_row.copy_id IS DISTINCT FROM new_row.copy_id THEN jsonb_build_object('copy_id', old_row.copy_id) ELSE '{}' END
               || CASE WHEN old_row.member_id IS DISTINCT FROM new_row.member_id THEN jsonb_build_object('member_id', old_row.member_id) ELSE '{}' END
               || CASE WHEN old_row.lent_on IS DISTINCT FROM new_row.lent_on THEN jsonb_build_object('lent_on', old_row.lent_on) ELSE '{}' END
               || CASE WHEN old_row.due_on IS DISTINCT FROM new_row.due_on THEN jsonb_build_object('due_on', old_row.due_on) ELSE '{}' END
               || CASE WHEN old_row.returned_on IS DISTINCT FROM new_row.returned_on THEN jsonb_build_object('returned_on', old_row.returned_on) ELSE '{}' END
               || CASE WHEN old_row.fine_amount IS DISTINCT FROM new_row.fine_amount THEN jsonb_build_object('fine_amount', old_row.fine_amount) ELSE '{}' END
               || CASE WHEN old_row.note IS DISTINCT FROM new_row.note THEN jsonb_build_object('note', old_row.note) ELSE '{}' END
               || CASE WHEN old_row.status IS DISTINCT FROM new_row.status THEN jsonb_build_object('status', old_row.status) ELSE '{}' END
               || CASE WHEN old_row.updated_at IS DISTINCT FROM new_row.updated_at THEN jsonb_build_object('updated_at', old_row.updated_at) ELSE '{}' END
               || CASE WHEN old_row.version IS DISTINCT FROM new_row.version THEN jsonb_build_object('version', old_row.version) ELSE '{}' END,
               entry.actor, entry.reason, entry.database_role, entry.transaction_id
        FROM old_rows AS old_row
        JOIN new_rows AS new_row ON new_row.id = old_row.id;
    WHEN 'DELETE' THEN
        INSERT INTO audit.audit_logs (table_name, verb, row_key, old_values, actor, reason, database_role, transaction_id)
        SELECT TG_TABLE_NAME, 'delete', jsonb_build_object('id', old_row.id),
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

-- Lock of each trigger: SHARE ROW EXCLUSIVE, for a moment.
-- On a table in use: a lock_timeout of 100 ms, and another try.
CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.books
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.books
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_updated_at_created_at('books_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF id ON app.books
    FOR EACH ROW
    WHEN (OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('books_key_unchangeable', 'the key of a row of books cannot change');

CREATE TRIGGER books_without_copies_rule
    BEFORE UPDATE OF deleted_at ON app.books
    FOR EACH ROW
    EXECUTE FUNCTION app.enforce_books_without_copies_rule();

CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.members
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.members
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_updated_at_created_at('members_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF id ON app.members
    FOR EACH ROW
    WHEN (OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('members_key_unchangeable', 'the key of a row of members cannot change');

CREATE TRIGGER members_birth_date_not_after_today_rule
    BEFORE INSERT OR UPDATE OF birth_date ON app.members
    FOR EACH ROW
    EXECUTE FUNCTION app.enforce_members_birth_date_not_after_today_rule();

CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.subjects
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.subjects
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_updated_at_created_at('subjects_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF id ON app.subjects
    FOR EACH ROW
    WHEN (OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('subjects_key_unchangeable', 'the key of a row of subjects cannot change');

CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.book_subjects
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF book_id, subject_id ON app.book_subjects
    FOR EACH ROW
    WHEN (OLD.book_id IS DISTINCT FROM NEW.book_id OR OLD.subject_id IS DISTINCT FROM NEW.subject_id)
    EXECUTE FUNCTION app.refuse_change('book_subjects_key_unchangeable', 'the key of a row of book_subjects cannot change');

CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.copies
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.copies
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_updated_at_created_at('copies_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF id ON app.copies
    FOR EACH ROW
    WHEN (OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('copies_key_unchangeable', 'the key of a row of copies cannot change');

CREATE TRIGGER copies_book_live_rule
    BEFORE INSERT OR UPDATE OF book_id ON app.copies
    FOR EACH ROW
    EXECUTE FUNCTION app.enforce_copies_book_live_rule();

CREATE TRIGGER a_skip_unchanged
    BEFORE UPDATE ON app.loans
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

CREATE TRIGGER b_touch
    BEFORE UPDATE ON app.loans
    FOR EACH ROW
    EXECUTE FUNCTION app.touch_version_updated_at_created_at('loans_version_check');

CREATE TRIGGER c_keep_keys
    BEFORE UPDATE OF id ON app.loans
    FOR EACH ROW
    WHEN (OLD.id IS DISTINCT FROM NEW.id)
    EXECUTE FUNCTION app.refuse_change('loans_key_unchangeable', 'the key of a row of loans cannot change');

CREATE TRIGGER loans_status_transition_start
    BEFORE INSERT ON app.loans
    FOR EACH ROW
    WHEN (NEW.status NOT IN ('open'))
    EXECUTE FUNCTION app.refuse_transition('loans_status_transition', 'status');

CREATE TRIGGER loans_status_transition
    BEFORE UPDATE OF status ON app.loans
    FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status AND (
            OLD.status = 'open' AND NEW.status IN ('overdue', 'returned', 'lost')
            OR OLD.status = 'overdue' AND NEW.status IN ('returned', 'lost')
            OR OLD.status = 'lost' AND NEW.status IN ('returned')
    ) IS NOT TRUE)
    EXECUTE FUNCTION app.refuse_transition('loans_status_transition', 'status');

CREATE TRIGGER loans_lent_on_not_after_today_rule
    BEFORE INSERT OR UPDATE OF lent_on ON app.loans
    FOR EACH ROW
    EXECUTE FUNCTION app.enforce_loans_lent_on_not_after_today_rule();

CREATE TRIGGER loans_member_active_rule
    BEFORE INSERT OR UPDATE OF member_id ON app.loans
    FOR EACH ROW
    EXECUTE FUNCTION app.enforce_loans_member_active_rule();

CREATE TRIGGER loans_kept_2y_guard
    BEFORE DELETE ON app.loans
    FOR EACH ROW
    WHEN ((OLD.returned_on + INTERVAL '2 years') > (now() AT TIME ZONE 'UTC')::date)
    EXECUTE FUNCTION app.refuse_change('loans_kept_2y_guard', 'Rows are kept for 2 years from returned_on.');

CREATE TRIGGER loans_at_most_10_per_member_limit
    AFTER INSERT ON app.loans
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION app.enforce_loans_at_most_10_per_member_limit();

CREATE TRIGGER loans_at_most_10_per_member_limit_update
    AFTER UPDATE ON app.loans
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION app.enforce_loans_at_most_10_per_member_limit();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.books
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_books();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.books
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_books();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.books
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_books();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.books
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_books();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.members
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_members();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.members
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_members();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.members
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_members();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.members
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_members();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.subjects
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_subjects();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.subjects
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_subjects();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.subjects
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_subjects();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.subjects
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_subjects();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.book_subjects
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_book_subjects();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.book_subjects
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_book_subjects();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.book_subjects
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_book_subjects();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.book_subjects
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_book_subjects();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.copies
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_copies();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.copies
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_copies();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.copies
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_copies();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.copies
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_copies();

CREATE TRIGGER z_audit_insert
    AFTER INSERT ON app.loans
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_loans();

CREATE TRIGGER z_audit_update
    AFTER UPDATE ON app.loans
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_loans();

CREATE TRIGGER z_audit_delete
    AFTER DELETE ON app.loans
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_loans();

CREATE TRIGGER z_audit_truncate
    AFTER TRUNCATE ON app.loans
    FOR EACH STATEMENT
    EXECUTE FUNCTION audit.record_loans();

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
