using System.CommandLine;
using Schemawright.Diagnostics;
using Schemawright.Tool.Output;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary><c>build</c>: documents in, data model out; with --prove, proved as well.</summary>
internal static class BuildVerb
{
    public static Command Create(IAnsiConsole console)
    {
        var path = CommonOptions.Path();
        var output = CommonOptions.Out();
        var prove = new Option<bool>("--prove") { Description = "also try every promise on a throw-away PostgreSQL" };
        var pgBin = CommonOptions.PgBin();
        var emit = new Option<string?>("--emit") { Description = "print one stage as JSON instead of writing files" };
        emit.AcceptOnlyFromAmong("facts", "domain", "design", "schema");
        var command = new Command("build", "Compile product documents into DATA_MODEL.md and the PostgreSQL artefacts behind it.") { path, output, prove, pgBin, emit };
        command.SetAction((arguments, cancellation) => RunAsync(
            console, arguments.GetValue(path)!, arguments.GetValue(output), arguments.GetValue(prove), arguments.GetValue(pgBin), arguments.GetValue(emit), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        IAnsiConsole console, string path, string? output, bool prove, string? pgBin, string? emit, CancellationToken cancellation)
    {
        if (ProductRun.Start(path) is not { } run)
        {
            return ExitCode.Unusable;
        }

        if (emit is not null)
        {
            Console.Out.Write(ModelJson.Emit(run.Compilation, emit));
            return ExitCode.Clean;
        }

        var folder = new OutputFolder(output ?? run.DefaultOut);
        if (!folder.Write(run.Compilation.Artifacts, run.Findings))
        {
            FindingsView.PrintErrors(run, Severity.Error);
            return ExitCode.Unusable;
        }

        FindingsView.PrintErrors(run, Severity.Warning);
        SummaryView.Print(console, run.Compilation, folder.Path);
        return prove ? await ProveVerb.ProveAsync(console, run, folder, new(pgBin), cancellation) : ExitCode.Clean;
    }
}
