using Schemawright.Rendering;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary>The few lines a person reads after a build.</summary>
internal static class SummaryView
{
    public static void Print(IAnsiConsole console, Compilation compilation, string folder)
    {
        var summary = Summary.Of(compilation);
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{summary.AppName}[/]");
        Line(console, "read", summary.Read);
        Line(console, "modelled", summary.Modelled);
        Line(console, "rules", summary.Rules);
        Line(console, "coverage", summary.Coverage);
        Line(console, "written to", folder);
        Questions(console, summary);
        console.WriteLine();
        foreach (var hint in summary.Next)
        {
            Line(console, "look", hint);
        }
    }

    private static void Questions(IAnsiConsole console, Summary summary)
    {
        if (summary.Questions.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]The most important of {summary.OpenQuestions} open questions[/]");
        foreach (var question in summary.Questions)
        {
            console.MarkupLineInterpolated($"  [yellow]{question.Id}[/] {question.Question} [grey]{question.Source?.ToString() ?? ""}[/]");
            console.MarkupLineInterpolated($"           [grey]meanwhile:[/] {question.Assumption}");
        }
    }

    private static void Line(IAnsiConsole console, string label, string text) =>
        console.MarkupLineInterpolated($"  [grey]{label,-11}[/]{text}");
}
