using System.Text;

namespace Schemawright.Rendering;

/// <summary>Makes words of the input harmless in Markdown: they show as they were written and mean nothing to the renderer.</summary>
internal static class MarkdownEscape
{
    /// <summary>Running text on one line.</summary>
    public static string Text(string words)
    {
        var text = new StringBuilder(words.Length + 8);
        var line = OneLine(words);
        for (var index = 0; index < line.Length; index++)
        {
            if (IsSpecial(line, index))
            {
                text.Append('\\');
            }

            text.Append(line[index]);
        }

        return text.ToString();
    }

    /// <summary>Text that opens a line: a leading list, quote or heading mark is escaped as well.</summary>
    public static string LineStart(string words)
    {
        var text = Text(words);
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits > 0 && digits < text.Length && text[digits] is '.' or ')')
        {
            return text.Insert(digits, "\\");
        }

        return text.Length > 0 && text[0] is '#' or '-' or '+' or '=' ? "\\" + text : text;
    }

    /// <summary>A code span: no mark inside it means anything, so only its fence must be longer than any run of backticks.</summary>
    public static string Code(string words)
    {
        var text = OneLine(string.Join(' ', words.Split('\n').Select(line => line.Trim())));
        if (text.Length == 0)
        {
            return "";
        }

        var fence = new string('`', LongestRun(text, '`') + 1);
        var padding = text.StartsWith('`') || text.EndsWith('`') ? " " : "";
        return fence + padding + text + padding + fence;
    }

    /// <summary>A table's cell: the bar is escaped even inside code spans.</summary>
    public static string Cell(string markdown)
    {
        var cell = new StringBuilder(markdown.Length);
        for (var index = 0; index < markdown.Length; index++)
        {
            if (markdown[index] == '|' && (index == 0 || markdown[index - 1] != '\\'))
            {
                cell.Append('\\');
            }

            cell.Append(markdown[index] is '\n' or '\r' ? ' ' : markdown[index]);
        }

        return cell.ToString();
    }

    public static string Fence(string text) => new('`', Math.Max(3, LongestRun(text, '`') + 1));

    /// <summary>Line ends and control characters become spaces; marks that turn the reading direction go.</summary>
    public static string OneLine(string words)
    {
        var line = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            if (char.IsControl(character) || character is '\u2028' or '\u2029')
            {
                line.Append(' ');
            }
            else if (!TurnsDirection(character))
            {
                line.Append(character);
            }
        }

        return line.ToString().Trim();
    }

    private static bool TurnsDirection(char character) => character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F';

    private static bool IsSpecial(string line, int index) => line[index] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '<' or '>' or '|' or '~' => true,
        '&' => index + 1 < line.Length && (char.IsAsciiLetter(line[index + 1]) || line[index + 1] == '#'),
        // Between two letters an underscore is a letter to Markdown too.
        '_' => !(index > 0 && char.IsLetterOrDigit(line[index - 1]) && index + 1 < line.Length && char.IsLetterOrDigit(line[index + 1])),
        _ => false,
    };

    private static int LongestRun(string text, char mark)
    {
        var longest = 0;
        var run = 0;
        foreach (var character in text)
        {
            run = character == mark ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
