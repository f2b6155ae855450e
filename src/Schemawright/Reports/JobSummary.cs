using System.Text;
using Schemawright.Diagnostics;
using Schemawright.Rendering;

namespace Schemawright.Reports;

/// <summary>A run in a few lines of Markdown, for the summary page of a job.</summary>
public static class JobSummary
{
    private const int MostListed = 50;

    /// <param name="compilation">Null when nothing could be compiled.</param>
    public static string Write(FindingsReport report, Compilation? compilation)
    {
        var text = new StringBuilder($"## {MarkdownEscape.OneLine(report.Product)}\n\n");
        text.Append("| errors | warnings | notes | acknowledged | known before |\n|---:|---:|---:|---:|---:|\n");
        text.Append($"| {report.Count(Severity.Error)} | {report.Count(Severity.Warning)} | {report.Count(Severity.Info)} | {report.Acknowledged} | {report.Known} |\n");
        if (compilation is not null)
        {
            var summary = Summary.Of(compilation);
            text.Append($"\n- read: {summary.Read}\n- modelled: {summary.Modelled}\n- rules: {summary.Rules}\n- coverage: {summary.Coverage}\n");
        }

        var shown = report.New().Where(finding => finding.Kind.Severity != Severity.Info).ToArray();
        if (shown.Length > 0)
        {
            text.Append("\n| place | finding |\n|---|---|\n");
        }

        foreach (var finding in shown.Take(MostListed))
        {
            text.Append($"| {Cell(finding.Place is null ? "" : $"{report.Folder}{finding.Place.Document}:{finding.Place.Line}")} | {finding.Kind.Code}: {Cell(finding.Message)} |\n");
        }

        return text.Append(shown.Length > MostListed ? $"\nand {shown.Length - MostListed} more\n" : "").Append('\n').ToString();
    }

    private static string Cell(string words) => MarkdownEscape.Text(Printable.Of(words));
}
