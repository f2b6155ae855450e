using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering;

/// <summary>The migrations: run in the order of their names they build the schema on an empty server.</summary>
internal static class MigrationFiles
{
    private const string Folder = "db/migrations/";

    public static IEnumerable<Artifact> Render(DataDesign design, PgSchema schema, Seq<PgStatement> statements)
    {
        var firstTable = statements.ToList().FindIndex(statement => Is(statement, "table"));
        var lastRole = statements.ToList().FindLastIndex(statement => Is(statement, "role"));
        var ground = statements.Where((_, place) => place < firstTable);
        var tables = statements.Where((statement, place) => place >= firstTable && Is(statement, "table", "foreignKey", "index"));
        var rules = statements.Where((statement, place) => place >= firstTable && Is(statement, "function", "trigger"));
        var security = statements.Where((statement, place) => place >= firstTable && Is(statement, "policy", "view", "grant"));
        var partitions = statements.Where(statement => Is(statement, "partition")).ToSeq();
        var comments = statements.Where(statement => Is(statement, "comment"));
        var (become, leave) = Owner(schema) is { } owner && lastRole >= 0
            ? (new[] { RoleDdl.Act(owner) }, new[] { SqlText.Of($"RESET ROLE;") })
            : ([], []);

        Artifact File(string name, string what, IEnumerable<SqlText> sql) => new(Folder + name, SqlFile.Transaction([.. About(name), what], sql));

        yield return File("001_create_initial_schema.sql", "Extensions, roles, schemas, domains, base functions, tables, foreign keys and indexes.", [.. Sql(ground), .. Sql(tables), .. leave]);
        yield return File("002_create_rules_and_triggers.sql", "Functions and triggers: versions, states, business rules, limits, the audit log.", [.. become, .. Sql(rules), .. leave]);
        yield return File("003_secure_and_publish.sql", "Row security, views and grants: until here only the owner reaches a row.", [.. become, .. Sql(security), .. leave]);
        if (partitions.Count > 0)
        {
            yield return new(Folder + "004_create_partitions.sql", SqlFile.Statements(
                [.. About("004_create_partitions.sql"), "The first partitions, each table's in a transaction of its own; it can be run again."], [.. become, .. Sql(partitions), .. leave]));
        }

        yield return File("005_describe_objects.sql", "A comment on every object: what it is, and the sentence or decision it comes from.", [.. become, .. Sql(comments), .. leave]);

        Seq<string> About(string name) =>
        [
            $"Migration: {name}", $"Product: {design.Domain.AppName}",
            $"Run: psql -X -v ON_ERROR_STOP=1 -f {Folder}{name}, in the order of the names, as a superuser or as the database's owner with CREATEROLE.",
        ];
    }

    private static IEnumerable<SqlText> Sql(IEnumerable<PgStatement> statements) => statements.Select(statement => statement.Sql);

    private static bool Is(PgStatement statement, params ReadOnlySpan<string> kinds) => kinds.Contains(statement.Kind);

    private static PgRole? Owner(PgSchema schema) => schema.Roles.FirstOrDefault(role => role.Purpose == RolePurpose.Owner);
}
