-- Migration: 001_create_initial_schema.sql
-- Product: Quiet Shelf
-- Run: psql -X -v ON_ERROR_STOP=1 -f db/migrations/001_create_initial_schema.sql, in the order of the names, as a superuser or as the database's owner with CREATEROLE.
-- Extensions, roles, schemas, domains, base functions, tables, foreign keys and indexes.

BEGIN;
SET LOCAL lock_timeout = '5s';

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'quiet_shelf_owner') THEN
        CREATE ROLE quiet_shelf_owner NOLOGIN;
        COMMENT ON ROLE quiet_shelf_owner IS 'Owns every object; nobody logs in as it (decision D11-roles)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'quiet_shelf_migrator') THEN
        CREATE ROLE quiet_shelf_migrator LOGIN;
        COMMENT ON ROLE quiet_shelf_migrator IS 'Runs migrations as the owner (decision D11-roles)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'quiet_shelf_application') THEN
        CREATE ROLE quiet_shelf_application LOGIN;
        COMMENT ON ROLE quiet_shelf_application IS 'The product''s own connection: reads and writes the rows of the current tenant (decision D11-roles)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'quiet_shelf_readonly') THEN
        CREATE ROLE quiet_shelf_readonly LOGIN;
        COMMENT ON ROLE quiet_shelf_readonly IS 'Reports and support: reads everything that is neither personal nor secret (decision D11-roles)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'quiet_shelf_auditor') THEN
        CREATE ROLE quiet_shelf_auditor LOGIN;
        COMMENT ON ROLE quiet_shelf_auditor IS 'Reads the audit log (decision D11-roles)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'quiet_shelf_job_runner') THEN
        CREATE ROLE quiet_shelf_job_runner LOGIN;
        COMMENT ON ROLE quiet_shelf_job_runner IS 'Runs the retention and timeout jobs through their functions (decision D11-roles)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'quiet_shelf_librarian') THEN
        CREATE ROLE quiet_shelf_librarian NOLOGIN;
        COMMENT ON ROLE quiet_shelf_librarian IS 'full access to the catalogue (books, copies, subjects), the members and the loans (PRD.md:9, PRD.md:49, TECHNICAL_SPEC.md:20)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'quiet_shelf_member') THEN
        CREATE ROLE quiet_shelf_member NOLOGIN;
        COMMENT ON ROLE quiet_shelf_member IS 'own data only (loans) (PRD.md:9, PRD.md:49, TECHNICAL_SPEC.md:21)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

GRANT quiet_shelf_owner TO quiet_shelf_migrator;

DO $role$
BEGIN
    IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = CURRENT_USER) THEN
        GRANT quiet_shelf_owner TO CURRENT_USER;
    END IF;
END
$role$;

CREATE SCHEMA app AUTHORIZATION quiet_shelf_owner;
CREATE SCHEMA audit AUTHORIZATION quiet_shelf_owner;
SET ROLE quiet_shelf_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE quiet_shelf_owner REVOKE ALL ON TABLES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE quiet_shelf_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;

CREATE DOMAIN app.email AS text
    CONSTRAINT email_check CHECK (length(VALUE) <= 254 AND position('@' in VALUE) BETWEEN 2 AND 65
        AND VALUE ~ '^[a-z0-9!#$%&''*+/=?^_`{|}~.-]+@[a-z0-9.-]+[.](?:[a-z][a-z]+|xn--[a-z0-9-]*[a-z0-9])$'
        AND VALUE !~ '^[.]|[.][.]|[.]@|@[.-]|@.*(?:-[.]|[.]-)'
        AND (length(VALUE) < 64 OR VALUE !~ '@.*[a-z0-9-]{64}'));

DO $native$
BEGIN
    IF current_setting('server_version_num')::integer >= 180000 THEN
        CREATE FUNCTION app.uuid7() RETURNS uuid
            LANGUAGE sql VOLATILE PARALLEL SAFE
        AS $function$
        SELECT pg_catalog.uuidv7()
        $function$;
    ELSE
        CREATE FUNCTION app.uuid7() RETURNS uuid
            LANGUAGE sql VOLATILE PARALLEL SAFE
        AS $function$
        SELECT (overlay('0' || to_hex((date_part('epoch', clock_timestamp()) * 4096000)::bigint)
                PLACING '7' FROM 13 FOR 0) || right(gen_random_uuid()::text, 17))::uuid
        $function$;
    END IF;
