using System.CommandLine;
using System.CommandLine.Help;
using Schemawright.Reports;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary>The verbs of the command line.</summary>
internal static class CommandLine
{
    public const string Program = "schemawright";

    /// <summary>How long an interrupted run may take to stop its server and remove its folder.</summary>
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromSeconds(15);

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Terminals.Output);

    public static async Task<int> RunAsync(string[] args, IAnsiConsole output)
    {
        var root = Root(output);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            Complain(Message(parsed, root), parsed.CommandResult.Command == root ? $"{Program} --help" : $"{Program} {parsed.CommandResult.Command.Name} --help");
            return ExitCode.Unusable;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                ProcessTerminationTimeout = CleanUpTime, EnableDefaultExceptionHandler = false, Output = output.Profile.Out.Writer,
            });
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Complain(error.Message, null);
            return ExitCode.Unusable;
        }
    }

    private static Command Root(IAnsiConsole output)
    {
        var root = new Command(Program, "Schemawright turns product documents into a PostgreSQL data model and proves every promise of it on a live server.")
        {
            InitVerb.Create(output), CheckVerb.Create(output), ClarifyVerb.Create(output), ExplainVerb.Create(output), BuildVerb.Create(output), ProveVerb.Create(output),
            DiffVerb.Create(output), DoctorVerb.Create(output),
        };
        root.Add(CompletionVerb.Create(output, root));
        root.Add(new HelpOption { Action = new HelpWithExamples() });
        root.Add(new VersionOption { Action = new PrintVersion() });
        return root;
    }

    /// <summary>The first thing that is wrong, on one line, with the verb or option that may have been meant.</summary>
    private static string Message(ParseResult parsed, Command root)
    {
        var unknown = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        if (parsed.CommandResult.Command == root)
        {
            var verbs = root.Subcommands.Select(verb => verb.Name).ToArray();
            return unknown is null ? $"name a verb: {string.Join(", ", verbs)}" : $"there is no verb {unknown}{Suggested(unknown, verbs)}; the verbs are {string.Join(", ", verbs)}";
        }

        if (unknown is not null)
        {
            var options = parsed.CommandResult.Command.Options.Select(option => option.Name);
            return $"{parsed.CommandResult.Command.Name} does not take {unknown}{Suggested(unknown, options)}";
        }

        return string.Join(" ", parsed.Errors[0].Message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('.');
    }

    /// <summary>A path as a shell takes it in one word.</summary>
    public static string Quoted(string word) =>
        word.Length > 0 && word.All(character => char.IsAsciiLetterOrDigit(character) || "/._-+,@%".Contains(character, StringComparison.Ordinal)) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string Suggested(string word, IEnumerable<string> names) => Nearest.To(word, names, 1) is [var near] ? $" (did you mean {near}?)" : "";

    private static void Complain(string message, string? help)
    {
        try
        {
            Terminals.Write(Terminals.Error, [ReportLine.Of($"{Program}: {message}{(help is null ? "" : $"; see {help}")}")]);
        }
        catch (IOException)
        {
            // Nowhere is left to complain to.
        }
    }
}
