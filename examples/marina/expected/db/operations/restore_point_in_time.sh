#!/usr/bin/env bash
# Brings Berthline back to a moment of the last 7 days, into a new data folder. To be done within 30 minutes.
# Rehearse it every month: judge by the rows that came back, never by the exit code.
# Usage: restore_point_in_time.sh BASE_BACKUP WAL_ARCHIVE NEW_DATA_FOLDER '2030-01-31 12:00:00+00' [PORT]
# Connection: PGHOST, PGPORT, PGDATABASE, PGUSER, and a password file or certificate; no secret belongs into this file.
set -euo pipefail

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
