using System.CommandLine;
using Spectre.Console;

namespace Schemawright.Tool.Cli;

/// <summary>The verbs of the command line.</summary>
internal static class CommandLine
{
    /// <summary>How long an interrupted run may take to stop its server and remove its folder.</summary>
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromSeconds(15);

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Terminals.Output);

    public static async Task<int> RunAsync(string[] args, IAnsiConsole output)
    {
        var root = new RootCommand("Schemawright turns product documents into a PostgreSQL data model and proves every promise of it on a live server.")
        {
            CheckVerb.Create(output),
            BuildVerb.Create(output),
            ProveVerb.Create(output),
        };
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = CleanUpTime });
        return parsed.Errors.Count > 0 ? ExitCode.Unusable : code;
    }
}
