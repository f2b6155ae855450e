using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Schemawright.Diagnostics;
using Schemawright.Reports;
using Schemawright.Tool.Settings;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary>The verbs of the command line.</summary>
internal static class CommandLine
{
    public const string Program = "schemawright";

    private const string TraceVariable = "SCHEMAWRIGHT_TRACE";

    public static async Task<int> RunAsync(string[] args)
    {
        using var interruption = new Interruption();
        return await interruption.WatchAsync(cancellation => RunAsync(args, Terminals.Output, cancellation));
    }

    public static async Task<int> RunAsync(string[] args, IAnsiConsole output, CancellationToken cancellation = default)
    {
        try
        {
            return await FollowAsync(args, output, cancellation);
        }
        catch (OperationCanceledException)
        {
            Complain("interrupted; nothing is left half written", null);
            return ExitCode.Cancelled;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Complain(error.Message, null);
            return ExitCode.Unusable;
        }
        catch (Exception error)
        {
            // One line for people; whoever looks for the cause sets the variable and sees where it happened.
            Complain($"a defect of this tool stopped it: {error.GetType().Name}: {error.Message.Split('\n')[0]}", null);
            if (Environment.GetEnvironmentVariable(TraceVariable) is { Length: > 0 })
            {
                Complain(error.ToString(), null);
            }

            return ExitCode.Unusable;
        }
    }

    private static async Task<int> FollowAsync(string[] args, IAnsiConsole output, CancellationToken cancellation)
    {
        var findings = new Findings();
        var face = new Face(output, SettingsFile.Find(Directory.GetCurrentDirectory(), findings));
        var root = Root(face);
        var parsed = root.Parse(args);
        if (parsed.Action is not HelpWithExamples && Misunderstood(parsed, root) is { } message)
        {
            Complain(message, parsed.CommandResult.Command == root ? $"{Program} --help" : $"{Program} {parsed.CommandResult.Command.Name} --help");
            return ExitCode.Unusable;
        }

        // Help and version need no settings.
        if (findings.HasErrors && parsed.Action is not (HelpWithExamples or PrintVersion))
        {
            Terminals.Write(Terminals.Error, FindingsText.Write(findings.Diagnostics.Select(Finding.Of), new([])));
            return ExitCode.Unusable;
        }

        face.Take(parsed);
        face.NameUnfollowed(parsed);
        return await parsed.InvokeAsync(
            new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false, Output = output.Profile.Out.Writer }, cancellation);
    }

    /// <summary>What is wrong with the line; null when nothing is.</summary>
    private static string? Misunderstood(ParseResult parsed, Command root)
    {
        var verb = parsed.CommandResult.Command;
        // A misspelt option would else be taken for the name of a file.
        var option = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-')?.Value;
        return option is not null && verb != root ? Untaken(option, verb, root)
            : parsed.Errors.Count > 0 ? Message(parsed, root)
            : parsed.Tokens.Any(token => token.Value.Length == 0) ? "an empty word names nothing" : null;
    }

    private static string Untaken(string word, Command verb, Command root) =>
        $"{verb.Name} does not take {word}{Suggested(word, verb.Options.Concat(root.Options).Select(option => option.Name))}";

    private static Command Root(Face face)
    {
        var root = new Command(Program, "Schemawright turns product documents into a PostgreSQL data model and proves every promise of it on a live server.")
        {
            InitVerb.Create(face), CheckVerb.Create(face), ClarifyVerb.Create(face), ExplainVerb.Create(face), BuildVerb.Create(face), ProveVerb.Create(face),
            DiffVerb.Create(face), DoctorVerb.Create(face),
        };
        root.Add(CompletionVerb.Create(face, root));
        foreach (var option in face.Options())
        {
            root.Add(option);
        }

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
            return Untaken(unknown, parsed.CommandResult.Command, root);
        }

        return string.Join(" ", parsed.Errors[0].Message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('.');
    }

    /// <summary>A path as a shell takes it in one word.</summary>
    public static string Quoted(string word) =>
        word.Length > 0 && word.All(character => char.IsAsciiLetterOrDigit(character) || "/._-+,@%".Contains(character, StringComparison.Ordinal)) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string Suggested(string word, IEnumerable<string> names) => Nearest.To(word, names, 1) is [var near] ? $" (did you mean {near}?)" : "";

    /// <summary>One line on the standard error.</summary>
    public static void Complain(string message, string? help)
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
