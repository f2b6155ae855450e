using System.CommandLine;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Proof;
using Schemawright.Tool.Output;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary><c>prove</c>: compiles, runs the artefacts on a throw-away PostgreSQL and tries every promise.</summary>
internal static class ProveVerb
{
    public static Verb Create(IAnsiConsole console)
    {
        var path = CommonOptions.Path();
        var output = CommonOptions.Out();
        var pgBin = CommonOptions.PgBin();
        var only = new Option<string[]>("--only") { HelpName = "obligation", Description = "try these obligations alone", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong([.. Prover.Obligations]); // a misspelt name would prove nothing and look like success
        var failFast = new Option<bool>("--fail-fast") { Description = "stop at the first promise that is refuted" };
        var command = new Verb("prove", "Run the artefacts on a throw-away PostgreSQL and show that every promise holds.", "prove examples/library --out out/library")
        {
            path, output, pgBin, only, failFast,
        };
        command.SetAction((arguments, cancellation) => RunAsync(
            console, arguments.GetValue(path)!, arguments.GetValue(output),
            new(arguments.GetValue(pgBin), (arguments.GetValue(only) ?? []).ToSeq(), arguments.GetValue(failFast)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, string path, string? output, ProofOptions options, CancellationToken cancellation) =>
        ProductRun.Start(path) is { } run
            ? await ProveAsync(console, run, new OutputFolder(output ?? run.DefaultOut), options, cancellation)
            : ExitCode.Unusable;

    /// <summary>Proves, writes the artefacts with the proof beside them, and shows the verdicts.</summary>
    public static async Task<int> ProveAsync(IAnsiConsole console, ProductRun run, OutputFolder folder, ProofOptions options, CancellationToken cancellation)
    {
        try
        {
            var report = await ProofView.RunAsync(console, progress => Prover.ProveAsync(run.Compilation, options, progress, cancellation));
            if (!folder.Write([.. run.Artifacts, .. ProofDocuments.Render(report)], run.Findings))
            {
                FindingsView.PrintErrors(run, Severity.Error);
                return ExitCode.Unusable;
            }

            ProofView.Print(console, report, folder.Path);
            return ExitOf(report);
        }
        catch (ServerUnavailableException error)
        {
            console.MarkupLineInterpolated($"[red]could not verify[/]: {error.Message}");
            return ExitCode.CouldNotVerify;
        }
        catch (OperationCanceledException)
        {
            console.MarkupLine("[yellow]stopped[/]; the throw-away server and its folder are gone");
            return ExitCode.Cancelled;
        }
    }

    private static int ExitOf(ProofReport report) =>
        report.Obligations.Any(obligation => obligation.Verdict == Verdict.Refuted) ? ExitCode.Findings
        : report.Holds ? ExitCode.Clean : ExitCode.CouldNotVerify;
}
