#!/usr/bin/env bash
# Makes the reports anew while they are read: all of them, or the one that is named. Run it as the job runner at the rhythm each one states.
# Connection: PGHOST, PGPORT, PGDATABASE, PGUSER, and a password file or certificate; no secret belongs into this file.
set -euo pipefail

wanted=${1:-all}

# Number of loans per book (PRD.md:36)
# Every hour
if [ "$wanted" = all ] || [ "$wanted" = 'loans_by_book_2' ]; then
    psql -X -q -v ON_ERROR_STOP=1 <<'SQL'
SELECT report.refresh_loans_by_book_2();
SQL
fi
