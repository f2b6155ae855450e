using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

/// <summary>The examples in the help are commands that run; those that need a server are run by the tests of the proof.</summary>
public sealed class HelpTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    public HelpTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("examples"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_root, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static TheoryData<string> Verbs => ["init", "check", "clarify", "explain", "build", "prove", "diff", "doctor", "completion"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Every_example_of_a_verb_runs(string verb)
    {
        var help = await ToolProcess.RunAsync(verb, "--help");
        help.Code.ShouldBe(0);
        var examples = help.Out.Split('\n').Where(line => line.StartsWith($"  schemawright {verb}", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[1..]).Where(words => words[1..].Length > 0 || verb == "doctor").Where(words => !words.Any(word => word.StartsWith('<') || word.StartsWith('['))).ToList();
        examples.ShouldNotBeEmpty();
        foreach (var words in examples.Where(words => words[0] != "prove" && !words.Contains("--prove") && !words.Contains("--watch")))
        {
            var result = await ToolProcess.RunInAsync(_root, words);
            (result.Code is 0 or 1 || (verb == "doctor" && result.Code == 3)).ShouldBeTrue($"{string.Join(' ', words)}: {result.Code} {result.Error}");
            (result.Out + result.Error).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task The_help_of_the_program_lists_every_verb()
    {
        var help = await ToolProcess.RunAsync("--help");
        Verbs.ShouldAllBe(verb => help.Out.Contains($"\n  {verb.Data} ", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
