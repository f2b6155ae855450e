using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Migrations;

/// <summary>The way back of each migration: what came last goes first, and nothing that is not ours goes with it.</summary>
internal static class MigrationReversal
{
    public static IEnumerable<SqlText> OfSchema(PgSchema schema)
    {
        if (schema.Tables.Count > 0)
        {
            // All at once: tables that refer to each other in a circle have no order.
            yield return SqlText.Of($"DROP TABLE {SqlText.Join(",\n    ", schema.Tables.Reverse().Select(table => SqlText.Of($"{table.Name}")))};");
        }

        foreach (var function in Functions(schema, needsTables: false))
        {
            yield return function;
        }

        foreach (var domain in schema.Domains.Reverse())
        {
            yield return SqlText.Of($"DROP DOMAIN {domain.Name};");
        }

        if (schema.Owner is { } owner)
        {
            yield return GrantDdl.FormerDefaults(owner.Name);
        }

        foreach (var name in schema.Schemas.Reverse())
        {
            yield return SqlText.Of($"DROP SCHEMA {name};");
        }
    }

    public static IEnumerable<SqlText> OfRules(PgSchema schema) =>
    [
        .. schema.Triggers.Reverse().Select(trigger => SqlText.Of($"DROP TRIGGER {trigger.Name} ON {trigger.Table};")),
        .. Functions(schema, needsTables: true),
    ];

    public static IEnumerable<SqlText> OfSecurity(PgSchema schema) =>
    [
        .. ReadModelDdl.Remove(schema),
        .. schema.Grants.Reverse().Select(GrantDdl.Revoke),
        .. schema.Views.Reverse().Select(view => view.Materialized ? SqlText.Of($"DROP MATERIALIZED VIEW {view.Name};") : SqlText.Of($"DROP VIEW {view.Name};")),
        .. schema.Tables.Reverse().Where(table => table.ForceRowSecurity).Select(table => SqlText.Of($"ALTER TABLE {table.Name} NO FORCE ROW LEVEL SECURITY;")),
        .. schema.Tables.Reverse().Where(table => table.RowSecurity).Select(table => SqlText.Of($"ALTER TABLE {table.Name} DISABLE ROW LEVEL SECURITY;")),
        .. schema.Policies.Reverse().Select(policy => SqlText.Of($"DROP POLICY {policy.Name} ON {policy.Table};")),
    ];

    public static IEnumerable<SqlText> OfPartitions(PgSchema schema) =>
        schema.Tables.Where(table => table.Partitioning is not null).Reverse().Select(table => SqlText.Of(
            $"""
            DO $partitions$
            DECLARE
                part regclass;
            BEGIN
                FOR part IN SELECT inhrelid::regclass FROM pg_catalog.pg_inherits WHERE inhparent = {SqlLiteral.String(table.Name.ToString())}::regclass LOOP
                    EXECUTE format('DROP TABLE %s', part);
                END LOOP;
            END
            $partitions$;
            """));

    private static IEnumerable<SqlText> Functions(PgSchema schema, bool needsTables) =>
        schema.Functions.Where(function => function.NeedsTables == needsTables).Reverse().Select(function => SqlText.Of($"DROP FUNCTION {FunctionDdl.Identity(function)};"));
}
