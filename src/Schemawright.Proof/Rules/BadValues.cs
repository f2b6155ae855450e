using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>Texts that no column of a type may hold.</summary>
internal static class BadValues
{
    public static IEnumerable<string> Of(DataType type)
    {
        if (type.IsArray && type.Kind != DataKind.Json)
        {
            return type.Values.Count > 0 ? ["{elsewhere}"] : ["{\"\"}"];
        }

        var unlisted = type.Values.Count > 0 ? ["elsewhere", "", .. type.Values.Select(value => value.ToUpperInvariant()).Except(type.Values, StringComparer.Ordinal).Take(1), type.Values[0] + " "] : Array.Empty<string>();
        var tooLong = type.Length is { } most ? [new string('x', most + 1), Beyond(most + 1)] : Array.Empty<string>();
        return [.. unlisted, .. tooLong, .. OfKind(type)];
    }

    /// <summary>So many characters, each of several bytes, of which one is outside the basic plane.</summary>
    public static string Beyond(int length) => length < 1 ? "" : "\U0001F9ED" + new string('\u00E9', length - 1);

    private static string[] OfKind(DataType type) => type.Kind switch
    {
        DataKind.Json => type.IsArray ? ["{}", "1"] : ["[]", "1"],
        DataKind.Money or DataKind.Decimal =>
            type.Scale is null && type.Precision is null && type.Kind == DataKind.Decimal ? ["NaN", "Infinity", "-Infinity"]
            : ["NaN", "Infinity", "-Infinity", "1." + new string('0', type.Scale ?? 2) + "1", "1" + new string('0', Math.Max(1, (type.Precision ?? 30) - (type.Scale ?? 0)))],
        _ => [],
    };
}
