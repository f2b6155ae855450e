using System.CommandLine;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Reports;
using Schemawright.Tool.Output;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary><c>clarify</c>: the open questions, what each answer would change, and a file to answer them in.</summary>
internal static class ClarifyVerb
{
    public static Verb Create(Face face)
    {
        var path = CommonOptions.Path(face);
        var all = new Option<bool>("--all") { Description = "also show the questions that are answered" };
        var write = new Option<bool>("--write") { Description = $"write {AnswerFile.Name} beside the documents, with a line for each answer" };
        var append = new Option<bool>("--append") { Description = $"with --write: add the new questions to an {AnswerFile.Name} that exists" };
        var format = CommonOptions.Format(face, FindingsView.Text, "json");
        var command = new Verb("clarify", "Show the open questions, most important first, and what each answer would change.", "clarify examples/marina", "clarify examples/library --format json")
        {
            path, all, write, append, format,
        };
        command.SetAction(arguments => ProductRun.Start(arguments.GetValue(path)!) is not { } run ? ExitCode.Unusable
            : arguments.GetValue(write) ? Write(face, run, arguments.GetValue(path)!, arguments.GetValue(append), arguments.GetValue(format)!)
            : Show(face, run, arguments.GetValue(path)!, new(arguments.GetValue(all), arguments.GetValue(format)!)));
        return command;
    }

    private sealed record Wishes(bool All, string Format);

    private static int Show(Face face, ProductRun run, string path, Wishes wishes)
    {
        var questions = Weighed(run);
        if (wishes.Format != FindingsView.Text)
        {
            Terminals.Write(face.Output, QuestionsJson.Write(run.Name, questions));
            return Ineffective(run);
        }

        if (wishes.All)
        {
            Terminals.Write(face.Output, QuestionsText.Answered(run.Findings.Settled, run.Findings.Answers));
        }

        Terminals.Write(face.Output, QuestionsText.Write(questions, new(run.Input.Documents, Terminals.WidthOf(face.Output))));
        face.Next(face.Output, questions.Count > 0 ? $"clarify {CommandLine.Quoted(path)} --write" : $"build {CommandLine.Quoted(path)}");
        return Ineffective(run);
    }

    private static Seq<WeighedQuestion> Weighed(ProductRun run)
    {
        using var busy = Busy.With($"compiling {run.Name} once with each answer");
        return BlastRadius.Of(run.Input.Documents, run.Input.Name, run.Compilation);
    }

    private static int Write(Face face, ProductRun run, string path, bool append, string format)
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

        if (format != FindingsView.Text)
        {
            Terminals.Write(face.Output, WrittenFilesJson.Write(run.Input.Root, [Path.GetFileName(file)]));
        }
        else if (!face.Quiet)
        {
            Terminals.Write(face.Output, [ReportLine.Of($"{questions.Count} open questions in {file}: write an answer after each id, and compile again")]);
            face.Next(face.Output, $"build {CommandLine.Quoted(path)}");
        }

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
