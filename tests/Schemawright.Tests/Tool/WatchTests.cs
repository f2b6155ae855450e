using System.Diagnostics;
using System.Threading.Channels;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

public sealed class WatchTests : IDisposable
{
    private const string Model = "# Product Requirements Document: Looms\n\n## Data Model\n\n```\nLoom\n- id: UUID\n- label: string\n- width: decimal\n```\n";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    public WatchTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "p"));
        Put("PRD.md", Model);
    }

    [Fact]
    public async Task A_save_builds_again_and_says_what_changed_and_nothing_else_until_ctrl_c_ends_it_well()
    {
        using var watch = Start("build", "p", "--out", "o", "--watch");
        var lines = Lines(watch);
        await Until(lines, "watching ");
        Put("PRD.md", Model.Replace("label: string", "label: string(40)", StringComparison.Ordinal));
        var first = await Until(lines, "built in ");
        first.ShouldContain(line => line.StartsWith("    ~ attribute label: ", StringComparison.Ordinal) && line.EndsWith("now text of at most 40 characters", StringComparison.Ordinal));
        first.ShouldNotContain(line => line.Contains("width", StringComparison.Ordinal));
        first[^1].ShouldContain("DATA_MODEL.md, ");
        File.ReadAllText(Path.Combine(_root, "o", "DATA_MODEL.md")).ShouldContain("40");

        Put("RULES.md", "# Business Rules\n\n## Loom\n\n- The warp must be rather green\n");
        (await Until(lines, "built in ")).ShouldContain(line => line.Contains("warning SW3103", StringComparison.Ordinal));
        Put("RULES.md", "");
        (await Until(lines, "not built")).Count.ShouldBe(1);
        File.Delete(Path.Combine(_root, "p", "RULES.md"));
        (await Until(lines, "built in ")).ShouldContain(line => line.StartsWith("- SW3103 is settled: ", StringComparison.Ordinal));

        Process.Start("kill", ["-INT", $"{watch.Id}"]).WaitForExit();
        await watch.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Longest, TestContext.Current.CancellationToken);
        watch.ExitCode.ShouldBe(0);
        Directory.EnumerateFileSystemEntries(_root).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["o", "p"]);
    }

    [Theory]
    [InlineData("--prove")]
    [InlineData("--emit", "schema")]
    [InlineData("--format", "json")]
    public async Task What_cannot_be_watched_is_refused(params string[] options)
    {
        var result = await ToolProcess.RunInAsync(_root, ["build", "p", "--watch", .. options]);
        result.Code.ShouldBe(2);
        result.Error.ShouldBe("schemawright: --watch goes with the text format alone, without --prove and --emit; see schemawright build --help\n");
        Directory.Exists(Path.Combine(_root, "out")).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_root, "p", name), text);

    private Process Start(params string[] arguments)
    {
        // A test run started in the background of a shell ignores the interrupt, and so would all it starts.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", ToolProcess.Tool, .. arguments]) { WorkingDirectory = _root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        return Process.Start(start) ?? throw new InvalidOperationException("the tool did not start");
    }

    private static ChannelReader<string> Lines(Process process)
    {
        var lines = Channel.CreateUnbounded<string>();
        process.OutputDataReceived += (_, line) => lines.Writer.TryWrite(line.Data ?? "(the end)");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return lines.Reader;
    }

    /// <summary>The lines up to the one that begins so.</summary>
    private static async Task<List<string>> Until(ChannelReader<string> lines, string begin)
    {
        using var timeout = new CancellationTokenSource(Longest);
        var seen = new List<string>();
        do
        {
            seen.Add(await lines.ReadAsync(timeout.Token));
        }
        while (!seen[^1].StartsWith(begin, StringComparison.Ordinal) && seen[^1] != "(the end)");
        return seen;
    }
}
