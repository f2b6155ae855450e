using System.CommandLine;
using Schemawright.Diagnostics;
using Schemawright.Reports;
using Schemawright.Tool.Output;

namespace Schemawright.Tool.Cli;

/// <summary><c>check</c>: reads the documents and shows every finding, without building or writing anything.</summary>
internal static class CheckVerb
{
    public static Verb Create(Face face)
    {
        var path = CommonOptions.Path(face);
        var format = CommonOptions.Format(face, FindingsView.Formats);
        var baseline = CommonOptions.Unless(new("--baseline") { Description = "a file of known findings: only new ones count" }, face.Settings.Baseline);
        var write = new Option<bool>("--write-baseline") { Description = $"write the findings of this run to that file ({BaselineFile.DefaultName} unless named)" };
        var command = new Verb("check", "Read product documents and show every finding: contradictions, unclear statements, questions. Nothing is written.",
            "check examples/library", "check examples/marina --format sarif", "check examples/marina --write-baseline --baseline known.json")
        {
            path, format, baseline, write,
        };
        command.SetAction(arguments => Run(face, arguments.GetValue(path)!, new(arguments.GetValue(format)!, arguments.GetValue(baseline), arguments.GetValue(write))));
        return command;
    }

    private sealed record Wishes(string Format, string? Baseline, bool WriteBaseline);

    private static int Run(Face face, string path, Wishes wishes)
    {
        var run = ProductRun.Read(path);
        if (wishes.WriteBaseline)
        {
            return WriteBaseline(face, run, wishes.Baseline ?? BaselineFile.DefaultName, wishes.Format);
        }

        var baseline = wishes.Baseline is null ? null : BaselineFile.Read(wishes.Baseline, run.Findings);
        var report = FindingsView.Report(run, face.Settings.Out ?? run.DefaultOut) with { Baseline = baseline };
        FindingsView.Print(face, face.Output, wishes.Format, report, run.Result);
        if (wishes.Format == FindingsView.Text && run.Result is not null && !run.Findings.HasErrors)
        {
            face.Next(face.Output, run.Compilation.Clarifications.Count > 0 ? $"clarify {CommandLine.Quoted(path)}" : $"build {CommandLine.Quoted(path)}");
        }

        return report.Count(Severity.Error) > 0 ? ExitCode.Unusable : report.Count(Severity.Warning) > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    private static int WriteBaseline(Face face, ProductRun run, string file, string format)
    {
        if (run.Findings.HasErrors || !BaselineFile.Write(file, FindingsView.Report(run, null), run.Findings))
        {
            FindingsView.PrintErrors(run, Severity.Error);
            return ExitCode.Unusable;
        }

        var known = run.AllFindings.Count(Baseline.IsKept);
        if (format != FindingsView.Text)
        {
            Terminals.Write(face.Output, WrittenFilesJson.Write(Path.GetDirectoryName(Path.GetFullPath(file)) ?? "", [Path.GetFileName(file)]));
        }
        else if (!face.Quiet)
        {
            Terminals.Write(face.Output, [ReportLine.Of($"{known} known findings in {file}: from now on only new ones count")]);
            face.Next(face.Output, $"check {CommandLine.Quoted(run.Named)} --baseline {CommandLine.Quoted(file)}");
        }

        return ExitCode.Clean;
    }
}
