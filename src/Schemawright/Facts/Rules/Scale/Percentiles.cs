using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Reads percentiles: p95, 99th percentile, median.</summary>
internal static class Percentiles
{
    public static int? Of(string words)
    {
        foreach (var (name, value) in (ReadOnlySpan<(string, int)>)[("p50", 50), ("p75", 75), ("p90", 90), ("p95", 95), ("p99", 99), ("median", 50)])
        {
            if (words.Says(name))
            {
                return value;
            }
        }

        var share = Quantities.In(words).FirstOrDefault(figure => figure is { Kind: QuantityKind.Percent, Low: >= 50 and < 100 } && words[figure.End..].TrimStart().StartsWith("of ", StringComparison.OrdinalIgnoreCase));
        if (share is not null)
        {
            return (int)share.Low;
        }

        var at = words.Seek("th percentile");
        return at >= 2 && int.TryParse(words[(at - 2)..at], System.Globalization.CultureInfo.InvariantCulture, out var percentile) ? percentile : null;
    }
}
