using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering;

/// <summary>Checks that run on any installation and change nothing: they fail loudly where the database is not as it was made.</summary>
internal static class DatabaseTestFiles
{
    public static IEnumerable<Artifact> Render(DataDesign design, PgSchema schema)
    {
        yield return new("db/tests/001_security.sql", SqlFile.Statements(
        [
            $"Checks the security of {design.Domain.AppName} in the catalogue: psql -X -v ON_ERROR_STOP=1 -f db/tests/001_security.sql",
            "It reads only. Each check raises an exception that names what it found.",
        ],
        [
            Check("tables with policies force row security on everybody", SqlText.Of(
                $"""
                SELECT DISTINCT polrelid::regclass::text FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid
                WHERE relnamespace IN ({Namespaces(schema)}) AND NOT (relrowsecurity AND relforcerowsecurity)
                """)),
            Check("partitions hide their rows when addressed directly", SqlText.Of(
                $"""
                SELECT child.oid::regclass::text FROM pg_inherits JOIN pg_class AS child ON child.oid = inhrelid JOIN pg_class AS parent ON parent.oid = inhparent
                WHERE child.relkind = 'r' AND parent.relnamespace IN ({Namespaces(schema)}) AND parent.relrowsecurity AND NOT (child.relrowsecurity AND child.relforcerowsecurity)
                """)),
            Check("functions that run as their owner pin the search path", SqlText.Of(
                $"""
                SELECT oid::regprocedure::text FROM pg_proc
                WHERE pronamespace IN ({Namespaces(schema)}) AND prosecdef AND NOT coalesce(proconfig::text LIKE '%search_path=%', false)
                """)),
            Check("nothing is granted to everybody", SqlText.Of(
                $"""
                SELECT pg_class.oid::regclass::text FROM pg_class, aclexplode(relacl) AS grant_ WHERE relnamespace IN ({Namespaces(schema)}) AND grant_.grantee = 0
                UNION ALL
                SELECT pg_proc.oid::regprocedure::text FROM pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) AS grant_ WHERE pronamespace IN ({Namespaces(schema)}) AND grant_.grantee = 0
                """)),
            Check(schema.Reporter is null ? "no role of the product bypasses row security" : "no role of the product bypasses row security, except the one that fills the reports, as which nobody can act", SqlText.Of(
                $"""
                SELECT rolname::text FROM pg_roles
                WHERE rolname IN ({SqlText.Join(", ", schema.Roles.Where(role => role.Purpose != RolePurpose.Reporter).Select(role => SqlText.Of($"{SqlLiteral.String(role.Name.Text)}")))}) AND (rolsuper OR rolbypassrls)
                """)),
            Check("constraints are validated", SqlText.Of(
                $"SELECT conrelid::regclass::text || '.' || conname FROM pg_constraint WHERE connamespace IN ({Namespaces(schema)}) AND NOT convalidated")),
        ]));
    }

    private static SqlText Check(string claim, SqlText exceptions) => SqlText.Of(
        $"""
        DO $check$
        DECLARE
            found text;
        BEGIN
            SELECT string_agg(exception.name, ', ' ORDER BY exception.name) INTO found FROM (
                {exceptions}
            ) AS exception (name);
            IF found IS NOT NULL THEN
                RAISE EXCEPTION USING ERRCODE = 'P0004', MESSAGE = {SqlLiteral.String("not so: " + claim)} || ': ' || found;
            END IF;
        END
        $check$;
        """);

    private static SqlText Namespaces(PgSchema schema) =>
        SqlText.Join(", ", schema.Schemas.Select(name => SqlText.Of($"{SqlLiteral.String(name.Text)}::regnamespace")));
}
