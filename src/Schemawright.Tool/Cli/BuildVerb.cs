using System.CommandLine;
using Schemawright.Diagnostics;
using Schemawright.Rendering.Migrations;
using Schemawright.Tool.Output;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary><c>build</c>: documents in, data model out; with --prove, proved as well.</summary>
internal static class BuildVerb
{
    public static Verb Create(Face face)
    {
        var path = CommonOptions.Path(face);
        var output = CommonOptions.Out(face);
        var prove = new Option<bool>("--prove") { Description = "also try every promise on a throw-away PostgreSQL" };
        var pgBin = CommonOptions.PgBin(face);
        var emit = new Option<string?>("--emit") { Description = "print one stage as JSON, or the model in another tool's format, instead of writing files" };
        emit.AcceptOnlyFromAmong([.. Emission.Names]);
        var layout = new Option<string>("--layout") { Description = "name and mark the migrations as a migration tool wants them", DefaultValueFactory = _ => MigrationLayouts.Default };
        layout.AcceptOnlyFromAmong([.. MigrationLayouts.Names]);
        var watch = new Option<bool>("--watch", "-w") { Description = "build again whenever a document is saved, and say what changed" };
        var format = CommonOptions.Format(face, FindingsView.Formats);
        var command = new Verb("build", "Compile product documents into DATA_MODEL.md and the PostgreSQL artefacts behind it.", "build examples/marina --out out/marina --prove", "build examples/library --emit schema", "build examples/marina --emit dbml", "build examples/marina --layout flyway --out out/marina-flyway")
        {
            path, output, prove, pgBin, emit, layout, watch, format,
        };
        command.SetAction((arguments, cancellation) => RunAsync(
            face, arguments.GetValue(path)!, arguments.GetValue(output),
            new(arguments.GetValue(prove), arguments.GetValue(pgBin), arguments.GetValue(emit), arguments.GetValue(layout)!, arguments.GetValue(format)!, arguments.GetValue(watch)), cancellation));
        return command;
    }

    /// <param name="Format">How findings are shown: as text beside the summary, else alone on the standard output.</param>
    private sealed record Wishes(bool Prove, string? PgBin, string? Emit, string Layout, string Format, bool Watch);

    private static async Task<int> RunAsync(Face face, string path, string? output, Wishes wishes, CancellationToken cancellation)
    {
        if (wishes.Watch && (wishes.Prove || wishes.Emit is not null || wishes.Format != FindingsView.Text))
        {
            CommandLine.Complain("--watch goes with the text format alone, without --prove and --emit", $"{CommandLine.Program} build --help");
            return ExitCode.Unusable;
        }

        if (ProductRun.Start(path) is not { } started)
        {
            return ExitCode.Unusable;
        }

        var run = started with { Layout = wishes.Layout };
        if (wishes.Emit is { } stage)
        {
            Terminals.Write(face.Output, Emission.Write(run.Compilation, stage));
            return ExitCode.Clean;
        }

        return await BuildAsync(face, run, new(output ?? run.DefaultOut), wishes, cancellation);
    }

    private static async Task<int> BuildAsync(Face face, ProductRun run, OutputFolder folder, Wishes wishes, CancellationToken cancellation)
    {
        if (!folder.Write(run.Artifacts, run.Findings))
        {
            FindingsView.PrintErrors(run, Severity.Error);
            return ExitCode.Unusable;
        }

        var shown = Show(face, run, folder, wishes.Format);
        if (wishes.Prove)
        {
            return await ProveVerb.ProveAsync(face, shown, run, folder, new(wishes.PgBin), cancellation);
        }

        if (wishes.Watch)
        {
            return await new WatchedBuild(face, run, folder).RunAsync(cancellation);
        }

        face.Next(shown, $"{(run.Compilation.Clarifications.Count > 0 ? "clarify" : "prove")} {CommandLine.Quoted(run.Named)}");
        return ExitCode.Clean;
    }

    /// <returns>Where people read on: what is for programs has the standard output to itself.</returns>
    private static IAnsiConsole Show(Face face, ProductRun run, OutputFolder folder, string format)
    {
        var shown = format == FindingsView.Text ? face.Output : Terminals.Error;
        if (format == FindingsView.Text)
        {
            FindingsView.PrintErrors(run, Severity.Warning);
        }
        else
        {
            FindingsView.Print(face, face.Output, format, FindingsView.Report(run, folder.Path), run.Compilation);
        }

        if (!face.Quiet)
        {
            SummaryView.Print(shown, run.Compilation, folder.Path);
        }

        return shown;
    }
}
