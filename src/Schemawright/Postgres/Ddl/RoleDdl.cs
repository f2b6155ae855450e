using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>Roles live in the whole cluster: one that another database already brought is kept as it is.</summary>
public static class RoleDdl
{
    public static SqlText Write(PgRole role)
    {
        var login = role.CanLogin ? SqlText.Of($"LOGIN") : SqlText.Of($"NOLOGIN");
        var bypass = role.BypassRls ? SqlText.Of($" BYPASSRLS") : SqlText.Empty;
        return SqlText.Of(
            $"""
            DO $role$
            BEGIN
                IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = {SqlLiteral.String(role.Name.Text)}) THEN
                    CREATE ROLE {role.Name} {login}{bypass};
                    COMMENT ON ROLE {role.Name} IS {SqlLiteral.String(role.Comment)};
                END IF;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL; -- another session made it at the same moment
            END
            $role$;
            """);
    }

    public static SqlText Member(PgRole role, Identifier group) => SqlText.Of($"GRANT {group} TO {role.Name};");

    /// <summary>Whoever migrates acts as the owner; a superuser already can.</summary>
    public static SqlText BecomeMember(PgRole owner) => SqlText.Of(
        $"""
        DO $role$
        BEGIN
            IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = CURRENT_USER) THEN
                GRANT {owner.Name} TO CURRENT_USER;
            END IF;
        END
        $role$;
        """);

    /// <summary>Nobody stays able to act as the role.</summary>
    public static SqlText LeaveMember(PgRole role) => SqlText.Of(
        $"""
        DO $role$
        BEGIN
            IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = CURRENT_USER) THEN
                REVOKE {role.Name} FROM CURRENT_USER;
            END IF;
        END
        $role$;
        """);

    public static SqlText ActAsSelf { get; } = SqlText.Of($"RESET ROLE;");

    public static SqlText Act(PgRole owner) => SqlText.Of($"SET ROLE {owner.Name};");
}
