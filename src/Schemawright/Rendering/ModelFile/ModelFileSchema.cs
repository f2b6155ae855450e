using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Schemawright.Rendering.ModelFile;

/// <summary>The JSON Schema of model.json, made from the same types that write it; docs/model.schema.json holds it.</summary>
public static class ModelFileSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write()
    {
        var definitions = new TypeDefinitions(ModelFileText.Options);
        var root = definitions.Reference(typeof(ModelDocument));
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "model.json",
            ["description"] = "A compiled data model: what the documents mean, what was decided, what PostgreSQL will hold, and what became of every statement. A property that holds nothing is left out.",
            ["$ref"] = root["$ref"]!.DeepClone(),
            ["$defs"] = definitions.All(),
        };
        return schema.ToJsonString(Readable) + "\n";
    }
}
