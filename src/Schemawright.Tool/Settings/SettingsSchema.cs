using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Schemawright.Tool.Settings;

/// <summary>The JSON Schema of a settings file, made from the keys that are read; docs/settings.schema.json holds it.</summary>
internal static class SettingsSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write()
    {
        var properties = new JsonObject();
        foreach (var key in SettingKey.All)
        {
            properties[key.Name] = Property(key);
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = SettingsFile.Name,
            ["description"] = "Settings of schemawright, in the working directory or the nearest folder above it. Options on the command line weigh more. Paths are meant from the file's folder.",
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        }.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Property(SettingKey key)
    {
        var property = new JsonObject { ["description"] = key.Description };
        switch (key.Kind)
        {
            case SettingKind.Choice:
                property["enum"] = new JsonArray([.. key.Choices.Select(choice => JsonValue.Create(choice))]);
                break;
            case SettingKind.Switch:
                property["type"] = "boolean";
                break;
            default:
                property["type"] = "string";
                property["minLength"] = 1;
                break;
        }

        return property;
    }
}
