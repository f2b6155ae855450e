namespace Schemawright.Documents;

/// <summary>Lines of a paragraph that are set in bold from end to end, or but for the time of day behind them: titles, and who speaks in a chat.</summary>
internal static class BoldLines
{
    private const int LongestTitle = 80;

    /// <summary>True when the line before this line break is such a line, so that what follows is said under it.</summary>
    public static bool End(string text, int lineBreak)
    {
        var line = text.AsSpan(0, lineBreak);
        line = line[(line.LastIndexOf('\n') + 1)..].Trim();
        if (!line.StartsWith("**") || line.Length > LongestTitle)
        {
            return false;
        }

        var close = line[2..].IndexOf("**");
        return close > 0 && IsBare(line[(close + 4)..]) && !IsCoded(line[2..(close + 2)]);
    }

    /// <summary>"FR-007: Bed assignment" is the code of what follows, and one with it.</summary>
    private static bool IsCoded(ReadOnlySpan<char> title) => title[..(title.IndexOf(' ') is var end and > 0 ? end : title.Length)].ContainsAnyInRange('0', '9');

    /// <summary>Nothing but figures and marks: "9:02", "(10:15)", ":".</summary>
    private static bool IsBare(ReadOnlySpan<char> rest)
    {
        foreach (var character in rest)
        {
            if (!char.IsAsciiDigit(character) && character is not (':' or '.' or ' ' or '(' or ')' or '[' or ']' or '-'))
            {
                return false;
            }
        }

        return rest.Length < 14;
    }
}
