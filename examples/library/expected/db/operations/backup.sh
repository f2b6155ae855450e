#!/usr/bin/env bash
# Takes and verifies a base backup and a dump of Quiet Shelf. Run it every day.
# Kept: backups 30 days, archived WAL 7 days. Set AGE_RECIPIENT: stored backups must be encrypted.
# Usage: BACKUP_ROOT=/backups WAL_ARCHIVE=/wal backup.sh
# Connection: PGHOST, PGPORT, PGDATABASE, PGUSER, and a password file or certificate; no secret belongs into this file.
set -euo pipefail

: "${BACKUP_ROOT:?where backups are kept}" "${WAL_ARCHIVE:?where archived WAL is kept}" "${PGDATABASE:?the database}"
: "${AGE_RECIPIENT:?the public key backups are encrypted for}"
stamp=$(date -u +%Y%m%dT%H%M%SZ)
target="$BACKUP_ROOT/$stamp"
mkdir -p "$target.part"

pg_basebackup --pgdata="$target.part/base" --format=plain --wal-method=stream --checkpoint=fast --manifest-checksums=SHA256
pg_verifybackup "$target.part/base"
pg_dump --format=custom --file="$target.part/$PGDATABASE.dump"
pg_restore --list "$target.part/$PGDATABASE.dump" > "$target.part/$PGDATABASE.list"
pg_dumpall --roles-only --no-role-passwords > "$target.part/roles.sql"
tar --create --directory="$target.part" . | age --recipient "$AGE_RECIPIENT" --output "$target.part/backup.tar.age"
find "$target.part" -mindepth 1 -maxdepth 1 ! -name backup.tar.age -exec rm -r {} +
mv "$target.part" "$target"

# Only after a good backup may older ones go.
find "$BACKUP_ROOT" -mindepth 1 -maxdepth 1 -type d -name '????????T??????Z' -mtime +30 -exec rm -r {} +
find "$WAL_ARCHIVE" -type f -mtime +7 -delete
echo "backup $stamp is complete"
