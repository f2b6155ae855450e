using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

/// <summary>Colours, widths, progress and what quiet leaves: on pipes, and on a terminal that <c>script</c> plays.</summary>
public sealed class ShowingTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    public ShowingTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "p"));
        File.WriteAllText(Path.Combine(_root, "p", "PRD.md"), "# Product Requirements Document: Looms\n\n## Data Model\n\n```\nLoom\n- id: UUID\n- label: string\n- width: decimal\n```\n");
        File.WriteAllText(Path.Combine(_root, "p", "RULES.md"), "# Business Rules\n\n## Loom\n\n- The colour of the warp must be rather green, and nobody has said yet how green the threads of a warp may become\n");
    }

    [Theory]
    [InlineData("check p", 1)]
    [InlineData("build p --out o", 0)]
    [InlineData("--help", 0)]
    public async Task Pipes_get_no_escapes_unless_colour_is_asked_for(string line, int code)
    {
        var piped = await ToolProcess.BashAsync(_root, $"tool {line}");
        piped.Code.ShouldBe(code, piped.Error);
        (piped.Out + piped.Error).ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task Colour_can_be_asked_for_and_refused()
    {
        (await ToolProcess.BashAsync(_root, "tool check p --color always")).Out.ShouldContain("\u001b[1;33mwarning SW3103\u001b[0m");
        (await OnTerminal("check p", 120)).ShouldContain("\u001b[1;33mwarning SW3103\u001b[0m");
        (await OnTerminal("check p --color never", 120)).ShouldNotContain("\u001b[1;33m");
        (await OnTerminal("check p", 120, ("NO_COLOR", "1"))).ShouldNotContain("\u001b[1;33m");
    }

    [Fact]
    public async Task On_a_narrow_terminal_words_go_to_the_next_line_and_quoted_lines_are_cut()
    {
        var lines = (await OnTerminal("check p --color never", 60)).Split('\n').Select(line => line.TrimEnd('\r')).Select(line => line[(line.LastIndexOf('\r') + 1)..].Replace("\u001b[K", "", StringComparison.Ordinal)).ToArray();
        lines.Where(line => !line.Contains('\u001b', StringComparison.Ordinal)).ShouldAllBe(line => line.Length <= 60);
        lines.ShouldContain(line => line.StartsWith("     5 | ", StringComparison.Ordinal) && line.EndsWith('…'));
        (await ToolProcess.BashAsync(_root, "tool check p")).Out.Split('\n').ShouldContain(line => line.Length > 100);
    }

    [Theory]
    [InlineData("build p --out o --quiet", "")]
    [InlineData("diff p p --quiet", "")]
    [InlineData("init first --quiet", "")]
    public async Task Quiet_leaves_results_and_findings_alone(string line, string expected) =>
        (await ToolProcess.BashAsync(_root, $"tool {line} 2>/dev/null")).Out.ShouldBe(expected);

    [Theory]
    [InlineData("check p")]
    [InlineData("build p --out o")]
    public async Task The_last_line_is_the_next_useful_command(string line)
    {
        var lines = (await ToolProcess.BashAsync(_root, $"tool {line}")).Out.TrimEnd('\n').Split('\n');
        lines[^1].ShouldStartWith("next: schemawright clarify p");
    }

    [Theory]
    [InlineData("init fresh")]
    [InlineData("check p")]
    [InlineData("clarify p")]
    [InlineData("explain p Loom")]
    [InlineData("build p --out o")]
    [InlineData("diff p p")]
    [InlineData("doctor")]
    [InlineData("completion bash")]
    public async Task Every_verb_speaks_json_and_nothing_else_on_the_standard_output(string line) =>
        JsonNode.Parse((await ToolProcess.BashAsync(_root, $"tool {line} --format json 2>/dev/null")).Out).ShouldNotBeNull();

    [Fact]
    public async Task What_takes_long_is_named_on_a_terminal_with_its_time_and_wiped_at_the_end()
    {
        var large = string.Concat(Enumerable.Range(0, 900).Select(index => $"Loom{index}\n- id: UUID\n- label: string\n- width: decimal\n\n"));
        File.WriteAllText(Path.Combine(_root, "p", "PRD.md"), $"# Product Requirements Document: Looms\n\n## Data Model\n\n```\n{large}```\n");
        var shown = await OnTerminal("check p", 120);
        shown.ShouldContain(" s  reading and compiling p");
        shown.ShouldContain("\r\u001b[K");
        (await OnTerminal("check p --quiet", 120)).ShouldNotContain("reading and compiling");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>Both streams as a terminal of that width gets them.</summary>
    private async Task<string> OnTerminal(string line, int width, params (string Name, string Value)[] variables)
    {
        var result = await ToolProcess.BashAsync(_root, $"script -qec 'stty cols {width} rows 40; dotnet \"$SCHEMAWRIGHT_TOOL\" {line}' /dev/null < /dev/null", [("TERM", "xterm-256color"), ("COLORTERM", ""), .. variables]);
        return result.Out;
    }
}
