using System.CommandLine;
using Schemawright.Reports;
using Schemawright.Tool.Completion;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary><c>completion</c>: a script that completes verbs, options and their values in a shell.</summary>
internal static class CompletionVerb
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static Verb Create(Face face, Command root)
    {
        var shell = new Argument<string>("shell") { Description = string.Join(", ", Shells) };
        shell.AcceptOnlyFromAmong(Shells);
        var format = CommonOptions.Format(face, FindingsView.Text, "json");
        var verb = new Verb("completion", "Print a script that completes the tool's words in a shell; its first lines say where to put it.", "completion bash", "completion fish")
        {
            shell, format,
        };
        verb.SetAction(arguments => Run(face.Output, root, arguments.GetValue(shell)!, arguments.GetValue(format)!));
        return verb;
    }

    private static int Run(IAnsiConsole console, Command root, string shell, string format)
    {
        var words = CompletionWords.Of(root);
        var script = shell switch
        {
            "bash" => BashCompletion.Write(words),
            "zsh" => ZshCompletion.Write(words),
            "fish" => FishCompletion.Write(words),
            _ => PowerShellCompletion.Write(words),
        };
        Terminals.Write(console, format == FindingsView.Text ? script : CompletionJson.Write(shell, script));
        return ExitCode.Clean;
    }
}
