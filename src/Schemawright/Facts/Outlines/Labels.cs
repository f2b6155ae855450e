namespace Schemawright.Facts.Outlines;

/// <summary>Cuts "Label: words" in two.</summary>
internal static class Labels
{
    private const int LongestLabel = 60;
    private const int LongestTitle = 120;

    /// <summary>The label before the first colon that a space or the end follows, and the words after it.</summary>
    public static (string? Label, string Text) Split(string line)
    {
        if (line.EndsWith(':') && line.Length <= LongestTitle && line.Length > 1)
        {
            return (line[..^1].Trim().Trim('*', '`', '"').Trim(), "");
        }

        var colon = Colon(line);
        if (colon <= 0 || colon > LongestLabel)
        {
            return (null, line.Trim());
        }

        var label = line[..colon].Trim().Trim('*', '`', '"').Trim();
        return label.Length == 0 || !label.Any(char.IsLetterOrDigit) || IsSentence(label) ? (null, line.Trim()) : (label, line[(colon + 1)..].Trim().TrimStart('*').Trim());
    }

    /// <summary>The words after a label that the line is known to begin with.</summary>
    public static string After(string text, string label)
    {
        if (!text.StartsWith(label, StringComparison.Ordinal))
        {
            return text;
        }

        return text[label.Length..].TrimStart(' ', ':').TrimStart('-', '–', '—', '→').TrimStart();
    }

    private static int Colon(string line)
    {
        for (var at = 0; at < line.Length && at <= LongestLabel + 4; at++)
        {
            if (line[at] is '"' or '\'' && at == 0)
            {
                continue;
            }

            if (line[at] == ':' && (at + 1 == line.Length || line[at + 1] is ' ' or '*'))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsSentence(string label) =>
        label.Contains(". ", StringComparison.Ordinal) || label.Contains('{', StringComparison.Ordinal) || label.Contains(';', StringComparison.Ordinal) || label.Contains('?', StringComparison.Ordinal)
        || label.Count(character => character == ' ') > 8;
}
