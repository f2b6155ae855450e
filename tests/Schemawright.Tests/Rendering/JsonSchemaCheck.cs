using System.Text.Json;
using System.Text.Json.Nodes;

namespace Schemawright.Tests.Rendering;

/// <summary>Checks a document against the keywords our schema uses: $ref, type, enum, const, properties, required, additionalProperties, items, oneOf.</summary>
internal static class JsonSchemaCheck
{
    public static IEnumerable<string> Problems(JsonNode schema, JsonNode? value) => Check(schema, schema.AsObject(), value, "$");

    private static IEnumerable<string> Check(JsonNode root, JsonObject schema, JsonNode? value, string at)
    {
        if (schema["$ref"] is { } reference)
        {
            var name = reference.GetValue<string>()["#/$defs/".Length..];
            return Check(root, root["$defs"]![name]!.AsObject(), value, at);
        }

        if (schema["oneOf"] is JsonArray cases)
        {
            var fitting = cases.Count(one => !Check(root, one!.AsObject(), value, at).Any());
            return fitting == 1 ? [] : [$"{at}: {fitting} cases fit"];
        }

        return Shallow(schema, value, at).Concat(Deep(root, schema, value, at));
    }

    private static IEnumerable<string> Shallow(JsonObject schema, JsonNode? value, string at)
    {
        if (schema["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
        {
            yield return $"{at}: {value} is not allowed";
        }

        if (schema["const"] is { } constant && !JsonNode.DeepEquals(constant, value))
        {
            yield return $"{at}: {value} is not {constant}";
        }

        if (schema["type"] is { } type && !IsOf(type.GetValue<string>(), value))
        {
            yield return $"{at}: not of type {type}";
        }
    }

    private static IEnumerable<string> Deep(JsonNode root, JsonObject schema, JsonNode? value, string at) => value switch
    {
        JsonArray array when schema["items"] is { } items => array.SelectMany((item, index) => Check(root, items.AsObject(), item, $"{at}[{index}]")),
        JsonObject known when schema["properties"] is JsonObject properties => Properties(root, schema, properties, known, at),
        _ => [],
    };

    private static IEnumerable<string> Properties(JsonNode root, JsonObject schema, JsonObject properties, JsonObject value, string at)
    {
        foreach (var name in schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).Where(name => !value.ContainsKey(name)))
        {
            yield return $"{at}: {name} is missing";
        }

        foreach (var (name, member) in value)
        {
            if (properties[name] is not { } property)
            {
                yield return $"{at}: {name} is unknown";
                continue;
            }

            foreach (var problem in Check(root, property.AsObject(), member, $"{at}.{name}"))
            {
                yield return problem;
            }
        }
    }

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(value!.GetValue<decimal>()),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        _ => false,
    };
}
