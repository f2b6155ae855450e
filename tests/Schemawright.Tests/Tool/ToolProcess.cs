using System.Diagnostics;

namespace Schemawright.Tests.Tool;

/// <summary>What a run of the tool, as a process of its own, gave back.</summary>
internal sealed record ToolResult(int Code, string Out, string Error);

/// <summary>Runs the tool that was built with the tests, as its users do.</summary>
internal static class ToolProcess
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>The built tool beside the tests' own folder, of the same configuration.</summary>
    public static string Tool { get; } = Path.Combine(
        Repository.Root, ".artifacts", "bin", "Schemawright.Tool", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Schemawright.Tool.dll");

    public static Task<ToolResult> RunAsync(params string[] arguments) => RunInAsync(Repository.Root, arguments);

    public static Task<ToolResult> RunInAsync(string folder, params string[] arguments) => RunAsync(folder, [], "dotnet", [Tool, .. arguments]);

    public static Task<ToolResult> RunInAsync(string folder, (string Name, string Value)[] variables, params string[] arguments) => RunAsync(folder, variables, "dotnet", [Tool, .. arguments]);

    /// <summary>A line of bash in which <c>$tool</c> is the tool; for pipes, devices and signals.</summary>
    public static Task<ToolResult> BashAsync(string folder, string line, params (string Name, string Value)[] variables) =>
        RunAsync(folder, variables, "bash", ["-c", "tool() { dotnet \"$SCHEMAWRIGHT_TOOL\" \"$@\"; }; " + line]);

    private static async Task<ToolResult> RunAsync(string folder, (string Name, string Value)[] variables, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var inherited in new[] { "NO_COLOR", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "SCHEMAWRIGHT_PG_BIN" })
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["SCHEMAWRIGHT_TOOL"] = Tool;
        start.Environment["DOTNET_TieredPGO"] = "0"; // Runs are short: nothing is gained by watching them.
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var timeout = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end", late);
        }

        return new(process.ExitCode, await output, await error);
    }
}
