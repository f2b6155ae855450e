using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Schemawright.Tool.Cli;

/// <summary>The tool's version, on one line.</summary>
internal sealed class PrintVersion : SynchronousCommandLineAction
{
    /// <summary>As built, without the mark of the sources it was built from.</summary>
    public static string Version { get; } =
        typeof(PrintVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write($"{CommandLine.Program} {Version}\n");
        return ExitCode.Clean;
    }
}
