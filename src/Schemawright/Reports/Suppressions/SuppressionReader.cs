using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Reports.Suppressions;

/// <summary>Reads the comments <c>&lt;!-- schemawright: allow SW0000 because … --&gt;</c> of a document.</summary>
internal static class SuppressionReader
{
    private const string Begin = "<!--";
    private const string End = "-->";
    private const string Mark = "schemawright:";
    private const int LongestComment = 40;

    private static readonly DiagnosticKind NoReason = new(
        "SW1030", Severity.Warning, "A finding is allowed without a reason",
        "{0} is allowed without a reason",
        "Whoever reads the document later cannot tell an accepted finding from an overlooked one.",
        "write: allow {0} because, and then why it may stay");

    private static readonly DiagnosticKind NotUnderstood = new(
        "SW1031", Severity.Warning, "A comment to the compiler is not understood",
        "this comment is not understood: {0}",
        "It looks as if it accepted a finding, and accepts none.",
        "write: <!-- schemawright: allow SW0000 because, then the reason, and -->, with the code of the finding");

    public static IEnumerable<Suppression> Read(ProductDocument document, Findings findings)
    {
        var fences = document.Blocks.OfType<CodeFence>().Select(fence => fence.Span).ToArray();
        for (var line = 0; line < document.Lines.Count; line++)
        {
            var text = document.Lines[line];
            for (var from = text.IndexOf(Begin, StringComparison.Ordinal); from >= 0; from = text.IndexOf(Begin, from + Begin.Length, StringComparison.Ordinal))
            {
                var number = line + 1;
                if (!fences.Any(fence => fence.Line <= number && number <= fence.EndLine) && Comment(document, line, from) is { } comment && Parse(document, comment, findings) is { } suppression)
                {
                    yield return suppression;
                }
            }
        }
    }

    /// <param name="Words">What stands after the mark.</param>
    /// <param name="Alone">No other words share its lines.</param>
    private sealed record FoundComment(string Words, SourceSpan Place, bool Alone);

    /// <summary>The comment that begins there; null when it is not for the compiler, or does not end.</summary>
    private static FoundComment? Comment(ProductDocument document, int first, int from)
    {
        var words = new List<string>();
        var start = from + Begin.Length;
        for (var line = first; line < Math.Min(document.Lines.Count, first + LongestComment); line++)
        {
            var text = document.Lines[line];
            var end = text.IndexOf(End, Math.Min(start, text.Length), StringComparison.Ordinal);
            words.Add(end < 0 ? text[Math.Min(start, text.Length)..] : text[start..end]);
            if (end >= 0)
            {
                var inner = string.Join(' ', words.Select(piece => piece.Trim())).Trim();
                var alone = string.IsNullOrWhiteSpace(document.Lines[first][..from]) && string.IsNullOrWhiteSpace(text[(end + End.Length)..]);
                return !inner.StartsWith(Mark, StringComparison.OrdinalIgnoreCase) ? null : new(inner[Mark.Length..].Trim(), new(document.Name, first + 1, from + 1, line + 1, end + End.Length), alone);
            }

            start = 0;
        }

        return null;
    }

    private static Suppression? Parse(ProductDocument document, FoundComment comment, Findings findings)
    {
        var because = comment.Words.IndexOf("because", StringComparison.OrdinalIgnoreCase);
        var reason = because < 0 ? "" : comment.Words[(because + "because".Length)..].Trim();
        var head = (because < 0 ? comment.Words : comment.Words[..because]).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (head.Length == 0 || !head[0].Equals("allow", StringComparison.OrdinalIgnoreCase))
        {
            findings.Report(NotUnderstood, comment.Place, "it does not begin with allow");
            return null;
        }

        var codes = head[1..].Where(IsCode).Select(code => code.ToUpperInvariant()).ToSeq();
        var others = string.Join(' ', head[1..].Where(word => !IsCode(word) && !word.Equals("and", StringComparison.OrdinalIgnoreCase))).ToLowerInvariant();
        if (codes.Count == 0 || others is not ("" or "in this document"))
        {
            findings.Report(NotUnderstood, comment.Place, codes.Count == 0 ? "it names no code such as SW3103" : $"\"{others}\" is not \"in this document\"");
            return null;
        }

        if (reason.Length == 0)
        {
            findings.Report(NoReason, comment.Place, string.Join(", ", codes));
        }

        var (from, to) = others.Length > 0 ? (1, document.Lines.Count) : comment.Alone ? CoveredLines.After(document.Lines, comment.Place.EndLine) : (comment.Place.Line, comment.Place.Line);
        return new(codes, reason, comment.Place, from, to);
    }

    private static bool IsCode(string word) => word.Length == 6 && word.StartsWith("SW", StringComparison.OrdinalIgnoreCase) && word[2..].All(char.IsAsciiDigit);
}
