using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Schemawright.Rendering.ModelFile;

/// <summary>One definition for each type that is written as an object.</summary>
internal sealed class TypeDefinitions(JsonSerializerOptions options)
{
    private readonly SortedDictionary<string, JsonObject> _known = new(StringComparer.Ordinal);

    public JsonObject All()
    {
        var all = new JsonObject();
        foreach (var (name, definition) in _known)
        {
            all[name] = definition;
        }

        return all;
    }

    public JsonObject Reference(Type written)
    {
        var type = Nullable.GetUnderlyingType(written) ?? written;
        if (type.IsEnum)
        {
            return new() { ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => JsonValue.Create(name))]) };
        }

        var info = options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => Object(info),
            JsonTypeInfoKind.Enumerable => new() { ["type"] = "array", ["items"] = Reference(info.ElementType!) },
            _ => new() { ["type"] = Primitive(type) },
        };
    }

    private JsonObject Object(JsonTypeInfo info)
    {
        if (_known.TryAdd(info.Type.Name, []))
        {
            _known[info.Type.Name] = info.PolymorphismOptions is null ? Properties(info, null) : Cases(info);
        }

        return new() { ["$ref"] = $"#/$defs/{info.Type.Name}" };
    }

    /// <summary>One of several records, told apart by the discriminator.</summary>
    private JsonObject Cases(JsonTypeInfo info)
    {
        var discriminator = info.PolymorphismOptions!.TypeDiscriminatorPropertyName;
        var cases = info.PolymorphismOptions.DerivedTypes.Select(derived => Properties(options.GetTypeInfo(derived.DerivedType), (discriminator, (string)derived.TypeDiscriminator!)));
        return new() { ["oneOf"] = new JsonArray([.. cases]) };
    }

    private JsonObject Properties(JsonTypeInfo info, (string Name, string Value)? discriminator)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        if (discriminator is { } known)
        {
            properties[known.Name] = new JsonObject { ["const"] = known.Value };
            required.Add((JsonNode)known.Name);
        }

        foreach (var property in info.Properties.Where(property => property.Get is not null))
        {
            properties[property.Name] = Reference(property.PropertyType);
            if (!property.IsGetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null)
            {
                required.Add((JsonNode)property.Name);
            }
        }

        return new() { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
    }

    private static string Primitive(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "boolean",
        TypeCode.Int32 or TypeCode.Int64 => "integer",
        TypeCode.Decimal or TypeCode.Double => "number",
        // What has a converter of its own is written as text.
        _ => "string",
    };
}
