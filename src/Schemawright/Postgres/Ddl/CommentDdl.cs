using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>COMMENT ON for every object: what it is, and the sentence or decision it comes from.</summary>
public static class CommentDdl
{
    public static IEnumerable<PgStatement> Write(PgSchema schema)
    {
        foreach (var name in schema.Schemas)
        {
            yield return new("comment", name.Text, null, Of(SqlText.Of($"SCHEMA {name}"), name == schema.SchemaName ? "The business: its tables, rules and views" : "The log of changes, out of the application's reach"));
        }

        foreach (var domain in schema.Domains)
        {
            yield return new("comment", domain.Name.Name.Text, null, Of(SqlText.Of($"DOMAIN {domain.Name}"), domain.Comment));
        }

        foreach (var statement in schema.Tables.SelectMany(OfTable))
        {
            yield return statement;
        }

        foreach (var function in schema.Functions)
        {
            yield return new("comment", function.Name.Name.Text, null, Of(SqlText.Of($"FUNCTION {FunctionDdl.Identity(function)}"), function.Comment));
        }

        foreach (var trigger in schema.Triggers)
        {
            yield return new("comment", trigger.Name.Text, trigger.Table.Name.Text, Of(SqlText.Of($"TRIGGER {trigger.Name} ON {trigger.Table}"), trigger.Comment));
        }

        foreach (var policy in schema.Policies)
        {
            yield return new("comment", policy.Name.Text, policy.Table.Name.Text, Of(SqlText.Of($"POLICY {policy.Name} ON {policy.Table}"), policy.Comment));
        }

        foreach (var view in schema.Views)
        {
            yield return new("comment", view.Name.Name.Text, null, Of(view.Materialized ? SqlText.Of($"MATERIALIZED VIEW {view.Name}") : SqlText.Of($"VIEW {view.Name}"), view.Comment));
        }
    }

    private static IEnumerable<PgStatement> OfTable(PgTable table)
    {
        var name = table.Name.Name.Text;
        yield return new("comment", name, name, Of(SqlText.Of($"TABLE {table.Name}"), table.Comment));
        foreach (var column in table.Columns)
        {
            yield return new("comment", column.Name.Text, name, Of(SqlText.Of($"COLUMN {table.Name}.{column.Name}"), column.Comment));
        }

        var constraints = table.Uniques.Prepend(table.PrimaryKey).OfType<PgKey>().Select(key => (key.Name, key.Comment))
            .Concat(table.Checks.Select(check => (check.Name, check.Comment)))
            .Concat(table.Exclusions.Select(exclusion => (exclusion.Name, exclusion.Comment)))
            .Concat(table.ForeignKeys.Select(key => (key.Name, key.Comment)));
        foreach (var (constraint, comment) in constraints.Where(constraint => constraint.Comment is not null))
        {
            yield return new("comment", constraint.Text, name, Of(SqlText.Of($"CONSTRAINT {constraint} ON {table.Name}"), comment!));
        }

        foreach (var index in table.Indexes)
        {
            yield return new("comment", index.Name.Text, name, Of(SqlText.Of($"INDEX {new QualifiedName(table.Name.Schema, index.Name)}"), index.Purpose));
        }
    }

    private static SqlText Of(SqlText what, string comment) => SqlText.Of($"COMMENT ON {what} IS {SqlLiteral.String(comment)};");
}
