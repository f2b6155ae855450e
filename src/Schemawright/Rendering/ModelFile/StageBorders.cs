using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Schemawright.Rendering.ModelFile;

/// <summary>Keeps each stage's JSON to itself: the stage it was made from is written on its own.</summary>
internal static class StageBorders
{
    /// <param name="context">The generated writers.</param>
    /// <param name="stage">The stage's type.</param>
    /// <param name="property">The JSON name of the property that holds the stage before.</param>
    public static JsonSerializerOptions Without(JsonSerializerContext context, Type stage, string property) => new(context.Options)
    {
        // Files are UTF-8 and no page embeds them unescaped, so letters of any script stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = context.WithAddedModifier(type => Remove(type, stage, property)),
    };

    private static void Remove(JsonTypeInfo type, Type stage, string property)
    {
        if (type.Type == stage && type.Properties.FirstOrDefault(known => string.Equals(known.Name, property, StringComparison.Ordinal)) is { } former)
        {
            type.Properties.Remove(former);
        }
    }
}