END
$native$;

CREATE FUNCTION app.user_id() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.user_id', true), '')::uuid;

CREATE FUNCTION app.job_time() RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN now();

CREATE FUNCTION app.see_others() RETURNS void
    LANGUAGE plpgsql VOLATILE
AS $function$
BEGIN
    IF current_setting('transaction_isolation') = 'repeatable read' THEN
        RAISE EXCEPTION USING
            ERRCODE = '0A000',
            MESSAGE = 'a rule over several rows cannot be kept in REPEATABLE READ, which does not see what others have committed',
            HINT    = 'Use READ COMMITTED or SERIALIZABLE.';
    END IF;
END;
$function$;

CREATE FUNCTION app.refuse_change() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
AS $function$
BEGIN
    RAISE EXCEPTION USING
        ERRCODE    = '23514',
        MESSAGE    = TG_ARGV[1],
        SCHEMA     = TG_TABLE_SCHEMA,
        TABLE      = TG_TABLE_NAME,
        CONSTRAINT = TG_ARGV[0];
END;
$function$;

CREATE FUNCTION app.refuse_transition() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
AS $function$
BEGIN
    RAISE EXCEPTION USING
        ERRCODE    = '23514',
        MESSAGE    = format('%s of %s cannot %s', TG_ARGV[1], TG_TABLE_NAME, CASE TG_OP
                         WHEN 'INSERT' THEN format('start as %L', to_jsonb(NEW) ->> TG_ARGV[1])
                         ELSE format('change from %L to %L', to_jsonb(OLD) ->> TG_ARGV[1], to_jsonb(NEW) ->> TG_ARGV[1]) END),
        SCHEMA     = TG_TABLE_SCHEMA,
        TABLE      = TG_TABLE_NAME,
        CONSTRAINT = TG_ARGV[0];
END;
$function$;

CREATE FUNCTION app.touch_version_updated_at_created_at() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
AS $function$
BEGIN
    IF NEW.version IS DISTINCT FROM OLD.version THEN
        RAISE EXCEPTION USING
            ERRCODE    = '40001',
            MESSAGE    = format('somebody else changed this row of %s: read it again', TG_TABLE_NAME),
            SCHEMA     = TG_TABLE_SCHEMA,
            TABLE      = TG_TABLE_NAME,
            CONSTRAINT = TG_ARGV[0];
    END IF;
    NEW.version := OLD.version + 1;
    NEW.updated_at := now();
    NEW.created_at := OLD.created_at;
    RETURN NEW;
END;
$function$;

CREATE TABLE app.books (
    -- Primary Key
    id             uuid                     NOT NULL DEFAULT app.uuid7(),

    -- Attributes
    isbn           text                     NOT NULL,
    title          text                     NOT NULL,
    author         text                     NOT NULL,
    published_year integer,
    summary        text,
    search_words   tsvector                 GENERATED ALWAYS AS (setweight(to_tsvector('simple', coalesce(title, '')), 'A') || setweight(to_tsvector('simple', coalesce(author, '')), 'B')) STORED,

    -- Timestamps
    created_at     timestamp with time zone NOT NULL DEFAULT now(),
    updated_at     timestamp with time zone NOT NULL DEFAULT now(),
    version        integer                  NOT NULL DEFAULT 1,
    deleted_at     timestamp with time zone,

    -- Constraints
    CONSTRAINT books_pkey PRIMARY KEY (id),
    CONSTRAINT books_isbn_length CHECK (char_length(isbn) <= 13),
    CONSTRAINT books_title_length CHECK (char_length(title) <= 300),
    CONSTRAINT books_author_length CHECK (char_length(author) <= 200),
    CONSTRAINT books_isbn_well_formed_check CHECK (isbn ~ '^[0-9]{13}$'),
    CONSTRAINT books_published_year_between_1450_and_2100_check CHECK (published_year >= 1450 AND published_year <= 2100),
    CONSTRAINT books_title_at_least_1_characters_check CHECK (char_length(title) >= 1)
);

