using System.Text;
using Schemawright.Reports;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary>Where results and where diagnostics are shown.</summary>
internal static class Terminals
{
    /// <summary>A file or pipe has no width to wrap at.</summary>
    private const int NoWrap = 100_000;

    /// <summary>Before words that went to the next line.</summary>
    private const string Indent = "     ";

    public static IAnsiConsole Output { get; } = Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Shows the lines; on a terminal that is too narrow words go to the next line, but quoted lines stay as they are: a caret must stay below its word.</summary>
    public static void Write(IAnsiConsole console, IEnumerable<ReportLine> lines)
    {
        var coloured = console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var column = 0;
            foreach (var piece in line.Pieces)
            {
                var code = coloured ? CodeOf(piece.Tone) : "";
                text.Append(code).Append(Folded(piece.Text, console.Profile.Width, line.IsQuote, ref column)).Append(code.Length > 0 ? "\u001b[0m" : "");
            }

            text.Append('\n');
        }

        Write(console, text.ToString());
    }

    /// <summary>The words with a line end before each that would pass the width.</summary>
    /// <param name="column">Where the line stands.</param>
    private static string Folded(string words, int width, bool isQuote, ref int column)
    {
        if (isQuote || column + words.Length <= width)
        {
            column += words.Length;
            return words;
        }

        var text = new StringBuilder();
        foreach (var (word, index) in words.Split(' ').Select((word, index) => (word, index)))
        {
            if (index > 0 && column + 1 + word.Length > width && column > Indent.Length)
            {
                text.Append('\n').Append(Indent);
                column = Indent.Length;
            }
            else if (index > 0)
            {
                text.Append(' ');
                column++;
            }

            text.Append(word);
            column += word.Length;
        }

        return text.ToString();
    }

    public static void Write(IAnsiConsole console, string text)
    {
        console.Profile.Out.Writer.Write(text);
        console.Profile.Out.Writer.Flush();
    }

    /// <summary>How many characters a line may hold; endless where the output is no terminal.</summary>
    public static int WidthOf(IAnsiConsole console) => console.Profile.Width;

    /// <param name="wanted">auto, as the terminal and NO_COLOR have it; always; never.</param>
    public static void Color(IAnsiConsole console, string wanted)
    {
        var capabilities = console.Profile.Capabilities;
        if (wanted == "always")
        {
            (capabilities.Ansi, capabilities.ColorSystem) = (true, capabilities.ColorSystem == ColorSystem.NoColors ? ColorSystem.Standard : capabilities.ColorSystem);
        }
        else if (wanted == "never")
        {
            capabilities.ColorSystem = ColorSystem.NoColors;
        }
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
