using System.Globalization;

namespace Schemawright.Facts.Structure.Prose.Weighing;

/// <summary>Reads "kind of evidence weight | …", as the tables of weights are written.</summary>
internal static class WeightTable
{
    public static Dictionary<string, int> Read(string table) =>
        table.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(entry => (Entry: entry, Cut: entry.LastIndexOf(' ')))
            .ToDictionary(part => part.Entry[..part.Cut], part => int.Parse(part.Entry[(part.Cut + 1)..], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
