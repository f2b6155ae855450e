using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules;

/// <summary>A condition in program code with its outcome, on one line: <c>if (x.paid) return { allowed: false }</c>.</summary>
internal sealed record Guard(string Text, SourceSpan Span);

/// <summary>Finds the guards in the program code of a rule: an if whose body begins by returning or throwing.</summary>
internal static class Guards
{
    public static IEnumerable<Guard> In(IReadOnlyList<OutlineLine> lines)
    {
        var text = string.Join('\n', lines.Select(line => WithoutComment(line.Text)));
        for (var at = NextIf(text, 0); at >= 0; at = NextIf(text, at + 2))
        {
            if (Read(text, at) is var (guard, end))
            {
                yield return new(guard, Span(lines, LineOf(text, at), LineOf(text, end)));
            }
        }
    }

    private static (string Guard, int End)? Read(string text, int at)
    {
        var open = text.IndexOf('(', at);
        if (open < 0 || text[(at + 2)..open].Trim().Length > 0)
        {
            return ReadIndented(text, at);
        }

        var close = Closing(text, open);
        if (close < 0)
        {
            return null;
        }

        var body = SkipSpaces(text, close + 1);
        var isBlock = body < text.Length && text[body] == '{';
        var start = isBlock ? SkipSpaces(text, body + 1) : body;
        if (!StartsOutcome(text, start))
        {
            return null;
        }

        var end = EndOfStatement(text, start);
        return ($"if {PlainText.Fold(text[open..(close + 1)])} {PlainText.Fold(text[start..end])}", isBlock && Closing(text, body) is > 0 and var last ? last : end);
    }

    /// <summary>Python: <c>if x.paid:</c> and the indented return below it.</summary>
    private static (string Guard, int End)? ReadIndented(string text, int at)
    {
        var colon = text.IndexOf(':', at);
        var lineEnd = text.IndexOf('\n', at);
        if (colon < 0 || lineEnd < 0 || colon > lineEnd)
        {
            return null;
        }

        var start = SkipSpaces(text, colon + 1);
        return StartsOutcome(text, start) ? ($"if ({PlainText.Fold(text[(at + 2)..colon])}) {PlainText.Fold(text[start..EndOfStatement(text, start)])}", EndOfStatement(text, start) - 1) : null;
    }

    private static int NextIf(string text, int from)
    {
        for (var at = text.IndexOf("if", from, StringComparison.Ordinal); at >= 0; at = text.IndexOf("if", at + 2, StringComparison.Ordinal))
        {
            var before = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            if (before && at + 2 < text.Length && text[at + 2] is ' ' or '(')
            {
                return at;
            }
        }

        return -1;
    }

    private static bool StartsOutcome(string text, int at) =>
        string.CompareOrdinal(text, at, "return", 0, 6) == 0 || string.CompareOrdinal(text, at, "throw", 0, 5) == 0 || string.CompareOrdinal(text, at, "raise", 0, 5) == 0;

    private static int EndOfStatement(string text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] is '(' or '{' or '[' && Closing(text, at) is > 0 and var close)
            {
                at = close;
            }
            else if (text[at] is ';' or '\n' or '}')
            {
                return at;
            }
        }

        return text.Length;
    }

    /// <summary>The place of the bracket that closes the one at the place; strings are skipped.</summary>
    private static int Closing(string text, int open)
    {
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            if (text[at] is '\'' or '"' or '`')
            {
                var close = text.IndexOf(text[at], at + 1);
                at = close < 0 ? at : close;
            }

            depth += text[at] is '(' or '{' or '[' ? 1 : text[at] is ')' or '}' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static string WithoutComment(string line)
    {
        var trimmed = line.Trim();
        return trimmed.StartsWith("//", StringComparison.Ordinal) || trimmed.StartsWith('#') ? "" : line;
    }

    private static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int LineOf(string text, int at) => text.AsSpan(0, Math.Min(at, text.Length)).Count('\n');

    private static SourceSpan Span(IReadOnlyList<OutlineLine> lines, int first, int last)
    {
        var (from, to) = (lines[first].Span, lines[Math.Min(last, lines.Count - 1)].Span);
        return new(from.Document, from.Line, from.Column, to.EndLine, to.EndColumn);
    }
}
