using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary>The few lines a person reads after a build.</summary>
internal static class SummaryView
{
    public static void Print(IAnsiConsole console, Compilation compilation, string folder)
    {
        console.MarkupLineInterpolated($"[bold]{compilation.Domain.AppName}[/]: {compilation.Corpus.Documents.Count} documents, {compilation.Facts.Statements.Count} statements");
        console.MarkupLineInterpolated($"written to {folder}");
    }
}
