using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>A foreign key, added when all tables stand.</summary>
public static class ForeignKeyDdl
{
    public static SqlText Write(PgTable table, PgForeignKey key) => SqlText.Of(
        $"""
        ALTER TABLE {table.Name}
            ADD CONSTRAINT {key.Name} FOREIGN KEY ({TableDdl.Names(key.Columns)})
            REFERENCES {key.Referenced} ({TableDdl.Names(key.ReferencedColumns)}) ON DELETE {OnDelete(key)}{(key.Deferred ? SqlText.Of($" DEFERRABLE INITIALLY DEFERRED") : SqlText.Empty)};
        """);

    private static SqlText OnDelete(PgForeignKey key) => key.SetNullColumns.Count > 0
        ? SqlText.Of($"SET NULL ({TableDdl.Names(key.SetNullColumns)})")
        : SqlText.Words(key.OnDelete);
}
