using Schemawright.Tests;
using Schemawright.Tests.Tool;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>The tool as a process, where it needs a server.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    [Fact]
    public async Task What_init_writes_is_built_and_every_promise_of_it_is_proved()
    {
        (await ToolProcess.RunInAsync(_root, "init", "first")).Code.ShouldBe(0);
        var result = await ToolProcess.RunInAsync(_root, "build", "first", "--prove");
        result.Code.ShouldBe(0, result.Out + result.Error);
        File.ReadAllText(Path.Combine(_root, "out", "first", "proof.md")).ShouldContain("Every promise of the data model held on PostgreSQL ");
    }

    [Fact]
    public async Task The_examples_of_the_help_that_prove_do_prove()
    {
        foreach (var verb in new[] { "build", "prove" })
        {
            var help = (await ToolProcess.RunAsync(verb, "--help")).Out.Split('\n');
            foreach (var words in help.Where(line => line.StartsWith($"  schemawright {verb} examples/", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[1..]).Where(words => words[0] == "prove" || words.Contains("--prove")))
            {
                var inPlace = words.Select(word => word.StartsWith("examples/", StringComparison.Ordinal) ? Repository.PathOf(word) : word).ToArray();
                var result = await ToolProcess.RunInAsync(_root, inPlace);
                result.Code.ShouldBe(0, $"{string.Join(' ', words)}: {result.Out}{result.Error}");
            }
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
