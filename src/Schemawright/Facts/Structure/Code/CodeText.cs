using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Code;

/// <summary>A fence as one text with comments blanked out, knowing where each character stands in the document.</summary>
internal sealed class CodeText
{
    private readonly CodeFence _fence;
    private readonly int[] _starts;

    public CodeText(CodeFence fence)
    {
        _fence = fence;
        _starts = new int[fence.Lines.Count];
        var original = fence.Text;
        for (int line = 0, at = 0; line < fence.Lines.Count; line++)
        {
            _starts[line] = at;
            at += fence.Lines[line].Text.Length + 1;
        }

        Text = WithoutComments(original);
    }

    /// <summary>The code, each character of a comment replaced by a blank.</summary>
    public string Text { get; }

    public SourceSpan Place(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        while (end > start + 1 && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        var (first, last) = (LineOf(start), LineOf(Math.Max(start, end - 1)));
        return new(
            _fence.Span.Document, _fence.Lines[first].Number, start - _starts[first] + 1, _fence.Lines[last].Number, Math.Max(1, end - _starts[last]));
    }

    /// <summary>The comment at the end of the line a character stands on, or null.</summary>
    public string? RemarkAfter(int at)
    {
        var line = _fence.Lines[LineOf(at)].Text;
        var comment = line.IndexOf("//", StringComparison.Ordinal);
        return comment >= 0 && (comment == 0 || line[comment - 1] != ':') && line[(comment + 2)..].Trim(' ', '/', '*') is { Length: > 0 } remark ? remark : null;
    }

    /// <summary>The comment lines right above the line a character stands on, or null.</summary>
    public string? RemarkAbove(int at)
    {
        var remarks = new List<string>();
        for (var line = LineOf(at) - 1; line >= 0 && IsComment(_fence.Lines[line].Text.Trim()); line--)
        {
            remarks.Insert(0, _fence.Lines[line].Text.Trim(' ', '\t', '/', '*'));
        }

        var text = string.Join(' ', remarks.Where(remark => remark.Length > 0));
        return text.Length > 0 ? text : null;
    }

    private static bool IsComment(string line) => line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith("/*", StringComparison.Ordinal) || line.StartsWith('*');

    private int LineOf(int at)
    {
        var found = Array.BinarySearch(_starts, at);
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }

    private static string WithoutComments(string text)
    {
        var code = text.ToCharArray();
        for (var at = 0; at + 1 < code.Length; at++)
        {
            if (code[at] is '"' or '\'' or '`')
            {
                at = SkipQuote(text, at);
            }
            else if (code[at] == '/' && code[at + 1] is '/' or '*' && !(at > 0 && code[at - 1] == ':'))
            {
                var mark = code[at + 1] == '/' ? "\n" : "*/";
                var close = text.IndexOf(mark, at + 2, StringComparison.Ordinal);
                var end = close < 0 ? code.Length : mark == "\n" ? close : close + 2;
                for (; at < end; at++)
                {
                    code[at] = code[at] == '\n' ? '\n' : ' ';
                }

                at--;
            }
        }

        return new(code);
    }

    /// <summary>The closing quote on the same line; the opening one when there is none.</summary>
    private static int SkipQuote(string text, int open)
    {
        for (var at = open + 1; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == text[open])
            {
                return at;
            }
        }

        return open;
    }
}
