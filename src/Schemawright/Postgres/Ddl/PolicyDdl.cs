using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>Policies, and switching row security on. Policies come first: in between, every query would see nothing.</summary>
public static class PolicyDdl
{
    public static SqlText Write(PgPolicy policy)
    {
        var roles = policy.Roles.Count > 0 ? SqlText.Of($" TO {TableDdl.Names(policy.Roles)}") : SqlText.Empty;
        var readable = policy.Using is { } condition ? SqlText.Of($"\n    USING {condition}") : SqlText.Empty;
        var writable = policy.WithCheck is { } check ? SqlText.Of($"\n    WITH CHECK {check}") : SqlText.Empty;
        var kind = policy.Permissive ? SqlText.Of($"PERMISSIVE") : SqlText.Of($"RESTRICTIVE");
        return SqlText.Of($"CREATE POLICY {policy.Name} ON {policy.Table} AS {kind} FOR {SqlText.Words(policy.Command)}{roles}{readable}{writable};");
    }

    public static SqlText Enable(PgTable table) => SqlText.Of($"ALTER TABLE {table.Name} ENABLE ROW LEVEL SECURITY;");

    public static SqlText Force(PgTable table) => SqlText.Of($"ALTER TABLE {table.Name} FORCE ROW LEVEL SECURITY;");
}
