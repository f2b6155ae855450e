#!/usr/bin/env bash
# Brings one table back from a dump into a rescue database, with its indexes and constraints, to be compared and copied from there.
# Usage: restore_table.sh DUMP_FILE SCHEMA TABLE RESCUE_DATABASE
# Connection: PGHOST, PGPORT, PGDATABASE, PGUSER, and a password file or certificate; no secret belongs into this file.
set -euo pipefail

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
