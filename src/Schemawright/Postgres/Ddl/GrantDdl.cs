using Schemawright.Collections;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>First everything is taken from everybody, then each role is given its part.</summary>
public static class GrantDdl
{
    public static SqlText Write(PgGrant grant) => grant.Columns.Count > 0
        ? SqlText.Of($"GRANT {SqlText.Words(grant.Privileges)} ({TableDdl.Names(grant.Columns)}) ON {grant.Object} TO {grant.Role};")
        : SqlText.Of($"GRANT {SqlText.Words(grant.Privileges)} ON {grant.Object} TO {grant.Role};");

    public static SqlText Revoke(PgGrant grant) => grant.Columns.Count > 0
        ? SqlText.Of($"REVOKE {SqlText.Words(grant.Privileges)} ({TableDdl.Names(grant.Columns)}) ON {grant.Object} FROM {grant.Role};")
        : SqlText.Of($"REVOKE {SqlText.Words(grant.Privileges)} ON {grant.Object} FROM {grant.Role};");

    public static IEnumerable<SqlText> Revoke(Identifier schema) =>
    [
        SqlText.Of($"REVOKE ALL ON SCHEMA {schema} FROM PUBLIC;"),
        SqlText.Of($"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM PUBLIC;"),
        SqlText.Of($"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {schema} FROM PUBLIC;"),
    ];

    /// <summary>What a later migration adds is closed until it says who may use it.</summary>
    public static IEnumerable<SqlText> Defaults(Identifier owner) =>
    [
        SqlText.Of($"ALTER DEFAULT PRIVILEGES FOR ROLE {owner} REVOKE ALL ON TABLES FROM PUBLIC;"),
        SqlText.Of($"ALTER DEFAULT PRIVILEGES FOR ROLE {owner} REVOKE ALL ON FUNCTIONS FROM PUBLIC;"),
    ];
    /// <summary>A server's own default: everybody may call functions, nobody is given tables.</summary>
    public static SqlText FormerDefaults(Identifier owner) => SqlText.Of($"ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT ALL ON FUNCTIONS TO PUBLIC;");
}
