using System.Text;
using Schemawright.Reports;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary>Where results and where diagnostics are shown.</summary>
internal static class Terminals
{
    /// <summary>A file or pipe has no width to wrap at.</summary>
    private const int NoWrap = 100_000;

    public static IAnsiConsole Output { get; } = Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Shows the lines as they are, without wrapping: a caret must stay below its word.</summary>
    public static void Write(IAnsiConsole console, IEnumerable<ReportLine> lines)
    {
        var coloured = console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            foreach (var piece in line.Pieces)
            {
                var code = coloured ? CodeOf(piece.Tone) : "";
                text.Append(code).Append(piece.Text).Append(code.Length > 0 ? "\u001b[0m" : "");
            }

            text.Append('\n');
        }

        Write(console, text.ToString());
    }

    public static void Write(IAnsiConsole console, string text)
    {
        console.Profile.Out.Writer.Write(text);
        console.Profile.Out.Writer.Flush();
    }

    private static string CodeOf(Tone tone) => tone switch
    {
        Tone.Faint => "\u001b[90m",
        Tone.Strong => "\u001b[1m",
        Tone.Error => "\u001b[1;31m",
        Tone.Warning => "\u001b[1;33m",
        Tone.Note => "\u001b[1;36m",
        _ => "",
    };

    /// <summary>A console over a text that is no terminal.</summary>
    public static IAnsiConsole Of(TextWriter writer) => Create(writer, redirected: true);

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var plain = redirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (redirected)
        {
            console.Profile.Width = NoWrap;
        }

        return console;
    }
}
