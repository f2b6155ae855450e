using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules;

/// <summary>Finds refusals in pseudo-code: IF a condition THEN REJECT, on one line or on two.</summary>
internal static class PseudoCode
{
    private static readonly string[] Refusals = ["reject", "error", "refuse", "deny", "fail", "raise", "throw", "abort", "return error", "return false", "not allowed", "block"];

    public static IEnumerable<(string Text, SourceSpan Span)> In(IReadOnlyList<CodeLine> lines)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            if (Condition(lines[index].Text.Trim()) is not var (condition, rest))
            {
                continue;
            }

            var outcome = rest.Length > 0 ? rest : index + 1 < lines.Count ? lines[index + 1].Text.Trim() : "";
            if (outcome.Opens(Refusals))
            {
                var last = rest.Length > 0 ? lines[index].Span : lines[index + 1].Span;
                var first = lines[index].Span;
                yield return ($"if {condition} then reject", new(first.Document, first.Line, first.Column, last.EndLine, last.EndColumn));
            }
        }
    }

    /// <summary>The words between IF and THEN, and those after THEN.</summary>
    private static (string Condition, string After)? Condition(string line)
    {
        var start = line.Opens("if") ? 2 : line.Opens("else if") ? 7 : line.Opens("elsif") ? 5 : -1;
        var then = start < 0 ? -1 : line.Find("then", start);
        return then < 0 || line.Contains('{', StringComparison.Ordinal) ? null : (line[start..then].Trim().Trim('(', ')'), line[(then + 4)..].Trim());
    }
}
