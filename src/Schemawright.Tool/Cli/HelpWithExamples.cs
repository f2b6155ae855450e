using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Schemawright.Tool.Cli;

/// <summary>The help of a verb, with its examples at the end.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly HelpAction _help = new();

    public override int Invoke(ParseResult parseResult)
    {
        var code = _help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb verb)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(verb.Examples.Count == 1 ? "Example:" : "Examples:");
            foreach (var example in verb.Examples)
            {
                output.WriteLine($"  {CommandLine.Program} {example}");
            }

            output.WriteLine();
        }

        return code;
    }
}
