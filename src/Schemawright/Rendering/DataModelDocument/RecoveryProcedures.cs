using Schemawright.Design;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The commands that take a base backup, go back to a moment, and bring back one table.</summary>
internal sealed class RecoveryProcedures : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Recovery Procedures";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var database = source.Schema.Product;
        text.Paragraph("A base backup that proves itself readable:");
        text.Code("bash",
            """
            pg_basebackup --pgdata="$BACKUP" --format=plain --wal-method=stream --checkpoint=fast --manifest-checksums=SHA256
            pg_verifybackup "$BACKUP"
            """);
        text.Paragraph("Back to a moment: restore the base backup, replay the archived WAL up to the moment, and look before opening the doors. A server that cannot reach the moment says so in its log only.");
        text.Code("bash",
            """
            cp -a "$BACKUP" "$PGDATA" && touch "$PGDATA/recovery.signal"
            cat >> "$PGDATA/postgresql.auto.conf" <<EOF
            restore_command = 'cp "$WAL_ARCHIVE/%f" "%p"'
            recovery_target_time = '$MOMENT'
            recovery_target_action = 'pause'
            EOF
            pg_ctl start --wait --pgdata="$PGDATA" --log="$PGDATA/recovery.log"
            grep 'recovery stopping before' "$PGDATA/recovery.log"
            psql --command 'SELECT pg_wal_replay_resume();'
            """);
        WriteTable(source, database, text);
    }

    private static void WriteTable(DocumentSource source, string database, MarkdownText text)
    {
        var table = source.Tables.FirstOrDefault(known => known.Kind == TableKind.Core)?.Name;
        if (table is null || !table.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
        {
            return;
        }

        text.Paragraph($"One table alone, here {MarkdownEscape.Code(table)}, with its indexes, into a database beside the live one: `--table` would leave indexes and constraints behind, so a list names what is wanted.");
        text.Code("bash",
            $"""
            pg_dump --format=custom --file=backup.dump {Plain(database)}
            pg_restore --list backup.dump | grep --word-regexp {table} > wanted.list
            createdb rescue
            pg_restore --dbname=rescue --use-list=wanted.list backup.dump
            """);
    }

    private static string Plain(string database) => string.Concat(database.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
}
