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

    public static void Print(IAnsiConsole console, string format, ProductRun run)
    {
        var report = new FindingsReport(run.Name, run.Input.Folder, PrintVersion.Version, run.Input.Documents.ToSeq(), run.AllFindings);
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
                break;
            default:
                Terminals.Write(console, FindingsText.Write(report));
                break;
        }
    }

    /// <summary>Diagnostics beside a verb's own output.</summary>
    public static void PrintErrors(ProductRun run, Severity least) =>
        Terminals.Write(Terminals.Error, FindingsText.Write(
            run.Findings.Diagnostics.Where(found => found.Kind.Severity >= least).Select(Finding.Of).OrderBy(finding => finding.Place), new(run.Input.Documents)));
}
