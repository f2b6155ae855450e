using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;

namespace Schemawright.Reports;

/// <summary>The objects of a schema by kind and name, each with the text that tells two versions of it apart.</summary>
internal static class SchemaObjects
{
    /// <returns>Such as <c>column loans.due_on</c> with its type and default, or <c>index loans_member_id_idx</c> with its statement.</returns>
    public static IReadOnlyDictionary<string, string> Of(PgSchema schema)
    {
        var objects = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in schema.Tables)
        {
            Add(objects, table);
        }

        foreach (var statement in SchemaDdl.Write(schema).Where(statement => statement.Kind is not ("table" or "comment" or "grant")))
        {
            var name = Name(statement);
            objects[name] = objects.TryGetValue(name, out var known) ? $"{known}\n{statement.Sql.Text}" : statement.Sql.Text;
        }

        return objects;
    }

    private static void Add(SortedDictionary<string, string> objects, PgTable table)
    {
        var name = table.Name.Name.Text;
        objects[$"table {name}"] = $"{table.Partitioning?.Column} {table.RowSecurity}";
        foreach (var column in table.Columns)
        {
            objects[$"column {name}.{column.Name.Text}"] = $"{column.Type}{(column.NotNull ? " NOT NULL" : "")} {column.Default?.Text} {column.Generated?.Text}";
        }

        if (table.PrimaryKey is { } primary)
        {
            objects[$"primary key {primary.Name.Text}"] = string.Join(", ", primary.Columns);
        }

        foreach (var unique in table.Uniques)
        {
            objects[$"unique {unique.Name.Text}"] = string.Join(", ", unique.Columns);
        }

        foreach (var check in table.Checks)
        {
            objects[$"check {check.Name.Text}"] = check.Condition.ToString();
        }

        foreach (var exclusion in table.Exclusions)
        {
            objects[$"exclusion {exclusion.Name.Text}"] = $"{string.Join(", ", exclusion.Elements)} {exclusion.Where}";
        }
    }

    private static string Name(PgStatement statement) => statement.Kind switch
    {
        "foreignKey" => $"foreign key {statement.Name}",
        "trigger" or "policy" => $"{statement.Kind} {statement.Table}.{statement.Name}",
        _ => $"{statement.Kind} {statement.Name}",
    };
}