CREATE TABLE app.members (
    -- Primary Key
    id          uuid                     NOT NULL DEFAULT app.uuid7(),

    -- Attributes
    card_number text                     NOT NULL,
    first_name  text                     NOT NULL,
    last_name   text                     NOT NULL,
    email       app.email,
    role        text                     NOT NULL,
    birth_date  date,
    is_active   boolean                  NOT NULL DEFAULT true,
    joined_on   date                     NOT NULL,

    -- Timestamps
    created_at  timestamp with time zone NOT NULL DEFAULT now(),
    updated_at  timestamp with time zone NOT NULL DEFAULT now(),
    version     integer                  NOT NULL DEFAULT 1,

    -- Constraints
    CONSTRAINT members_pkey PRIMARY KEY (id),
    CONSTRAINT members_card_number_key UNIQUE (card_number),
    CONSTRAINT members_email_key UNIQUE (email),
    CONSTRAINT members_card_number_length CHECK (char_length(card_number) <= 12),
    CONSTRAINT members_first_name_length CHECK (char_length(first_name) <= 100),
    CONSTRAINT members_last_name_length CHECK (char_length(last_name) <= 100),
    CONSTRAINT members_role_values CHECK (role IN ('librarian', 'member')),
    CONSTRAINT members_first_name_at_least_2_characters_check CHECK (char_length(first_name) >= 2),
    CONSTRAINT members_last_name_at_least_2_characters_check CHECK (char_length(last_name) >= 2),
    CONSTRAINT members_email_given_check CHECK (email IS NOT NULL AND btrim(email) <> '')
);

CREATE TABLE app.subjects (
    -- Primary Key
    id         uuid                     NOT NULL DEFAULT app.uuid7(),

    -- Attributes
    name       text                     NOT NULL,

    -- Timestamps
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version    integer                  NOT NULL DEFAULT 1,

    -- Constraints
    CONSTRAINT subjects_pkey PRIMARY KEY (id),
    CONSTRAINT subjects_name_key UNIQUE (name),
    CONSTRAINT subjects_name_length CHECK (char_length(name) <= 80)
);

CREATE TABLE app.book_subjects (
    -- Foreign Keys
    book_id    uuid                     NOT NULL,
    subject_id uuid                     NOT NULL,

    -- Timestamps
    created_at timestamp with time zone NOT NULL DEFAULT now(),

    -- Constraints
    CONSTRAINT book_subjects_pkey PRIMARY KEY (book_id, subject_id)
);

CREATE TABLE app.copies (
    -- Primary Key
    id          uuid                     NOT NULL DEFAULT app.uuid7(),

    -- Attributes
    barcode     text                     NOT NULL,
    condition   text                     NOT NULL,
    shelf       text,
    acquired_on date                     NOT NULL,

    -- Foreign Keys
    book_id     uuid                     NOT NULL,

    -- Timestamps
    created_at  timestamp with time zone NOT NULL DEFAULT now(),
    updated_at  timestamp with time zone NOT NULL DEFAULT now(),
    version     integer                  NOT NULL DEFAULT 1,

    -- Constraints
    CONSTRAINT copies_pkey PRIMARY KEY (id),
    CONSTRAINT copies_barcode_key UNIQUE (barcode),
    CONSTRAINT copies_barcode_length CHECK (char_length(barcode) <= 20),
    CONSTRAINT copies_condition_values CHECK (condition IN ('new', 'good', 'worn', 'withdrawn')),
    CONSTRAINT copies_shelf_length CHECK (char_length(shelf) <= 20)
);

CREATE TABLE app.loans (
    -- Primary Key
    id          uuid                     NOT NULL DEFAULT app.uuid7(),

    -- Attributes
    lent_on     date                     NOT NULL,
    due_on      date                     NOT NULL,
    returned_on date,
    fine_amount numeric                  NOT NULL DEFAULT 0,
    note        text,
    status      text                     NOT NULL DEFAULT 'open',

    -- Foreign Keys
    copy_id     uuid                     NOT NULL,
    member_id   uuid                     NOT NULL,

    -- Timestamps
    created_at  timestamp with time zone NOT NULL DEFAULT now(),
    updated_at  timestamp with time zone NOT NULL DEFAULT now(),
    version     integer                  NOT NULL DEFAULT 1,

    -- Constraints
    CONSTRAINT loans_pkey PRIMARY KEY (id),
    CONSTRAINT loans_fine_amount_exact CHECK (scale(trim_scale(fine_amount)) <= 2 AND abs(fine_amount) < 1000000),
    CONSTRAINT loans_status_values CHECK (status IN ('open', 'overdue', 'returned', 'lost')),
    CONSTRAINT loans_returned_on_given_when_returned_check CHECK (status <> 'returned' OR (returned_on IS NOT NULL)),
    CONSTRAINT loans_due_on_after_lent_on_check CHECK (due_on > lent_on),
    CONSTRAINT loans_fine_amount_at_least_0_check CHECK (fine_amount >= 0),
    CONSTRAINT loans_returned_on_not_before_lent_on_check CHECK (returned_on >= lent_on)
);

