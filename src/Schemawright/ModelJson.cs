using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Schemawright.Facts;
using Schemawright.Rendering.ModelFile;

namespace Schemawright;

/// <summary>Writes stages as JSON, the public interface for other programs.</summary>
public static class ModelJson
{
    private static readonly JsonSerializerOptions FactOptions = StageBorders.Without(FactsJsonContext.Default, typeof(FactBase), "corpus");

    /// <param name="stage">facts, domain, design or schema.</param>
    public static string Emit(Compilation compilation, string stage) => stage switch
    {
        "facts" => JsonSerializer.Serialize(compilation.Facts, (JsonTypeInfo<FactBase>)FactOptions.GetTypeInfo(typeof(FactBase))) + "\n",
        "domain" => ModelFileText.Write(compilation.Domain),
        "design" => ModelFileText.Write(compilation.Design),
        "schema" => ModelFileText.Write(compilation.Schema),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "facts, domain, design or schema"),
    };
}

/// <summary>The generated writers of the facts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(FactBase))]
internal sealed partial class FactsJsonContext : JsonSerializerContext;
