using System.Text.Json;
using Schemawright.Terms;

namespace Schemawright.Rendering.Exports;

/// <summary>A column's value as a JSON Schema.</summary>
internal static class JsonColumn
{
    public static void Write(Utf8JsonWriter json, ColumnShape shape, ColumnPair column, ColumnBounds bounds)
    {
        if (column.Column.Generated is not null || column.Column.Identity)
        {
            json.WriteBoolean("readOnly", true);
        }

        var optional = !column.Column.NotNull;
        if (!shape.IsArray)
        {
            Value(json, shape, column, bounds, optional);
            return;
        }

        Type(json, "array", optional);
        json.WriteStartObject("items");
        Value(json, shape, column, ColumnBounds.None, optional: false);
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, ColumnShape shape, ColumnPair column, ColumnBounds bounds, bool optional)
    {
        var isList = shape.Base == "jsonb" && column.Design is { Type.IsArray: true };
        Type(json, isList ? "array" : TypeOf(shape.Base), optional);
        if (FormatOf(shape, column.Design?.Type.Kind) is { } format)
        {
            json.WriteString("format", format);
        }

        if (shape.Base == "bytea")
        {
            json.WriteString("contentEncoding", "base64");
        }

        Values(json, column.Design?.Type is { Kind: DataKind.Enumeration } type ? [.. type.Values] : [], optional);
        bounds.Write(json);
    }

    private static void Values(Utf8JsonWriter json, IReadOnlyCollection<string> values, bool optional)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray("enum");
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        if (optional)
        {
            json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static void Type(Utf8JsonWriter json, string type, bool optional)
    {
        if (!optional)
        {
            json.WriteString("type", type);
            return;
        }

        json.WriteStartArray("type");
        json.WriteStringValue(type);
        json.WriteStringValue("null");
        json.WriteEndArray();
    }

    private static string TypeOf(string type) => type switch
    {
        "smallint" or "integer" or "bigint" or "xid8" => "integer",
        "numeric" or "double precision" or "real" => "number",
        "boolean" => "boolean",
        "jsonb" or "json" => "object",
        _ => "string",
    };

    private static string? FormatOf(ColumnShape shape, DataKind? kind) => (shape.Base, kind) switch
    {
        ("uuid", _) => "uuid",
        ("date", _) => "date",
        ("timestamp with time zone", _) => "date-time",
        ("interval", _) => "duration",
        ("text", DataKind.Email) => "email",
        ("text", DataKind.Url) => "uri",
        _ => null,
    };
}