CREATE TABLE audit.audit_logs (
    -- Primary Key
    id             bigint                   NOT NULL GENERATED ALWAYS AS IDENTITY,

    -- Attributes
    table_name     text                     NOT NULL,
    verb           text                     NOT NULL,
    row_key        jsonb,
    old_values     jsonb,
    actor          text                     DEFAULT nullif(current_setting('app.actor', true), ''),
    reason         text                     DEFAULT nullif(current_setting('app.reason', true), ''),
    database_role  text                     NOT NULL DEFAULT coalesce(nullif(current_setting('role'), 'none'), SESSION_USER),
    transaction_id xid8                     NOT NULL DEFAULT pg_current_xact_id(),

    -- Timestamps
    occurred_at    timestamp with time zone NOT NULL DEFAULT clock_timestamp(),

    -- Constraints
    CONSTRAINT audit_logs_pkey PRIMARY KEY (occurred_at, id),
    CONSTRAINT audit_logs_verb_values CHECK (verb IN ('insert', 'update', 'delete', 'truncate'))
) PARTITION BY RANGE (occurred_at);

-- Lock of each foreign key: SHARE ROW EXCLUSIVE, on both tables, nobody writes while every row is checked.
-- On a table in use: ADD CONSTRAINT ... NOT VALID, then VALIDATE CONSTRAINT by itself, which takes SHARE UPDATE EXCLUSIVE and lets everybody go on.
ALTER TABLE app.book_subjects
    ADD CONSTRAINT book_subjects_book_id_fkey FOREIGN KEY (book_id)
    REFERENCES app.books (id) ON DELETE CASCADE;

ALTER TABLE app.book_subjects
    ADD CONSTRAINT book_subjects_subject_id_fkey FOREIGN KEY (subject_id)
    REFERENCES app.subjects (id) ON DELETE CASCADE;

ALTER TABLE app.copies
    ADD CONSTRAINT copies_book_id_fkey FOREIGN KEY (book_id)
    REFERENCES app.books (id) ON DELETE RESTRICT;

ALTER TABLE app.loans
    ADD CONSTRAINT loans_copy_id_fkey FOREIGN KEY (copy_id)
    REFERENCES app.copies (id) ON DELETE RESTRICT;

ALTER TABLE app.loans
    ADD CONSTRAINT loans_member_id_fkey FOREIGN KEY (member_id)
    REFERENCES app.members (id) ON DELETE RESTRICT;

-- Lock of each index or unique key: SHARE, nobody writes while it is built.
-- On a table in use: CREATE INDEX CONCURRENTLY in a file of its own without a transaction, for a key then ADD CONSTRAINT ... USING INDEX, and DROP INDEX what stays invalid.
CREATE UNIQUE INDEX books_isbn_key ON app.books (isbn) WHERE (deleted_at IS NULL);

CREATE INDEX books_words_search_idx ON app.books USING gin (search_words) WHERE (deleted_at IS NULL);
CREATE INDEX book_subjects_subject_id_idx ON app.book_subjects (subject_id);
CREATE INDEX copies_book_id_idx ON app.copies (book_id);
CREATE UNIQUE INDEX loans_copy_id_key ON app.loans (copy_id) WHERE (status = 'open');
CREATE INDEX loans_status_member_id_idx ON app.loans (status, member_id);
CREATE INDEX loans_status_due_on_idx ON app.loans (status, due_on);
CREATE INDEX loans_copy_id_idx ON app.loans (copy_id);
CREATE INDEX loans_member_id_idx ON app.loans (member_id);
RESET ROLE;

COMMIT;
