using System.CommandLine;
using System.CommandLine.Completions;
using Schemawright.Collections;

namespace Schemawright.Tool.Completion;

/// <param name="Names">The long name first.</param>
/// <param name="TakesValue">A word follows it.</param>
/// <param name="Values">The words that may follow; empty where it is a path or a text.</param>
internal sealed record CompletedOption(Seq<string> Names, string Description, bool TakesValue, Seq<string> Values);

/// <param name="Values">What its first word may be; empty where it is a path.</param>
internal sealed record CompletedVerb(string Name, string Description, Seq<CompletedOption> Options, Seq<string> Values);

/// <summary>The words of the command line that a shell can complete, taken from the command line itself.</summary>
internal static class CompletionWords
{
    public static Seq<CompletedVerb> Of(Command root)
    {
        var shared = root.Options.Where(option => option.Recursive).Select(Option).ToSeq();
        return root.Subcommands.Where(verb => !verb.Hidden).Select(verb => Verb(verb, shared)).ToSeq();
    }

    private static CompletedVerb Verb(Command verb, Seq<CompletedOption> shared) => new(
        verb.Name, Line(verb.Description), [.. verb.Options.Where(option => !option.Hidden).Select(Option), .. shared], verb.Arguments.Count > 0 ? Values(verb.Arguments[0]) : []);

    private static CompletedOption Option(Option option) => new(
        [option.Name, .. option.Aliases.Where(alias => alias.StartsWith('-') && alias != option.Name && alias.All(character => character == '-' || char.IsAsciiLetterOrDigit(character))).Order(StringComparer.Ordinal)], Line(option.Description),
        option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool), option.ValueType == typeof(bool) ? [] : Values(option));

    private static Seq<string> Values(Symbol symbol) => symbol.GetCompletions(CompletionContext.Empty).Select(item => item.Label).ToSeq();

    /// <summary>The first clause, without what a shell would take for its own.</summary>
    private static string Line(string? description) =>
        string.Concat((description ?? "").Split([':', ';'])[0].Where(character => character is not ('\'' or '"' or '`' or '$' or '\\' or '[' or ']'))).Trim().TrimEnd('.');
}
