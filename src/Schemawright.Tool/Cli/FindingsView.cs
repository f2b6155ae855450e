using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Reports;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary>Shows findings in the format asked for.</summary>
internal static class FindingsView
{
    public const string Text = "text";

    public static readonly string[] Formats = [Text, "json", "sarif", "github"];

    /// <summary>The file to which a job of GitHub's appends what its page shall say.</summary>
    private const string JobSummaryVariable = "GITHUB_STEP_SUMMARY";

    /// <param name="output">The folder with the artefacts; the lines of SQL are named when it holds what this run would write.</param>
    public static FindingsReport Report(ProductRun run, string? output) =>
        new(run.Name, run.Input.Folder, PrintVersion.Version, run.Input.Documents.ToSeq(), run.AllFindings)
        {
            Sql = run.Result is not null && output is not null && Holds(output, run) ? new(run.Compilation, run.Artifacts, $"{Path.TrimEndingDirectorySeparator(output).Replace('\\', '/')}/") : null,
        };

    public static void Print(Face face, IAnsiConsole console, string format, FindingsReport report, Compilation? compilation)
    {
        switch (format)
        {
            case "json":
                Terminals.Write(console, FindingsJson.Write(report));
                break;
            case "sarif":
                Terminals.Write(console, FindingsSarif.Write(report));
                break;
            case "github":
                Terminals.Write(console, FindingsGitHub.Write(report));
                Summarize(report, compilation);
                break;
            default:
                var quotes = new SourceQuotes(report.Documents, Terminals.WidthOf(console));
                Terminals.Write(console, face.Quiet ? FindingsText.Write(FindingsText.Shown(report), quotes) : FindingsText.Write(report, quotes));
                break;
        }
    }

    /// <summary>What is wrong, beside a verb's own output: no open questions; what the author accepts is shown as such.</summary>
    public static void PrintErrors(ProductRun run, Severity least) =>
        Terminals.Write(Terminals.Error, FindingsText.Write(
            run.AllFindings.Where(finding => finding.Kind.Severity >= least && finding.Question is null && finding.Kind != QuestionKinds.Of(ClarificationReason.Unclear)),
            new(run.Input.Documents, Terminals.WidthOf(Terminals.Error))));

    private static bool Holds(string output, ProductRun run)
    {
        try
        {
            return Directory.Exists(Path.Combine(output, "db", "migrations"))
                && run.Artifacts.Where(file => file.Path.StartsWith("db/migrations/", StringComparison.Ordinal))
                .All(file => File.Exists(Path.Combine(output, file.Path)) && string.Equals(File.ReadAllText(Path.Combine(output, file.Path)), file.Text, StringComparison.Ordinal));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Summarize(FindingsReport report, Compilation? compilation)
    {
        if (Environment.GetEnvironmentVariable(JobSummaryVariable) is not { Length: > 0 } file)
        {
            return;
        }

        try
        {
            File.AppendAllText(file, JobSummary.Write(report, compilation));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            CommandLine.Complain($"the job summary was not written: {error.Message}", null);
        }
    }
}
