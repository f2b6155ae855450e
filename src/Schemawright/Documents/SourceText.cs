using Schemawright.Diagnostics;

namespace Schemawright.Documents;

/// <summary>A document's text with its lines, turning offsets into places.</summary>
internal sealed class SourceText
{
    private readonly int[] _lineStarts;

    public SourceText(string name, string text)
    {
        Name = name;
        Text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimStart('\uFEFF');
        Lines = Text.Split('\n');
        _lineStarts = new int[Lines.Length];
        for (var line = 1; line < Lines.Length; line++)
        {
            _lineStarts[line] = _lineStarts[line - 1] + Lines[line - 1].Length + 1;
        }
    }

    public string Name { get; }

    public string Text { get; }

    public string[] Lines { get; }

    /// <summary>The place of the characters from start (inclusive) to end (exclusive), white space at both ends left out.</summary>
    public SourceSpan Span(int start, int end)
    {
        start = Math.Clamp(start, 0, Text.Length);
        end = Math.Clamp(end, start, Text.Length);
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        var (line, column) = Place(start);
        var (endLine, endColumn) = Place(Math.Max(start, end - 1));
        return new(Name, line, column, endLine, endColumn);
    }

    /// <param name="line">Counts from 0, as Markdig does.</param>
    public SourceSpan LineSpan(int line) => SourceSpan.OfLine(Name, line + 1, Lines[line].Length);

    public int LineStart(int line) => _lineStarts[Math.Clamp(line, 0, _lineStarts.Length - 1)];

    public int LineOf(int offset)
    {
        var index = Array.BinarySearch(_lineStarts, offset);
        return index >= 0 ? index : ~index - 1;
    }

    private (int Line, int Column) Place(int offset)
    {
        var line = LineOf(offset);
        return (line + 1, offset - _lineStarts[line] + 1);
    }
}
