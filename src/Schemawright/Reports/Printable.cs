namespace Schemawright.Reports;

/// <summary>Makes words of the input harmless on a terminal: control characters and marks that turn the reading direction show as �.</summary>
internal static class Printable
{
    public const char Replacement = '\uFFFD';

    public static string Of(string words)
    {
        var line = words.ToCharArray();
        for (var index = 0; index < line.Length; index++)
        {
            line[index] = line[index] == '\t' ? ' ' : IsHarmful(line, index) ? Replacement : line[index];
        }

        return new(line);
    }

    private static bool IsHarmful(char[] line, int index) => line[index] switch
    {
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u2028' or '\u2029' => true,
        // Half a pair is left where a text was cut; no encoding takes it.
        var character when char.IsHighSurrogate(character) => index + 1 == line.Length || !char.IsLowSurrogate(line[index + 1]),
        var character when char.IsLowSurrogate(character) => index == 0 || !char.IsHighSurrogate(line[index - 1]),
        var character => char.IsControl(character),
    };
}
