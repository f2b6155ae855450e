using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.Stack;

/// <summary>The files below <c>stack/</c>: what each store beside the database is set up with, and the queries that fill it.</summary>
internal static class StackFiles
{
    public const string Folder = "stack/";

    public static Seq<Artifact> Render(DataDesign design, PgSchema schema) =>
    [
        .. CacheFile.Render(design),
        .. SearchFiles.Render(design, schema),
        .. BucketFiles.Render(design),
        .. WarehouseFiles.Render(design, schema),
    ];

    /// <summary>Names of the input are values here, and the writer escapes them.</summary>
    public static Artifact Json(string path, Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default }))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return new(Folder + path, Encoding.UTF8.GetString(bytes.ToArray()) + "\n");
    }

    public static void Names(this Utf8JsonWriter json, string property, IEnumerable<string> names)
    {
        json.WriteStartArray(property);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }
}
