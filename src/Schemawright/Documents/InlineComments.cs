namespace Schemawright.Documents;

/// <summary>Comments behind other words of a line: what they say is for people, so the reader sees blanks in their place.</summary>
internal static class InlineComments
{
    private const string Begin = "<!--";
    private const string End = "-->";

    /// <summary>The same text, character for character, with blanks for such comments outside of code.</summary>
    public static string Blank(string text)
    {
        if (!text.Contains(Begin, StringComparison.Ordinal))
        {
            return text;
        }

        var lines = text.Split('\n');
        var fence = "";
        for (var index = 0; index < lines.Length; index++)
        {
            var mark = Fence(lines[index]);
            if (mark.Length > 0 && (fence.Length == 0 || mark == fence))
            {
                fence = fence.Length == 0 ? mark : "";
            }
            else if (fence.Length == 0)
            {
                lines[index] = BlankLine(lines[index]);
            }
        }

        return string.Join('\n', lines);
    }

    private static string BlankLine(string line)
    {
        var from = line.IndexOf(Begin, StringComparison.Ordinal);
        while (from > 0)
        {
            var end = line.IndexOf(End, from + Begin.Length, StringComparison.Ordinal);
            if (end < 0)
            {
                return line;
            }

            end += End.Length;
            if (!string.IsNullOrWhiteSpace(line[..from]) && line.AsSpan(0, from).Count('`') % 2 == 0)
            {
                line = $"{line[..from]}{new string(' ', end - from)}{line[end..]}";
            }

            from = line.IndexOf(Begin, end, StringComparison.Ordinal);
        }

        return line;
    }

    private static string Fence(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.StartsWith("```", StringComparison.Ordinal) ? "```" : text.StartsWith("~~~", StringComparison.Ordinal) ? "~~~" : "";
    }
}
