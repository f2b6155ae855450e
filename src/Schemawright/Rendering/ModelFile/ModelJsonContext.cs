using System.Text.Json.Serialization;

namespace Schemawright.Rendering.ModelFile;

/// <summary>The generated writers of the model: camelCase, enumerations by name, nothing for what is absent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(IdentifierAsText), typeof(QualifiedNameAsText), typeof(SqlTextAsText), typeof(ConditionAsText), typeof(SqlLiteralAsText)])]
[JsonSerializable(typeof(ModelDocument))]
internal sealed partial class ModelJsonContext : JsonSerializerContext;
