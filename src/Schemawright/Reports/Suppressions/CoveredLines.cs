using Schemawright.Collections;

namespace Schemawright.Reports.Suppressions;

/// <summary>The lines a comment of its own speaks of: the paragraph, bullet, table, heading or fence that follows it.</summary>
internal static class CoveredLines
{
    /// <param name="last">The comment's last line, counted from 1.</param>
    public static (int First, int Last) After(Seq<string> lines, int last)
    {
        var first = last; // as an index: the line after the comment
        while (first < lines.Count && (lines[first].Trim().Length == 0 || IsComment(lines[first])))
        {
            first++;
        }

        if (first == lines.Count)
        {
            return (last, last);
        }

        var (start, end) = (lines[first].TrimStart(), first);
        if (start.StartsWith("```", StringComparison.Ordinal) || start.StartsWith("~~~", StringComparison.Ordinal))
        {
            var fence = start[..3];
            do
            {
                end++;
            }
            while (end < lines.Count - 1 && !lines[end].TrimStart().StartsWith(fence, StringComparison.Ordinal));
        }
        else if (!start.StartsWith('#'))
        {
            while (end + 1 < lines.Count && Continues(lines[end + 1]))
            {
                end++;
            }
        }

        return (first + 1, Math.Min(end, lines.Count - 1) + 1);
    }

    private static bool IsComment(string line) => line.TrimStart().StartsWith("<!--", StringComparison.Ordinal) && line.TrimEnd().EndsWith("-->", StringComparison.Ordinal);

    /// <summary>Neither empty nor the beginning of a bullet or heading.</summary>
    private static bool Continues(string line)
    {
        var text = line.Trim();
        return text.Length > 0 && !text.StartsWith('#') && !IsBullet(text);
    }

    private static bool IsBullet(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return text.Length > 1 && ((text[0] is '-' or '*' or '+' && text[1] == ' ') || (digits > 0 && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' '));
    }
}
