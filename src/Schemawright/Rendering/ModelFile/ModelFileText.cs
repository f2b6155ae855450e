using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.ModelFile;

/// <summary>Writes the model, or one stage of it, as JSON: the same model, the same bytes.</summary>
public static class ModelFileText
{
    internal static JsonSerializerOptions Options { get; } = StageBorders.Without(ModelJsonContext.Default, typeof(DataDesign), "domain");

    public static string Write(ModelDocument model) => Text(model);

    public static string Write(DomainModel domain) => Text(domain);

    public static string Write(DataDesign design) => Text(design);

    public static string Write(PgSchema schema) => Text(schema);

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T))) + "\n";
}
