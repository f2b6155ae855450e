using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>COMMENT ON for every object: what it is, and the sentence or decision it comes from.</summary>
public static class CommentDdl
{
    public static IEnumerable<PgStatement> Write(PgSchema schema) =>
        Objects(schema).Select(described => new PgStatement("comment", described.Name, described.Table, SqlText.Of($"COMMENT ON {described.What} IS {SqlLiteral.String(described.Comment)};")));

    /// <summary>The way back.</summary>
    public static IEnumerable<SqlText> Remove(PgSchema schema) => Objects(schema).Select(described => SqlText.Of($"COMMENT ON {described.What} IS NULL;"));

    private sealed record Described(string Name, string? Table, SqlText What, string Comment);

    private static IEnumerable<Described> Objects(PgSchema schema)
    {
        foreach (var name in schema.Schemas)
        {
            yield return new(name.Text, null, SqlText.Of($"SCHEMA {name}"), name == schema.SchemaName ? "The business: its tables, rules and views" : name == PartitionFunctions.ArchiveSchema ? "What was detached when its time was over, until it is exported" : "The log of changes, out of the application's reach");
        }

        foreach (var domain in schema.Domains)
        {
            yield return new(domain.Name.Name.Text, null, SqlText.Of($"DOMAIN {domain.Name}"), domain.Comment);
        }

        foreach (var statement in schema.Tables.SelectMany(OfTable))
        {
            yield return statement;
        }

        foreach (var function in schema.Functions)
        {
            yield return new(function.Name.Name.Text, null, SqlText.Of($"FUNCTION {FunctionDdl.Identity(function)}"), function.Comment);
        }

        foreach (var trigger in schema.Triggers)
        {
            yield return new(trigger.Name.Text, trigger.Table.Name.Text, SqlText.Of($"TRIGGER {trigger.Name} ON {trigger.Table}"), trigger.Comment);
        }

        foreach (var policy in schema.Policies)
        {
            yield return new(policy.Name.Text, policy.Table.Name.Text, SqlText.Of($"POLICY {policy.Name} ON {policy.Table}"), policy.Comment);
        }

        foreach (var view in schema.Views)
        {
            yield return new(view.Name.Name.Text, null, view.Materialized ? SqlText.Of($"MATERIALIZED VIEW {view.Name}") : SqlText.Of($"VIEW {view.Name}"), view.Comment);
        }

        foreach (var view in schema.ReadModels.Select(model => model.Shown))
        {
            yield return new(view.Name.Name.Text, null, SqlText.Of($"VIEW {view.Name}"), view.Comment);
        }
    }

    private static IEnumerable<Described> OfTable(PgTable table)
    {
        var name = table.Name.Name.Text;
        yield return new(name, name, SqlText.Of($"TABLE {table.Name}"), table.Comment);
        foreach (var column in table.Columns)
        {
            yield return new(column.Name.Text, name, SqlText.Of($"COLUMN {table.Name}.{column.Name}"), column.Comment);
        }

        var constraints = table.Uniques.Prepend(table.PrimaryKey).OfType<PgKey>().Select(key => (key.Name, key.Comment))
            .Concat(table.Checks.Select(check => (check.Name, check.Comment)))
            .Concat(table.Exclusions.Select(exclusion => (exclusion.Name, exclusion.Comment)))
            .Concat(table.ForeignKeys.Select(key => (key.Name, key.Comment)));
        foreach (var (constraint, comment) in constraints.Where(constraint => constraint.Comment is not null))
        {
            yield return new(constraint.Text, name, SqlText.Of($"CONSTRAINT {constraint} ON {table.Name}"), comment!);
        }

        foreach (var index in table.Indexes)
        {
            yield return new(index.Name.Text, name, SqlText.Of($"INDEX {new QualifiedName(table.Name.Schema, index.Name)}"), index.Purpose);
        }
    }
}
