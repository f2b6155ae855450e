using System.CommandLine;

namespace Schemawright.Tool.Cli;

/// <summary>The verbs of the command line.</summary>
internal static class CommandLine
{
    /// <summary>How long an interrupted run may take to stop its server and remove its folder.</summary>
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Schemawright turns product documents into a PostgreSQL data model and proves every promise of it on a live server.")
        {
            BuildVerb.Create(Terminals.Output),
            ProveVerb.Create(Terminals.Output),
        };
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = CleanUpTime });
        return parsed.Errors.Count > 0 ? ExitCode.Unusable : code;
    }
}
