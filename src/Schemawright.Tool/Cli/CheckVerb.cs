using Schemawright.Diagnostics;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary><c>check</c>: reads the documents and shows every finding, without building or writing anything.</summary>
internal static class CheckVerb
{
    public static Verb Create(IAnsiConsole console)
    {
        var path = CommonOptions.Path();
        var format = CommonOptions.Format(FindingsView.Formats);
        var command = new Verb("check", "Read product documents and show every finding: contradictions, unclear statements, questions. Nothing is written.",
            "check examples/library", "check examples/marina --format sarif")
        {
            path, format,
        };
        command.SetAction(arguments => Run(console, arguments.GetValue(path)!, arguments.GetValue(format)!));
        return command;
    }

    private static int Run(IAnsiConsole console, string path, string format)
    {
        var run = ProductRun.Read(path);
        FindingsView.Print(console, format, run);
        return ExitOf(run);
    }

    private static int ExitOf(ProductRun run)
    {
        if (run.Findings.HasErrors)
        {
            return ExitCode.Unusable;
        }

        return run.AllFindings.Any(finding => finding.Kind.Severity == Severity.Warning) ? ExitCode.Findings : ExitCode.Clean;
    }
}
