using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Classes;

/// <summary>A class of Python with the statements right inside it.</summary>
/// <param name="Bases">As written, without keywords.</param>
internal sealed record PythonClass(string Name, List<string> Bases, CodeLine Opening, List<PythonStatement> Statements)
{
    public string? Remark { get; set; }
}

/// <summary>A statement of a class: <c>name: Type = value</c>; several lines when its brackets span them.</summary>
internal sealed record PythonStatement(CodeLine Line, string Text);

/// <summary>Cuts Python into classes and their statements by indentation.</summary>
internal static class PythonClasses
{
    private const int MostLines = 60;

    public static List<PythonClass> In(CodeFence fence)
    {
        var classes = new List<PythonClass>();
        PythonClass? open = null;
        var (indent, body) = (0, -1);
        for (var index = 0; index < fence.Lines.Count; index++)
        {
            var line = fence.Lines[index];
            var text = line.Text.Trim();
            var column = line.Text.Length - line.Text.TrimStart().Length;
            if (text.Length == 0 || text[0] is '#' or '@')
            {
                continue;
            }

            if (Opens(text) is var (name, bases) && (open is null || column <= indent || body < 0 || column < body))
            {
                (open, indent, body) = (new(name, bases, line, []), column, -1);
                classes.Add(open);
            }
            else if (open is not null && column > indent)
            {
                body = body < 0 ? column : body;
                index = column == body ? Statement(fence, index, text, open) : index;
            }
            else
            {
                open = null;
            }
        }

        return classes;
    }

    /// <summary>The last line of the statement.</summary>
    private static int Statement(CodeFence fence, int index, string text, PythonClass open)
    {
        if (text.StartsWith("\"\"\"", StringComparison.Ordinal) || text.StartsWith("'''", StringComparison.Ordinal))
        {
            open.Remark ??= text.Trim('"', '\'', ' ') is { Length: > 0 } remark ? remark : null;
            return DocumentationEnd(fence, index, text);
        }

        var (last, whole) = (index, WithoutComment(text));
        var depth = Depth(whole);
        while (depth > 0 && last + 1 < fence.Lines.Count && last - index < MostLines)
        {
            var next = WithoutComment(fence.Lines[++last].Text.Trim());
            depth += Depth(next);
            whole += " " + next;
        }

        open.Statements.Add(new(fence.Lines[index], whole));
        return last;
    }

    private static int DocumentationEnd(CodeFence fence, int index, string text)
    {
        var mark = text[..3];
        if (text.Length >= 6 && text.EndsWith(mark, StringComparison.Ordinal))
        {
            return index;
        }

        var last = index + 1;
        while (last < fence.Lines.Count && !fence.Lines[last].Text.Contains(mark, StringComparison.Ordinal))
        {
            last++;
        }

        return last;
    }

    private static string WithoutComment(string text)
    {
        var at = text.IndexOf(" #", StringComparison.Ordinal);
        return at < 0 ? text : text[..at].TrimEnd();
    }

    private static int Depth(string text) => text.Count(character => character is '(' or '[' or '{') - text.Count(character => character is ')' or ']' or '}');

    private static (string Name, List<string> Bases)? Opens(string text)
    {
        if (!text.StartsWith("class ", StringComparison.Ordinal) || !text.EndsWith(':'))
        {
            return null;
        }

        var open = text.IndexOf('(', StringComparison.Ordinal);
        var name = (open < 0 ? text[6..^1] : text[6..open]).Trim();
        var bases = open < 0 ? [] : text[(open + 1)..].TrimEnd(':', ')', ' ').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Contains("=", StringComparison.Ordinal) || word is "table=True").ToList();
        return EntityNames.IsPlain(name) ? (name, bases) : null;
    }
}
