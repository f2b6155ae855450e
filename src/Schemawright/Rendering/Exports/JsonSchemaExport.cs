using System.Globalization;
using System.Text;
using System.Text.Json;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Rendering.Exports;

/// <summary>The rows of the model as JSON Schema 2020-12: a definition for each table, and a whole data set at the root.</summary>
/// <remarks>What JSON Schema cannot say (keys, references, checks over columns) stands in keywords that begin with <c>x-</c>.</remarks>
internal sealed class JsonSchemaExport : ISchemaExport
{
    private const string Definitions = "#/$defs/";

    public string Format => "json-schema";

    public string Write(ModelTables model)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", model.Domain.AppName);
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            foreach (var table in model.Tables)
            {
                json.WriteStartObject(table.Name);
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                json.WriteString("$ref", Pointer(table.Name));
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartObject("$defs");
            foreach (var table in model.Tables)
            {
                Table(json, model, table);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Table(Utf8JsonWriter json, ModelTables model, TablePair table)
    {
        json.WriteStartObject(table.Name);
        json.WriteString("description", table.Table.Comment);
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject(column.Name);
            json.WriteString("description", column.Column.Comment);
            JsonColumn.Write(json, ColumnShape.Of(model.Schema, column.Column), column, ColumnBounds.Of(table.Design, column.Name));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        Names(json, "required", table.Table.Columns.Where(MustBeGiven).Select(column => column.Name));
        Rules(json, table.Table);
        json.WriteEndObject();
    }

    /// <summary>A row must give what can be neither absent nor filled in by the server.</summary>
    private static bool MustBeGiven(PgColumn column) => column is { NotNull: true, Default: null, Generated: null, Identity: false };

    private static void Rules(Utf8JsonWriter json, PgTable table)
    {
        if (table.PrimaryKey is { } primary)
        {
            Names(json, "x-primary-key", primary.Columns);
        }

        json.WriteStartArray("x-unique");
        foreach (var unique in table.Uniques)
        {
            Names(json, null, unique.Columns);
        }

        json.WriteEndArray();
        json.WriteStartArray("x-references");
        foreach (var key in table.ForeignKeys)
        {
            json.WriteStartObject();
            Names(json, "columns", key.Columns);
            json.WriteString("table", Pointer(key.Referenced.Name.Text));
            Names(json, "references", key.ReferencedColumns);
            json.WriteString("onDelete", key.OnDelete.ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("x-checks");
        foreach (var check in table.Checks)
        {
            json.WriteString(check.Name.Text, OneLineSql.Of(check.Condition));
        }

        foreach (var exclusion in table.Exclusions)
        {
            json.WriteString(exclusion.Name.Text, OneLineSql.Of(exclusion));
        }

        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string? property, IEnumerable<Identifier> names)
    {
        if (property is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(property);
        }

        foreach (var name in names)
        {
            json.WriteStringValue(name.Text);
        }

        json.WriteEndArray();
    }

    /// <summary>A JSON pointer inside a URI fragment.</summary>
    private static string Pointer(string name) =>
        Definitions + Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
}
