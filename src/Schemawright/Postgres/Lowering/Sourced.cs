using Schemawright.Diagnostics;

namespace Schemawright.Postgres.Lowering;

/// <summary>A comment with the place it comes from.</summary>
internal static class Sourced
{
    private const int MostSources = 3;

    public static string Comment(string words, Origin origin)
    {
        var text = words.Trim().TrimEnd('.');
        var source = origin.Sources.Count <= MostSources
            ? origin.ToString()
            : string.Join(", ", origin.Sources.Take(MostSources).Select(span => $"{span.Document}:{span.Line}")) + $" and {origin.Sources.Count - MostSources} more";
        return text.Length == 0 ? $"({source})" : $"{text} ({source})";
    }
}
