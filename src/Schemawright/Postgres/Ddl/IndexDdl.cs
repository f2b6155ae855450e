using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>CREATE INDEX.</summary>
public static class IndexDdl
{
    public static SqlText Write(PgTable table, PgIndex index)
    {
        var unique = index.Unique ? SqlText.Of($"UNIQUE ") : SqlText.Empty;
        var method = index.Method == "btree" ? SqlText.Empty : SqlText.Of($" USING {SqlText.Words(index.Method)}");
        var include = index.Include.Count > 0 ? SqlText.Of($" INCLUDE ({TableDdl.Names(index.Include)})") : SqlText.Empty;
        var where = index.Where is { } condition ? SqlText.Of($" WHERE {condition}") : SqlText.Empty;
        return SqlText.Of($"CREATE {unique}INDEX {index.Name} ON {table.Name}{method} ({SqlText.Join(", ", index.Columns)}){include}{where};");
    }
}
