using Schemawright.Domain.Rules;

namespace Schemawright.Domain.Structure;

/// <summary>Names of the moment something happens, by a noun in one place and by a verb in another: <c>departure_time</c> and <c>departs_at</c>.</summary>
internal static class MomentNames
{
    private static readonly string[] Nouns = ["_time", "_date", "_moment", "_timestamp", "_datetime", "_date_time"];
    private static readonly string[] Verbs = ["_at", "_on"];

    /// <summary>The first says with a noun what the second says with a verb.</summary>
    public static bool Same(string noun, string verb) =>
        Without(verb, Verbs) is { } deed && !deed.Contains('_', StringComparison.Ordinal) && Without(noun, Nouns) is { } happening && !happening.Contains('_', StringComparison.Ordinal) && Stems.Same(happening, deed);

    private static string? Without(string name, string[] endings) =>
        Array.Find(endings, ending => name.Length > ending.Length + 2 && name.EndsWith(ending, StringComparison.Ordinal)) is { } ending ? name[..^ending.Length] : null;
}
