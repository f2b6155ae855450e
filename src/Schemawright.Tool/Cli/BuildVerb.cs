using System.CommandLine;
using Schemawright.Diagnostics;
using Schemawright.Rendering.Migrations;
using Schemawright.Tool.Output;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary><c>build</c>: documents in, data model out; with --prove, proved as well.</summary>
internal static class BuildVerb
{
    public static Verb Create(IAnsiConsole console)
    {
        var path = CommonOptions.Path();
        var output = CommonOptions.Out();
        var prove = new Option<bool>("--prove") { Description = "also try every promise on a throw-away PostgreSQL" };
        var pgBin = CommonOptions.PgBin();
        var emit = new Option<string?>("--emit") { Description = "print one stage as JSON, or the model in another tool's format, instead of writing files" };
        emit.AcceptOnlyFromAmong([.. Emission.Names]);
        var layout = new Option<string>("--layout") { Description = "name and mark the migrations as a migration tool wants them", DefaultValueFactory = _ => MigrationLayouts.Default };
        layout.AcceptOnlyFromAmong([.. MigrationLayouts.Names]);
        var format = CommonOptions.Format(FindingsView.Formats);
        var command = new Verb("build", "Compile product documents into DATA_MODEL.md and the PostgreSQL artefacts behind it.", "build examples/marina --out out/marina --prove", "build examples/library --emit schema", "build examples/marina --emit dbml", "build examples/marina --layout flyway --out out/marina-flyway")
        {
            path, output, prove, pgBin, emit, layout, format,
        };
        command.SetAction((arguments, cancellation) => RunAsync(
            console, arguments.GetValue(path)!, arguments.GetValue(output),
            new(arguments.GetValue(prove), arguments.GetValue(pgBin), arguments.GetValue(emit), arguments.GetValue(layout)!, arguments.GetValue(format)!), cancellation));
        return command;
    }

    /// <param name="Format">How findings are shown: as text beside the summary, else alone on the standard output.</param>
    private sealed record Wishes(bool Prove, string? PgBin, string? Emit, string Layout, string Format);

    private static async Task<int> RunAsync(IAnsiConsole console, string path, string? output, Wishes wishes, CancellationToken cancellation)
    {
        if (ProductRun.Start(path) is not { } started)
        {
            return ExitCode.Unusable;
        }

        var run = started with { Layout = wishes.Layout };
        if (wishes.Emit is { } stage)
        {
            Terminals.Write(console, Emission.Write(run.Compilation, stage));
            return ExitCode.Clean;
        }

        var folder = new OutputFolder(output ?? run.DefaultOut);
        if (!folder.Write(run.Artifacts, run.Findings))
        {
            FindingsView.PrintErrors(run, Severity.Error);
            return ExitCode.Unusable;
        }

        var shown = console;
        if (wishes.Format == FindingsView.Text)
        {
            FindingsView.PrintErrors(run, Severity.Warning);
        }
        else
        {
            FindingsView.Print(console, wishes.Format, run);
            shown = Terminals.Error;
        }

        SummaryView.Print(shown, run.Compilation, folder.Path);
        return wishes.Prove ? await ProveVerb.ProveAsync(shown, run, folder, new(wishes.PgBin), cancellation) : ExitCode.Clean;
    }
}
