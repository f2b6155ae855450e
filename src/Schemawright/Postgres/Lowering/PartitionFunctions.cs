using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>The functions that keep partitions ahead of the clock, and those that drop what is past its time.</summary>
internal static class PartitionFunctions
{
    public static readonly QualifiedName Ensure = QualifiedName.Of("app", "ensure_partitions");
    public static readonly QualifiedName Drop = QualifiedName.Of("app", "drop_expired_partitions");
    public static readonly QualifiedName Archive = QualifiedName.Of("app", "archive_expired_partitions");

    /// <summary>Where detached partitions lie until they are exported; nobody but the owner reaches it.</summary>
    public static readonly Identifier ArchiveSchema = new("archive");
    private static readonly Origin Decided = Origin.Decided("D14-partitions");

    public static IEnumerable<PgFunction> Lower(Seq<PgTable> tables)
    {
        if (tables.Any(table => table.Partitioning is not null))
        {
            yield return EnsureAhead();
            yield return Expired(Drop, SqlText.Of($"EXECUTE format('DROP TABLE %s', part.name);"), "Drops partitions whose rows are all older than is kept");
        }

        if (AreArchived(tables))
        {
            yield return Expired(Archive, SqlText.Of($"EXECUTE format('ALTER TABLE %s SET SCHEMA {ArchiveSchema}', part.name);"), "Detaches partitions whose rows are all older than is kept, and lays them into the archive");
        }
    }

    public static bool AreArchived(Seq<PgTable> tables) => tables.Any(table => table.Partitioning is { Archived: true });

    /// <summary>
    /// CREATE … LIKE and ATTACH lock less than PARTITION OF. A partition gets row security without a policy: addressed directly it
    /// shows nothing, and through its parent the parent's policies hold.
    /// </summary>
    private static PgFunction EnsureAhead() => new(
        Ensure, "p_table regclass, p_unit text, p_by_uuid7 boolean, p_ahead integer", "integer", "plpgsql", "VOLATILE",
        SqlText.Of(
            $"""
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
                    lower_ := date_trunc(p_unit, {BaseFunctions.JobTime}() AT TIME ZONE 'UTC') + ahead * step;
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
            END
            """),
        true, true, Sourced.Comment("Makes the partitions from the one before the current to so many ahead, and leaves those that exist alone", Decided), Decided)
    {
        JobsOnly = true,
    };

    private static PgFunction Expired(QualifiedName name, SqlText end, string comment) => new(
        name, "p_table regclass, p_keep interval", "integer", "plpgsql", "VOLATILE",
        SqlText.Of(
            $"""
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
                    IF until_ <= {BaseFunctions.JobTime}() - p_keep THEN
                        EXECUTE format('ALTER TABLE %s DETACH PARTITION %s', p_table, part.name);
                        {end}
                        gone := gone + 1;
                    END IF;
                END LOOP;
                RETURN gone;
            END
            """),
        true, true, Sourced.Comment(comment, Decided), Decided)
    {
        JobsOnly = true,
    };
}
