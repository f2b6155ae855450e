using Schemawright.Design;

namespace Schemawright.Rendering.Operations;

/// <summary>The ways back: to a point in time, and for one table.</summary>
internal static class RestoreScripts
{
    public static IEnumerable<Artifact> Render(DataDesign design)
    {
        var plan = design.Recovery;
        yield return ShellScript.Of("restore_point_in_time.sh",
        [
            $"Brings {design.Domain.AppName} back to a moment of the last {plan.KeepWal}, into a new data folder. To be done within {plan.Rto}.",
            $"Rehearse it every {ShellScript.Each(plan.RestoreTest)}: judge by the rows that came back, never by the exit code.",
            "Usage: restore_point_in_time.sh BASE_BACKUP WAL_ARCHIVE NEW_DATA_FOLDER '2030-01-31 12:00:00+00' [PORT]",
        ], PointInTime);
        yield return ShellScript.Of("restore_table.sh",
        [
            "Brings one table back from a dump into a rescue database, with its indexes and constraints, to be compared and copied from there.",
            "Usage: restore_table.sh DUMP_FILE SCHEMA TABLE RESCUE_DATABASE",
        ], OneTable);
    }

    private const string PointInTime =
        """
        backup=${1:?the base backup}; archive=${2:?the WAL archive}; data=${3:?the new data folder}; moment=${4:?the moment}; port=${5:-5433}
        [ ! -e "$data" ] || { echo "$data exists: restore into a new folder" >&2; exit 1; }
        case "$data" in /*) ;; *) data=$PWD/$data;; esac
        case "$archive$data$moment" in *"'"*) echo "no quotation marks in paths or times" >&2; exit 1;; esac

        pg_verifybackup "$backup"
        cp -a "$backup" "$data"
        chmod 700 "$data"
        touch "$data/recovery.signal"
        {
            echo "restore_command = 'cp \"$archive/%f\" \"%p\"'"
            echo "recovery_target_time = '$moment'"
            echo "recovery_target_action = 'pause'"
            echo "archive_mode = off"
            echo "port = $port"
            # Nobody gets in by accident before the rows were looked at.
            echo "listen_addresses = ''"
            echo "unix_socket_directories = '$data'"
        } >> "$data/postgresql.auto.conf"

        pg_ctl --pgdata="$data" --log="$data/restore.log" --wait start
        # The exit code says nothing about the target: the log does.
        for _ in $(seq 1 600); do
            grep -q 'pausing at the end of recovery\|recovery has paused' "$data/restore.log" && break
            grep -q 'FATAL\|PANIC' "$data/restore.log" && { tail -n 20 "$data/restore.log" >&2; exit 1; }
            sleep 1
        done
        grep 'recovery stopping' "$data/restore.log" || { echo "the moment was not reached" >&2; exit 1; }
        echo "Read-only at $moment: psql -h $data -p $port. Look at the rows; then SELECT pg_wal_replay_resume(); and open listen_addresses."
        """;

    private const string OneTable =
        """
        dump=${1:?the dump file}; schema=${2:?the schema}; table=${3:?the table}; rescue=${4:?the rescue database}
        work=$(mktemp -d); trap 'rm -r "$work"' EXIT

        # --table would leave indexes, constraints and domains behind: a list names what is restored. Foreign keys and triggers stay out,
        # because the tables they need are not there; policies too, because rows are compared across tenants.
        pg_restore --list "$dump" > "$work/all"
        grep -E '^[0-9]+; [0-9]+ [0-9]+ (SCHEMA|EXTENSION|DOMAIN|TYPE|FUNCTION) ' "$work/all" > "$work/wanted" || true
        awk -v schema="$schema" -v name="$table" '
            { line = $0; sub(/^[0-9]+; [0-9]+ [0-9]+ /, "", line) }
            line ~ "^(TABLE|TABLE DATA|TABLE ATTACH|DEFAULT|CONSTRAINT|INDEX|INDEX ATTACH) " {
                rest = line; sub(/^(TABLE DATA|TABLE ATTACH|INDEX ATTACH|TABLE|DEFAULT|CONSTRAINT|INDEX) /, "", rest)
                split(rest, word, " ")
                if (word[1] == schema && index(word[2], name) == 1) print $0
            }' "$work/all" >> "$work/wanted"
        grep -qE " TABLE DATA " "$work/wanted" || { echo "$schema.$table has no rows in $dump" >&2; exit 1; }

        createdb "$rescue"
        pg_restore --dbname="$rescue" --no-owner --no-privileges --exit-on-error --use-list="$work/wanted" "$dump"
        psql -X -v ON_ERROR_STOP=1 -d "$rescue" -v s="$schema" -v t="$table" <<'SQL'
        SELECT count(*) AS rows_brought_back FROM :"s".:"t";
        SQL
        """;
}
