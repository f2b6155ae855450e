using System.CommandLine;
using Schemawright.Collections;

namespace Schemawright.Tool.Cli;

/// <summary>A verb of the command line with examples that run as they stand.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public Seq<string> Examples { get; } = examples.ToSeq();
}
