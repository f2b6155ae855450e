using Schemawright.Diagnostics;
using Schemawright.Documents;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary>Shows diagnostics as compilers do: place, severity, code, message, the line with a caret, the way out.</summary>
internal static class DiagnosticPrinter
{
    public static void Print(IEnumerable<Diagnostic> diagnostics, IReadOnlyList<InputDocument> documents)
    {
        var lines = documents.ToDictionary(document => document.Name, document => document.Text.Split('\n'), StringComparer.Ordinal);
        foreach (var diagnostic in diagnostics)
        {
            Print(Terminals.Error, diagnostic, lines);
        }
    }

    private static void Print(IAnsiConsole console, Diagnostic diagnostic, Dictionary<string, string[]> lines)
    {
        var place = diagnostic.Span is null ? "" : $"{diagnostic.Span}: ";
        var severity = diagnostic.Kind.Severity.ToString().ToLowerInvariant();
        console.MarkupLineInterpolated($"{Visible(place)}[{Color(diagnostic.Kind.Severity)}]{severity} {diagnostic.Kind.Code}[/]: {Visible(diagnostic.Message)}");
        if (diagnostic.Span is { } span && lines.TryGetValue(span.Document, out var text) && span.Line <= text.Length)
        {
            PrintCaret(console, text[span.Line - 1].TrimEnd('\r'), span);
        }

        if (diagnostic.WayOut is { } wayOut)
        {
            console.MarkupLineInterpolated($"  [grey]way out:[/] {Visible(wayOut)}");
        }
    }

    private static void PrintCaret(IAnsiConsole console, string line, SourceSpan span)
    {
        const int Width = 110;
        var from = Math.Max(0, span.Column - 60);
        var shown = line.Length > from ? line[from..Math.Min(line.Length, from + Width)] : "";
        console.MarkupLineInterpolated($"  [grey]{span.Line,5} |[/] {Visible(shown.Replace('\t', ' '))}");
        console.MarkupLineInterpolated($"  [grey]      |[/] {new string(' ', Math.Max(0, span.Column - 1 - from))}[red]^[/]");
    }

    /// <summary>Control characters of a document must not reach the terminal.</summary>
    private static string Visible(string text) => string.Concat(text.Select(character => char.IsControl(character) ? '\uFFFD' : character));

    private static string Color(Severity severity) => severity switch
    {
        Severity.Error => "red",
        Severity.Warning => "yellow",
        _ => "blue",
    };
}
