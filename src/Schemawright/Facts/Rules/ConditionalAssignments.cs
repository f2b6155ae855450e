using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules;

/// <summary>Finds demands under a condition in pseudo-code: IF a condition THEN lines that state something, ELSE others, END IF. A line under it holds nowhere else.</summary>
internal static class ConditionalAssignments
{
    private const int MostLines = 40;

    /// <summary>Each statement with its condition, and every line that belongs to such a block.</summary>
    public static IReadOnlyList<(string? Text, SourceSpan Span)> In(IReadOnlyList<CodeLine> lines)
    {
        var found = new List<(string?, SourceSpan)>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (Opening(lines[at].Text.Trim()) is { } condition && End(lines, at) is > 0 and var end)
            {
                Take(lines, at, end, condition, found);
                at = end;
            }
        }

        return found;
    }

    private static void Take(IReadOnlyList<CodeLine> lines, int from, int end, string condition, List<(string?, SourceSpan)> found)
    {
        var current = condition;
        for (var at = from; at <= end; at++)
        {
            var text = lines[at].Text.Trim().TrimEnd(';');
            if (at > from && text.Opens("else") && text.Length == 4)
            {
                current = condition.Contains(' ', StringComparison.Ordinal) ? $"not ({condition})" : $"{condition} = false";
            }

            var states = at > from && at < end && !text.Opens("else", "if", "elsif", "elseif", "return", "reject", "raise", "throw", "error") && text.AsSpan().IndexOfAny("=<>≤≥") > 0 | text.Contains("BETWEEN", StringComparison.OrdinalIgnoreCase);
            found.Add((states ? $"if {current} then {text}" : null, lines[at].Span));
        }
    }

    private static string? Opening(string line)
    {
        var then = line.Opens("if") && !line.Contains('{', StringComparison.Ordinal) ? line.Find("then", 2) : -1;
        return then > 2 && line[(then + 4)..].Trim().Length == 0 ? line[2..then].Trim().Trim('(', ')').Trim() : null;
    }

    /// <summary>Where the block ends; -1 when it does not, or holds another.</summary>
    private static int End(IReadOnlyList<CodeLine> lines, int from)
    {
        for (var at = from + 1; at < Math.Min(lines.Count, from + MostLines); at++)
        {
            var text = lines[at].Text.Trim().TrimEnd(';');
            if (text.Opens("end if", "endif") || text.Equals("end", StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }

            if (text.Opens("if", "elsif", "else if"))
            {
                return -1;
            }
        }

        return -1;
    }
}
