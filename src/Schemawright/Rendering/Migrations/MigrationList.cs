using Schemawright.Collections;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Migrations;

/// <summary>The migrations: run in the order of their numbers they build the schema on an empty server.</summary>
internal static class MigrationList
{
    public static Seq<Migration> Of(PgSchema schema)
    {
        var statements = SchemaDdl.Write(schema).ToList();
        var firstTable = statements.FindIndex(statement => Is(statement, "table"));
        var hasOwner = statements.Exists(statement => Is(statement, "role")) && schema.Owner is not null;
        Seq<SqlText> become = hasOwner ? [RoleDdl.Act(schema.Owner!)] : [];
        Seq<SqlText> leave = hasOwner ? [RoleDdl.ActAsSelf] : [];
        Seq<SqlText> AsOwner(IEnumerable<SqlText> sql) => [.. become, .. sql, .. leave];
        IEnumerable<SqlText> After(params string[] kinds) => Sql(statements.Where((statement, place) => place >= firstTable && Is(statement, kinds)));

        var partitions = Sql(statements.Where(statement => Is(statement, "partition"))).ToSeq();
        var migrations = new List<Migration>
        {
            new(1, "create_initial_schema", "Extensions, roles, schemas, domains, base functions, tables, foreign keys and indexes.",
                [.. Sql(statements.Where((_, place) => place < firstTable)), .. After("table", "foreignKey", "index"), .. leave], AsOwner(MigrationReversal.OfSchema(schema)))
            {
                Warning = "Every row goes with its table. Roles and extensions stay: other databases of the server may use them.",
            },
            new(2, "create_rules_and_triggers", "Functions and triggers: versions, states, business rules, limits, the audit log.", AsOwner(After("function", "trigger")), AsOwner(MigrationReversal.OfRules(schema))),
            new(3, "secure_and_publish", schema.ReadModels.Count == 0 ? "Row security, views and grants: until here only the owner reaches a row." : "Row security, views, grants and reports: until here only the owner reaches a row.", AsOwner(After("policy", "view", "grant", "readModel")), AsOwner(MigrationReversal.OfSecurity(schema))),
        };
        if (partitions.Count > 0)
        {
            migrations.Add(new(4, "create_partitions", "The first partitions, each table's in a transaction of its own; it can be run again.", AsOwner(partitions), AsOwner(MigrationReversal.OfPartitions(schema)))
            {
                EachAlone = true, Warning = "The rows in a partition go with it.",
            });
        }

        migrations.Add(new(5, "describe_objects", "A comment on every object: what it is, and the sentence or decision it comes from.", AsOwner(Sql(statements.Where(statement => Is(statement, "comment")))), AsOwner(CommentDdl.Remove(schema))));
        return migrations.ToSeq();
    }

    private static IEnumerable<SqlText> Sql(IEnumerable<PgStatement> statements) => StatementLocks.Told(statements);

    private static bool Is(PgStatement statement, params ReadOnlySpan<string> kinds) => kinds.Contains(statement.Kind);
}
