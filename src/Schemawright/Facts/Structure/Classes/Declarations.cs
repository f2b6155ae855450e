using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Calls;

namespace Schemawright.Facts.Structure.Classes;

/// <summary>A member as a brace language declares it.</summary>
/// <param name="Header">Modifiers, type and name.</param>
/// <param name="Block">What stands in braces after it; null when nothing does.</param>
/// <param name="Initial">What it is first set to.</param>
internal sealed record Declaration(List<CodeCall> Marks, string Header, string? Block, string? Initial, bool IsCalculated, int Start, int End);

/// <summary>Cuts the body of a class into its declarations; stops at the first bracket that is never closed.</summary>
internal static class Declarations
{
    public static IEnumerable<Declaration> In(string text, int start, int end)
    {
        for (var at = start; at < end;)
        {
            var (marks, after) = Marks(text, at, end);
            var (stop, mark) = HeaderEnd(text, after, end);
            if (after < 0 || stop < 0)
            {
                yield break;
            }

            var header = text[after..stop].Trim();
            var (block, initial, next) = Rest(text, stop, end, mark);
            if (next < 0)
            {
                yield break;
            }

            if (header.Length > 0)
            {
                yield return new(marks, header, block, initial, mark == '=' && stop + 1 < text.Length && text[stop + 1] == '>', SkipSpace(text, at, end), next);
            }

            at = Math.Max(next, at + 1);
        }
    }

    /// <summary>The annotations at the place, <c>[Required, MaxLength(50)]</c> or <c>@Column(nullable = false)</c>, and where the code goes on; -1 when one is never closed.</summary>
    public static (List<CodeCall> Marks, int After) Marks(string text, int at, int end = int.MaxValue)
    {
        var marks = new List<CodeCall>();
        var limit = Math.Min(end, text.Length);
        at = SkipSpace(text, at, limit);
        while (at < limit && text[at] is '[' or '@')
        {
            var close = text[at] == '[' ? TextScan.Closing(text, at) : AnnotationEnd(text, at, limit);
            if (close < 0 || close > limit)
            {
                return (marks, -1);
            }

            marks.AddRange(text[at] == '[' ? TextScan.Split(text[(at + 1)..close], ',').SelectMany(part => CodeCall.Chain(part.Trim())) : CodeCall.Chain(text[(at + 1)..close].Replace("field:", "", StringComparison.Ordinal)));
            at = SkipSpace(text, text[at] == '[' ? close + 1 : close, limit);
        }

        return (marks, at);
    }

    private static int AnnotationEnd(string text, int at, int limit)
    {
        var end = at + 1;
        while (end < limit && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or ':'))
        {
            end++;
        }

        if (end >= limit || text[end] != '(')
        {
            return end;
        }

        var close = TextScan.Closing(text, end);
        return close < 0 ? -1 : close + 1;
    }

    private static (int End, char Mark) HeaderEnd(string text, int at, int end)
    {
        for (; at >= 0 && at < end; at++)
        {
            if (text[at] is ';' or '{' or '=' or '}')
            {
                return (at, text[at]);
            }

            // Kotlin and Swift end a member with its line.
            if (text[at] == '\n' && IsMemberLine(text, at))
            {
                return (at, '\n');
            }
        }

        return (-1, ' ');
    }

    /// <summary>The line that ends here reads <c>val name: Type</c>.</summary>
    private static bool IsMemberLine(string text, int at)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var line = start < at ? text[start..at].Trim() : "";
        return (TextScan.HasWord(line, "val") || TextScan.HasWord(line, "var")) && line.Contains(':', StringComparison.Ordinal);
    }

    private static (string? Block, string? Initial, int Next) Rest(string text, int stop, int end, char mark)
    {
        if (mark == '{')
        {
            var close = TextScan.Closing(text, stop);
            var block = close < 0 || close >= text.Length ? null : text[(stop + 1)..close];
            var after = close < 0 ? -1 : SkipSpace(text, close + 1, end);
            return after >= 0 && after < end && text[after] == '=' ? (block, Initial(text, after + 1, end), Semicolon(text, after, end)) : (block, null, close < 0 ? -1 : close + 1);
        }

        return mark == '=' ? (null, Initial(text, stop + 1, end), Semicolon(text, stop, end)) : (null, null, stop + 1);
    }

    private static string Initial(string text, int at, int end) => text[at..Math.Max(at, Semicolon(text, at, end) - 1)].TrimStart('>').Trim();

    /// <summary>After the semicolon or line end outside of brackets.</summary>
    private static int Semicolon(string text, int at, int end)
    {
        var depth = 0;
        for (; at < end; at++)
        {
            depth += text[at] is '(' or '{' or '[' ? 1 : text[at] is ')' or '}' or ']' ? -1 : 0;
            if (depth <= 0 && (text[at] == ';' || (text[at] == '\n' && IsMemberLine(text, at))))
            {
                return at + 1;
            }
        }

        return end;
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
