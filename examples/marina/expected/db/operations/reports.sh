#!/usr/bin/env bash
# Makes the reports anew while they are read: all of them, or the one that is named. Run it as the job runner at the rhythm each one states.
# Connection: PGHOST, PGPORT, PGDATABASE, PGUSER, and a password file or certificate; no secret belongs into this file.
set -euo pipefail

wanted=${1:-all}

# Number of confirmed bookings, total price of bookings per berth and currency and month (PRD.md:29)
# Every hour
if [ "$wanted" = all ] || [ "$wanted" = 'bookings_by_berth_and_currency_and_month' ]; then
    psql -X -q -v ON_ERROR_STOP=1 <<'SQL'
SELECT report.refresh_bookings_by_berth_and_currency_and_month();
SQL
fi

# Total amount of payments per method and currency and month (PRD.md:30)
# Every day
if [ "$wanted" = all ] || [ "$wanted" = 'payments_by_method_and_currency_and_month' ]; then
    psql -X -q -v ON_ERROR_STOP=1 <<'SQL'
SELECT report.refresh_payments_by_method_and_currency_and_month();
SQL
fi
