using System.Text;
using Schemawright.Diagnostics;

namespace Schemawright.Reports;

/// <summary>Findings as workflow commands, which GitHub shows beside the changed lines of a pull request.</summary>
public static class FindingsGitHub
{
    public static string Write(FindingsReport report)
    {
        var text = new StringBuilder();
        foreach (var finding in FindingsText.Shown(report))
        {
            text.Append("::").Append((finding.Acknowledged is null ? Command(finding.Kind.Severity) : "notice")).Append(' ');
            text.AppendJoin(',', Properties(report, finding).Select(property => $"{property.Name}={Property(property.Value)}"));
            text.Append("::").Append(Message(Body(finding))).Append('\n');
        }

        return text.ToString();
    }

    private static string Command(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    private static IEnumerable<(string Name, string Value)> Properties(FindingsReport report, Finding finding)
    {
        if (finding.Place is { } place)
        {
            yield return ("file", report.Folder + place.Document);
            yield return ("line", $"{place.Line}");
            yield return ("endLine", $"{place.EndLine}");
            // GitHub takes columns only where the place is on one line.
            if (place.Line == place.EndLine)
            {
                yield return ("col", $"{place.Column}");
                yield return ("endColumn", $"{place.EndColumn + 1}");
            }
        }

        yield return ("title", $"{(finding.Acknowledged is null ? "" : "allowed ")}{finding.Kind.Code} {finding.Kind.Title}");
    }

    private static string Body(Finding finding)
    {
        var lines = new List<string> { finding.Message, $"Why it matters: {finding.Kind.Why}", $"Instead: {finding.WayOut}" };
        if (finding.Acknowledged is { } accepted)
        {
            return string.Join('\n', [Printable.Of(finding.Message), Printable.Of($"Acknowledged in {accepted.Place.Document}:{accepted.Place.Line}: {accepted.Reason}")]);
        }

        lines.AddRange(finding.Related.Select(place => $"Also: {place.Document}:{place.Line}"));
        if (finding.Question is { } question)
        {
            lines.Add($"Question {question.Id}: {string.Join("; ", question.Alternatives.Select((answer, index) => $"({index + 1}) {answer}"))}");
            lines.Add($"Meanwhile: {question.Assumption}");
        }

        return string.Join('\n', lines.Select(Printable.Of));
    }

    private static string Message(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
