#!/usr/bin/env bash
# Moves rows that stayed in a state for too long. Run it every hour as the job runner; a second run changes nothing.
# Connection: PGHOST, PGPORT, PGDATABASE, PGUSER, and a password file or certificate; no secret belongs into this file.
set -euo pipefail

# Each call is one batch and one transaction: locks are short, and a stop in between loses nothing.
until_done() {
    local sql rows
    sql=$(cat)
    while true; do
        rows=$(printf '%s\n' "$sql" | psql -X -A -t -q -v ON_ERROR_STOP=1)
        [ "$rows" -gt 0 ] || break
        echo "$rows rows: $sql"
    done
}

# bookings.status: requested becomes cancelled after 7 days
until_done <<'SQL'
SELECT app.bookings_requested_timeout();
SQL
