using System.Diagnostics;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

/// <summary>Every verb in adverse conditions: one clear line, the right exit code, nothing half written.</summary>
public sealed class RobustnessTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>A line of each verb that works; <c>p</c> is a product.</summary>
    private static readonly string[] Working =
        ["init new", "check p", "clarify p --write", "explain p Loom", "build p --out o", "diff p p", "doctor --pg-bin /nowhere", "completion bash", "check --help", "--version"];

    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    public RobustnessTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "p"));
        File.WriteAllText(Path.Combine(_root, "p", "PRD.md"), "# Product Requirements Document: Looms\n\n## Data Model\n\n```\nLoom\n- id: UUID\n- label: string\n- width: decimal\n```\n");
    }

    public static TheoryData<string> EachLine => [.. Working];

    public static TheoryData<string> Unreadable =>
    [
        "check missing", "check /dev/zero", "check p/PRD.md/below", "check loop", "clarify missing", "explain p Lom", "build missing", "build p --out /proc/x", "build p --out p",
        "prove missing", "diff missing p", "init p", "init /proc/x", "init p/PRD.md", "check p --baseline p", "check p --write-baseline --baseline /proc/x", "check \"$(printf 'x%.0s' $(seq 5000))\"",
    ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_cannot_be_read_or_written_is_named_with_its_path(string line)
    {
        var result = await ToolProcess.BashAsync(_root, $"ln -s loop loop; tool {line}; code=$?; rm loop; exit $code");
        result.Code.ShouldBe(2, result.Out + result.Error);
        (result.Out + result.Error).ShouldContain("error SW");
        (result.Out + result.Error).ShouldNotContain("   at ");
        (result.Out + result.Error).ShouldNotContain("a defect of this tool");
        Left().ShouldBe(["p"]);
    }

    [Theory]
    [MemberData(nameof(EachLine))]
    public async Task A_full_disk_behind_the_output_is_one_line_and_no_success(string line)
    {
        var result = await ToolProcess.BashAsync(_root, $"tool {line} >/dev/full");
        result.Code.ShouldBe(2, result.Error);
        result.Error.ShouldStartWith("schemawright: ");
        result.Error.ShouldContain("No space left on device");
        result.Error.Count(character => character == '\n').ShouldBe(1, result.Error);
        Left().ShouldNotContain(name => name.Contains("schemawright-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("init new")]
    [InlineData("build p --out o")]
    [InlineData("clarify p --write")]
    [InlineData("check p --write-baseline")]
    public async Task A_disk_that_fills_while_writing_leaves_nothing_half_written(string line)
    {
        var result = await ToolProcess.BashAsync(_root, $"ulimit -f 1; trap '' XFSZ; tool {line}", ("DOTNET_EnableDiagnostics", "0"), ("DOTNET_EnableWriteXorExecute", "0"));
        result.Code.ShouldBe(2, result.Out + result.Error);
        (result.Out + result.Error).ShouldContain("error SW");
        Left().ShouldBe(["p"]);
        Directory.EnumerateFileSystemEntries(Path.Combine(_root, "p")).Select(Path.GetFileName).ShouldBe(["PRD.md"]);
    }

    [Fact]
    public async Task A_working_directory_that_is_gone_is_one_line()
    {
        var result = await ToolProcess.BashAsync(_root, "mkdir gone; cd gone; rmdir ../gone; tool check p");
        result.Code.ShouldBe(2);
        result.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Ctrl_c_at_any_moment_leaves_the_output_whole_or_untouched()
    {
        var example = Repository.PathOf("examples", "marina");
        foreach (var (signal, code, delays) in new[] { ("INT", 130, new[] { 60, 300, 600, 900, 1300 }), ("TERM", 143, [450, 1100]) })
        {
            foreach (var delay in delays)
            {
                var start = new ProcessStartInfo("dotnet", [ToolProcess.Tool, "build", example, "--out", "o"]) { WorkingDirectory = _root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
                using var process = Process.Start(start)!;
                var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
                await Task.Delay(delay, TestContext.Current.CancellationToken);
                Process.Start(new ProcessStartInfo("kill", [$"-{signal}", $"{process.Id}"]) { RedirectStandardError = true, UseShellExecute = false })!.WaitForExit();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Longest, TestContext.Current.CancellationToken);
                process.ExitCode.ShouldBeOneOf(0, code);
                (await error).ShouldNotContain("   at ");
                (await error).Split('\n').Count(line => line.StartsWith("schemawright: ", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1, await error);
                Left().ShouldNotContain(name => name.Contains("schemawright-", StringComparison.Ordinal));
                var written = Path.Combine(_root, "o");
                if (Directory.Exists(written))
                {
                    File.Exists(Path.Combine(written, "model.json")).ShouldBeTrue();
                    File.Exists(Path.Combine(written, ".schemawright-manifest")).ShouldBeTrue();
                    Directory.Delete(written, recursive: true);
                }
            }
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private List<string> Left() => [.. Directory.EnumerateFileSystemEntries(_root).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
}
