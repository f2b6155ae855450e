using System.Globalization;
using Schemawright.Design;
using Schemawright.Terms;

namespace Schemawright.Rendering.Operations;

/// <summary>Base backups that are verified when taken, a logical dump for single tables, and the server settings behind both.</summary>
internal static class BackupScripts
{
    public static IEnumerable<Artifact> Render(DataDesign design)
    {
        var plan = design.Recovery;
        yield return new(OperationFiles.Folder + "archive.conf", Settings(plan));
        yield return ShellScript.Of("backup.sh",
        [
            $"Takes and verifies a base backup and a dump of {design.Domain.AppName}. Run it every {ShellScript.Each(plan.FullBackup)}.",
            $"Kept: backups {plan.KeepBackups}, archived WAL {plan.KeepWal}.{(plan.Encrypted ? " Set AGE_RECIPIENT: stored backups must be encrypted." : "")}",
            "Usage: BACKUP_ROOT=/backups WAL_ARCHIVE=/wal backup.sh",
        ], Backup(plan));
    }

    private static string Settings(RecoveryDesign plan) =>
        $"""
        # Include into postgresql.conf. {(plan.IsSynchronous ? "Nothing that was committed can be lost while the standby lives; the archive is behind by at most the time below." : $"At most {plan.Rpo} of work can be lost: a segment is archived at the latest after that time.")}
        wal_level = replica
        archive_mode = on
        archive_timeout = {plan.WalArchiveTimeout.ToString(CultureInfo.InvariantCulture)}
        # Refuses to overwrite a segment, and returns only when the copy is on disk.
        archive_command = 'test ! -f "$WAL_ARCHIVE/%f" && cp "%p" "$WAL_ARCHIVE/%f.part" && sync "$WAL_ARCHIVE/%f.part" && mv "$WAL_ARCHIVE/%f.part" "$WAL_ARCHIVE/%f"'
        max_wal_senders = {Math.Max(4, plan.Replicas + 3).ToString(CultureInfo.InvariantCulture)}
        shared_preload_libraries = 'pg_stat_statements'
        {(plan.IsSynchronous ? Synchronous : "")}
        """;

    private const string Synchronous =
        """
        # A commit returns when a standby in another place has written it. With one standby its loss stops all writes: run two, so that any one will do.
        synchronous_commit = on
        synchronous_standby_names = 'ANY 1 (*)'

        """;

    /// <summary>Of each month older than what is kept whole, the first backup stays.</summary>
    private static string Thinning(Period keep) =>
        $$"""
        # Older than {{keep}}: of each month the first stays.
        kept_month=
        find "$BACKUP_ROOT" -mindepth 1 -maxdepth 1 -type d -name '????????T??????Z' -mtime +{{Days(keep)}} -printf '%f\n' | sort | while read -r name; do
            if [ "${name:0:6}" = "$kept_month" ]; then rm -r "${BACKUP_ROOT:?}/$name"; else kept_month=${name:0:6}; fi
        done

        """;

    private static string Backup(RecoveryDesign plan) =>
        $$"""
        : "${BACKUP_ROOT:?where backups are kept}" "${WAL_ARCHIVE:?where archived WAL is kept}" "${PGDATABASE:?the database}"
        {{(plan.Encrypted ? ": \"${AGE_RECIPIENT:?the public key backups are encrypted for}\"\n" : "")}}stamp=$(date -u +%Y%m%dT%H%M%SZ)
        target="$BACKUP_ROOT/$stamp"
        mkdir -p "$target.part"

        pg_basebackup --pgdata="$target.part/base" --format=plain --wal-method=stream --checkpoint=fast --manifest-checksums=SHA256
        pg_verifybackup "$target.part/base"
        pg_dump --format=custom --file="$target.part/$PGDATABASE.dump"
        pg_restore --list "$target.part/$PGDATABASE.dump" > "$target.part/$PGDATABASE.list"
        pg_dumpall --roles-only --no-role-passwords > "$target.part/roles.sql"
        {{(plan.Encrypted ? Encrypt : "")}}mv "$target.part" "$target"

        # Only after a good backup may older ones go.
        find "$BACKUP_ROOT" -mindepth 1 -maxdepth 1 -type d -name '????????T??????Z' -mtime +{{Days(plan.KeepBackups)}} -exec rm -r {} +
        {{(plan.KeepEvery is { } whole ? Thinning(whole) : "")}}find "$WAL_ARCHIVE" -type f -mtime +{{Days(plan.KeepWal)}} -delete
        echo "backup $stamp is complete"
        """;

    private const string Encrypt =
        """
        tar --create --directory="$target.part" . | age --recipient "$AGE_RECIPIENT" --output "$target.part/backup.tar.age"
        find "$target.part" -mindepth 1 -maxdepth 1 ! -name backup.tar.age -exec rm -r {} +

        """;

    private static string Days(Period period) => Math.Max(1, Math.Ceiling(period.ApproximateSeconds / 86400)).ToString(CultureInfo.InvariantCulture);
}
