using System.Text;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The lines of a Mermaid entity diagram: a box for a table, a link for a foreign key.</summary>
internal static class MermaidDiagram
{
    public static string Link(ModelTables model, TablePair child, PgForeignKey key, MermaidNames names) =>
        $"    {names.Table(key.Referenced.Name.Text)} {ForeignKeyShape.Ends(model, child, key)} {names.Table(child.Name)} : \"{MermaidNames.Label(ForeignKeyShape.Label(model, child, key))}\"";

    public static string Box(PgTable table, MermaidNames names)
    {
        var box = new StringBuilder($"    {names.Table(table.Name.Name.Text)} {{\n");
        var columns = new MermaidNames(table.Columns.Select(column => column.Name.Text));
        foreach (var column in table.Columns)
        {
            var keys = string.Join(", ", Keys(table, column));
            box.Append($"        {MermaidNames.Type(column.Type)} {columns.Table(column.Name.Text)}{(keys.Length > 0 ? " " + keys : "")}\n");
        }

        return box.Append("    }").ToString();
    }

    private static IEnumerable<string> Keys(PgTable table, PgColumn column)
    {
        if (table.PrimaryKey?.Columns.Contains(column.Name) == true)
        {
            yield return "PK";
        }

        if (table.ForeignKeys.Any(key => key.Columns.Contains(column.Name)))
        {
            yield return "FK";
        }

        if (table.Uniques.Any(key => key.Columns.Count == 1 && key.Columns[0] == column.Name))
        {
            yield return "UK";
        }
    }
}
