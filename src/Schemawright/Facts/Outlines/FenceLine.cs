using Schemawright.Documents;

namespace Schemawright.Facts.Outlines;

/// <summary>One line of a YAML-like block, taken apart.</summary>
internal sealed record FenceLine(CodeLine Source, int Indent, bool IsItemLine, string? Label, string Text, bool IsProgram = false)
{
    public string Name => Label ?? Text;

    public bool IsComment => !IsProgram && Label is null && Text.Length == 0;

    public static FenceLine Read(CodeLine source)
    {
        var indent = Indentation(source.Text);
        var line = source.Text.Trim();
        if (line.StartsWith('#') || line.StartsWith("//", StringComparison.Ordinal))
        {
            return new(source, indent, false, null, "");
        }

        var isItem = IsItem(line);
        var (label, text) = Labels.Split(isItem ? WithoutMarker(line) : WithoutComment(line));
        return new(source, indent, isItem, label, text);
    }

    public static FenceLine Program(CodeLine source) => new(source, Indentation(source.Text), false, null, source.Text.Trim(), true);

    /// <summary>Deeper lines hang under a line; so do items of the same indentation under a bare label.</summary>
    public bool HangsUnder(FenceLine above) =>
        Indent > above.Indent || (Indent == above.Indent && IsItemLine && !above.IsItemLine && above.Text.Length == 0);

    /// <summary>"- x", "* x", "• x", "1. x", "[ ] x".</summary>
    public static bool IsItem(string line) => MarkerLength(line) > 0;

    public static int Indentation(string line)
    {
        var indent = 0;
        foreach (var character in line)
        {
            if (character is not (' ' or '\t'))
            {
                break;
            }

            indent += character == '\t' ? 4 : 1;
        }

        return indent;
    }

    private static string WithoutMarker(string line)
    {
        var rest = line[MarkerLength(line)..].TrimStart();
        return rest.StartsWith("[ ] ", StringComparison.Ordinal) || rest.StartsWith("[x] ", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest;
    }

    private static string WithoutComment(string line)
    {
        var at = line.IndexOf("  #", StringComparison.Ordinal);
        return at > 0 ? line[..at].TrimEnd() : line;
    }

    private static int MarkerLength(string line)
    {
        if (line.Length > 1 && line[0] is '-' or '*' or '•' or '✓' or '✔' && line[1] == ' ')
        {
            return 2;
        }

        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits is > 0 and < 4 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ' ? digits + 2 : 0;
    }
}
