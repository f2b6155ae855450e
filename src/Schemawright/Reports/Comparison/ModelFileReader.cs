using System.Text.Json;
using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Reports.Comparison;

/// <summary>Reads a model.json into a picture of the model.</summary>
public static class ModelFileReader
{
    private const int Format = 1;

    private static readonly DiagnosticKind NoModel = new(
        "SW6030", Severity.Error, "A file is no model file of this version",
        "{0} is no model file of this version: {1}",
        "Only a model.json as build writes it can be compared.",
        "name a model.json, the folder that build wrote, or a product's folder");

    /// <param name="name">How the user named the file.</param>
    /// <returns>Null when it is no model file, which is reported.</returns>
    public static ModelPicture? Read(string text, string name, Findings findings)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.Number("formatVersion") is not Format)
            {
                findings.Report(NoModel, null, name, root.Member("formatVersion") is null ? "it says no formatVersion" : $"its formatVersion is {root.Word("formatVersion")}");
                return null;
            }

            return Picture(root);
        }
        catch (JsonException error)
        {
            findings.Report(NoModel, null, name, error.Message.Split('\n')[0].TrimEnd('.', '\r'));
            return null;
        }
    }

    private static ModelPicture Picture(JsonElement root)
    {
        var domain = root.Member("domain") ?? throw new JsonException("it holds no domain");
        var tables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entity in domain.Items("entities"))
        {
            tables[entity.Word("tableName")] = entity.Word("name");
        }

        var things = DomainThings.Of(domain).Concat(SchemaThings.Of(root.Member("schema") ?? default, tables));
        return new(root.Word("appName"), domain.Items("entities").Select(entity => entity.Word("name")).ToSeq(), things.ToSeq());
    }
}
