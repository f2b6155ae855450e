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
    public static Verb Create(Face face)
    {
        var path = CommonOptions.Path(face);
        var output = CommonOptions.Out(face);
        var pgBin = CommonOptions.PgBin(face);
        var only = new Option<string[]>("--only") { HelpName = "obligation|object|document:line", Description = "try these obligations, tables, constraints or sentences alone", AllowMultipleArgumentsPerToken = true };
        var failFast = new Option<bool>("--fail-fast") { Description = "stop at the first promise that is refuted" };
        var mutate = new Option<bool>("--mutate") { Description = "build defects into copies of the database, one at a time, and count how many the proof notices" };
        var database = new Option<string?>("--database") { HelpName = "connection", Description = "compare this database with the model; it is only read" };
        var schemaOnly = new Option<bool>("--schema-only") { Description = "with --database: what must be said, since nothing else is tried there" };
        var format = CommonOptions.Format(face, FindingsView.Formats);
        var command = new Verb("prove", "Run the artefacts on a throw-away PostgreSQL and show that every promise holds.", "prove examples/library --out out/library")
        {
            path, output, pgBin, only, failFast, mutate, database, schemaOnly, format,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(database) is not null) != result.GetValue(schemaOnly))
            {
                result.AddError("--database and --schema-only belong together: a database of your own is read, and promises are tried on a throw-away server alone");
            }
        });
        command.SetAction((arguments, cancellation) => RunAsync(
            face, arguments.GetValue(path)!, arguments.GetValue(output), arguments.GetValue(format)!,
            new(arguments.GetValue(pgBin), (arguments.GetValue(only) ?? []).ToSeq(), arguments.GetValue(failFast)) { Mutate = arguments.GetValue(mutate), Database = arguments.GetValue(database) }, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Face face, string path, string? output, string format, ProofOptions options, CancellationToken cancellation)
    {
        if (ProductRun.Start(path) is not { } run)
        {
            return ExitCode.Unusable;
        }

        if (Prover.UnknownIn(run.Compilation, options.Only) is [var unknown, ..])
        {
            CommandLine.Complain($"--only {unknown}: no obligation, object or sentence has this name; the obligations are {string.Join(", ", Prover.Obligations)}", null);
            return ExitCode.Unusable;
        }

        try
        {
            return await ProveAsync(face, format == FindingsView.Text ? face.Output : Terminals.Error, run, new OutputFolder(output ?? run.DefaultOut), options, cancellation, format);
        }
        catch (FormatException error)
        {
            CommandLine.Complain($"--database: {error.Message}", null);
            return ExitCode.Unusable;
        }
    }

    /// <summary>Proves, writes the artefacts with the proof beside them, and shows the verdicts.</summary>
    /// <param name="shown">Where people read along.</param>
    /// <param name="format">Where it is not text, the report goes to the standard output for programs as well.</param>
    public static async Task<int> ProveAsync(Face face, IAnsiConsole shown, ProductRun run, OutputFolder folder, ProofOptions options, CancellationToken cancellation, string format = FindingsView.Text)
    {
        try
        {
            using var work = UnfinishedWork.Begin();
            var report = await ProofView.RunAsync(shown, face.Quiet, progress => Prover.ProveAsync(run.Compilation, options, progress, cancellation));
            var documents = ProofDocuments.Render(report, run.Compilation);
            if (!folder.Write([.. run.Artifacts, .. documents], run.Findings))
            {
                FindingsView.PrintErrors(run, Severity.Error);
                return ExitCode.Unusable;
            }

            ProofView.Print(shown, report, folder.Path, face.Quiet);
            if (format == "json")
            {
                Terminals.Write(face.Output, documents.First(document => document.Path.EndsWith(".json", StringComparison.Ordinal)).Text);
            }
            else if (format != FindingsView.Text)
            {
                var names = run.Input.Documents.Select(document => document.Name).ToSeq();
                FindingsView.Print(face, face.Output, format, FindingsView.Report(run, folder.Path) with { Findings = ProofFindings.Of(report, names) }, run.Compilation);
            }

            Next(face, shown, run, report);
            return ExitOf(report);
        }
        catch (ServerUnavailableException error)
        {
            CommandLine.Complain($"could not verify: {error.Message}", $"{CommandLine.Program} doctor");
            return ExitCode.CouldNotVerify;
        }
        catch (OperationCanceledException)
        {
            CommandLine.Complain("stopped; the throw-away server and its folder are gone", null);
            return ExitCode.Cancelled;
        }
    }

    private static void Next(Face face, IAnsiConsole shown, ProductRun run, ProofReport report)
    {
        var product = CommandLine.Quoted(run.Named);
        var refuted = report.Obligations.SelectMany(obligation => obligation.Vectors).FirstOrDefault(vector => vector.Verdict == Verdict.Refuted);
        face.Next(shown, refuted is not null ? $"explain {product} {CommandLine.Quoted(refuted.Subject)}"
            : !report.Holds ? "doctor"
            : run.Compilation.Clarifications.Count > 0 ? $"clarify {product}" : $"diff {CommandLine.Quoted(run.DefaultOut)} {product}");
    }

    private static int ExitOf(ProofReport report) =>
        report.Obligations.Any(obligation => obligation.Verdict == Verdict.Refuted) ? ExitCode.Findings
        : report.Holds && report.Mutation?.IsEnough != false ? ExitCode.Clean : ExitCode.CouldNotVerify;
}
