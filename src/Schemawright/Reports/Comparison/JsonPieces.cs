using System.Text.Json;
using Schemawright.Collections;

namespace Schemawright.Reports.Comparison;

/// <summary>Reads members of a model file; what is absent is empty.</summary>
internal static class JsonPieces
{
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    public static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    public static string Word(this JsonElement json, string name) => json.Member(name) is { } member ? Word(member) : "";

    public static string Word(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();

    public static bool Holds(this JsonElement json, string name) => json.Member(name) is { ValueKind: JsonValueKind.True };

    public static int? Number(this JsonElement json, string name) => json.Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt32(out var value) ? value : null;

    public static decimal Figure(this JsonElement json, string name) => json.Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetDecimal(out var value) ? value : 0;

    public static Seq<string> Words(this JsonElement json, string name) => json.Items(name).Select(Word).ToSeq();

    /// <summary>An enumeration by name; a name of a newer version is no value of this one.</summary>
    public static T Choice<T>(this JsonElement json, string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(json.Word(name), out var value) ? value : throw new JsonException($"{name} has the unknown value {json.Word(name)}");
}
