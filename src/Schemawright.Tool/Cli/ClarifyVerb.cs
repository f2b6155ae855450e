using System.CommandLine;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Reports;
using Schemawright.Tool.Output;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary><c>clarify</c>: the open questions, what each answer would change, and a file to answer them in.</summary>
internal static class ClarifyVerb
{
    public static Verb Create(IAnsiConsole console)
    {
        var path = CommonOptions.Path();
        var all = new Option<bool>("--all") { Description = "also show the questions that are answered" };
        var write = new Option<bool>("--write") { Description = $"write {AnswerFile.Name} beside the documents, with a line for each answer" };
        var append = new Option<bool>("--append") { Description = $"with --write: add the new questions to an {AnswerFile.Name} that exists" };
        var format = CommonOptions.Format(FindingsView.Text, "json");
        var command = new Verb("clarify", "Show the open questions, most important first, and what each answer would change.", "clarify examples/marina", "clarify examples/library --format json")
        {
            path, all, write, append, format,
        };
        command.SetAction(arguments => ProductRun.Start(arguments.GetValue(path)!) is not { } run ? ExitCode.Unusable
            : arguments.GetValue(write) ? Write(console, run, arguments.GetValue(append))
            : Show(console, run, arguments.GetValue(all), arguments.GetValue(format)!));
        return command;
    }

    private static int Show(IAnsiConsole console, ProductRun run, bool all, string format)
    {
        var questions = BlastRadius.Of(run.Input.Documents, run.Input.Name, run.Compilation);
        if (format != FindingsView.Text)
        {
            Terminals.Write(console, QuestionsJson.Write(run.Name, questions));
            return Ineffective(run);
        }

        if (all)
        {
            Terminals.Write(console, QuestionsText.Answered(run.Findings.Settled, run.Findings.Answers));
        }

        Terminals.Write(console, QuestionsText.Write(questions, new(run.Input.Documents)));
        return Ineffective(run);
    }

    private static int Write(IAnsiConsole console, ProductRun run, bool append)
    {
        var known = run.Compilation.Corpus.Documents.Where(document => document.Kind == DocumentKind.Answers).Select(document => document.Name).FirstOrDefault();
        var file = Path.Combine(run.Input.Root, known ?? AnswerFile.Name);
        var quotes = new SourceQuotes(run.Input.Documents);
        var questions = run.Compilation.Clarifications;
        string Text(string? existing) => existing is null ? AnswerSheet.Write(questions, quotes) : AnswerSheet.Append(existing, questions, quotes);
        if (!AnswerFile.Write(file, Text, append, run.Findings))
        {
            FindingsView.PrintErrors(run, Severity.Error);
            return ExitCode.Unusable;
        }

        Terminals.Write(console, [ReportLine.Of($"{questions.Count} open questions in {file}: write an answer after each id, and compile again")]);
        return Ineffective(run);
    }

    /// <summary>Answers without effect are findings, here as in every run.</summary>
    private static int Ineffective(ProductRun run)
    {
        var sheets = run.Compilation.Corpus.Documents.Where(document => document.Kind == DocumentKind.Answers).Select(document => document.Name).ToHashSet(StringComparer.Ordinal);
        var answers = run.Findings.Diagnostics.Where(found => found.Kind.Severity == Severity.Warning && found.Span is { } span && sheets.Contains(span.Document)).Select(Finding.Of).ToList();
        Terminals.Write(Terminals.Error, FindingsText.Write(answers, new(run.Input.Documents)));
        return answers.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
    }
}
