using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Rendering;

namespace Schemawright.Reports;

/// <summary>Findings as compilers show them: place, severity, code and message, the line with the words underlined, why, and what to write instead.</summary>
public static class FindingsText
{
    /// <summary>The other places of one finding that are quoted; the rest are named.</summary>
    private const int MostQuoted = 2;

    /// <summary>All findings and a last line that counts them.</summary>
    public static IEnumerable<ReportLine> Write(FindingsReport report) => Write(report, new(report.Documents));

    public static IEnumerable<ReportLine> Write(FindingsReport report, SourceQuotes quotes) => [.. Write(Shown(report), quotes), Total(report)];

    /// <summary>What is known is counted, not repeated; what is acknowledged is shown with its reason.</summary>
    public static IEnumerable<Finding> Shown(FindingsReport report) => report.Findings.Zip(report.Fingerprints()).Where(pair => !report.IsKnown(pair.First, pair.Second)).Select(pair => pair.First);

    public static IEnumerable<ReportLine> Write(IEnumerable<Finding> findings, SourceQuotes quotes)
    {
        var explained = new HashSet<string>(StringComparer.Ordinal);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var before = 0;
        foreach (var finding in findings)
        {
            var accepted = finding.Acknowledged;
            var first = accepted is null && explained.Add(finding.Kind.Code);
            var asksAnew = accepted is not null || finding.Question is null || asked.Add(finding.Question.Id);
            var block = (accepted is null ? Block(finding, quotes, first, asksAnew) : Block(finding, accepted)).ToArray();
            // One-liners of the same kind stand together.
            if (before > 0 && !(before == 1 && block.Length == 1) && !(block.Length == 1 && !first))
            {
                yield return ReportLine.Empty;
            }

            before = block.Length;
            foreach (var line in block)
            {
                yield return line;
            }
        }

        if (before > 0)
        {
            yield return ReportLine.Empty;
        }
    }

    /// <summary>What is acknowledged takes two lines: what it is, and why it may stay.</summary>
    private static IEnumerable<ReportLine> Block(Finding finding, Acknowledgement accepted) =>
    [
        new([new(finding.Place is null ? "" : $"{Printable.Of(finding.Place.ToString())}: ", Tone.Strong), new($"allowed {finding.Kind.Code}: {Printable.Of(finding.Message)}", Tone.Faint)]),
        ReportLine.Remark("because", $"{Printable.Of(accepted.Reason)} ({Printable.Of($"{accepted.Place.Document}:{accepted.Place.Line}")})"),
    ];

    private static IEnumerable<ReportLine> Block(Finding finding, SourceQuotes quotes, bool isFirstOfKind, bool asksAnew)
    {
        var tone = ToneOf(finding.Kind.Severity);
        var place = finding.Place is null ? "" : $"{Printable.Of(finding.Place.ToString())}: ";
        yield return new([new(place, Tone.Strong), new($"{WordOf(finding.Kind.Severity)} {finding.Kind.Code}", tone), new($": {Printable.Of(finding.Message)}")]);
        foreach (var line in (finding.Place is { } own ? quotes.Quote(own, tone) : []).Concat(OtherPlaces(finding, quotes)))
        {
            yield return line;
        }

        if (isFirstOfKind)
        {
            yield return ReportLine.Remark("why", finding.Kind.Why);
        }

        // A way out that names the thing at hand is said each time; a general one once.
        if (isFirstOfKind || finding.Kind.WayOut.Contains('{', StringComparison.Ordinal))
        {
            yield return ReportLine.Remark("instead", Printable.Of(finding.WayOut));
        }

        foreach (var line in finding.Question is null ? [] : Question(finding.Question, asksAnew))
        {
            yield return line;
        }
    }

    private static IEnumerable<ReportLine> OtherPlaces(Finding finding, SourceQuotes quotes)
    {
        foreach (var other in finding.Related.Take(MostQuoted))
        {
            yield return new([new($"{Printable.Of(other.ToString())}: ", Tone.Strong), new("note", Tone.Note), new(": also here")]);
            foreach (var line in quotes.Quote(other, Tone.Note))
            {
                yield return line;
            }
        }

        if (finding.Related.Count > MostQuoted)
        {
            yield return ReportLine.Remark("and", string.Join(", ", finding.Related.Skip(MostQuoted).Select(other => Printable.Of($"{other.Document}:{other.Line}")).Distinct(StringComparer.Ordinal)));
        }
    }

    private static IEnumerable<ReportLine> Question(Clarification question, bool asksAnew)
    {
        if (!asksAnew)
        {
            yield return ReportLine.Remark("question", $"{question.Id}, as above");
            yield break;
        }

        var answers = string.Join("; ", question.Alternatives.Select((answer, index) => $"({index + 1}) {Printable.Of(answer)}"));
        yield return ReportLine.Remark("question", $"{question.Id}{(answers.Length > 0 ? $": {answers}" : "")}");
        yield return ReportLine.Remark("meanwhile", Printable.Of(question.Assumption));
    }

    private static ReportLine Total(FindingsReport report)
    {
        var documents = English.Count(report.Documents.Count, "document");

        var counts = new[]
        {
            (report.Count(Severity.Error), "error"), (report.Count(Severity.Warning), "warning"), (report.Count(Severity.Info), "note"),
        };
        var counted = English.List(counts.Where(count => count.Item1 > 0).Select(count => English.Count(count.Item1, count.Item2)));
        var found = counted.Length > 0 ? counted : report.Baseline is null ? "no finding" : "no new finding";
        var aside = new[] { (report.Acknowledged, "acknowledged"), (report.Known, "known before"), (report.Gone, "of the baseline gone") }.Where(count => count.Item1 > 0).Select(count => $"; {count.Item1} {count.Item2}");
        return ReportLine.Of($"{Printable.Of(report.Product)}: {documents}, {found}{string.Concat(aside)}", Tone.Strong);
    }

    internal static string WordOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "note",
        _ => throw new InvalidOperationException($"unknown severity {severity}"),
    };

    private static Tone ToneOf(Severity severity) => severity switch
    {
        Severity.Error => Tone.Error,
        Severity.Warning => Tone.Warning,
        _ => Tone.Note,
    };
}
