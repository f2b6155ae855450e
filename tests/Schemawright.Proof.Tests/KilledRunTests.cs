using System.Diagnostics;
using System.Text;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>A proof that is killed without a chance to clean up leaves nothing behind.</summary>
public sealed class KilledRunTests : IDisposable
{
    private const int Moments = 20;
    private const string Mark = "SCHEMAWRIGHT_KILLED_RUN";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("schemawright-killed-");

    public KilledRunTests() => File.WriteAllText(
        Path.Combine(_folder.FullName, "PRD.md"), "# Product Requirements Document: Pond Keeper\n\n## Data Model\n\n```\nPond\n- id: UUID\n- name: string(100)\n- depth: decimal\n```\n");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A moment is so many lines of progress and so many milliseconds after the last of them.</summary>
    [Fact]
    public async Task Killed_at_twenty_moments_it_leaves_no_server_and_no_folder_and_the_next_run_works()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // Processes are found below /proc.
        }

        for (var moment = 0; moment < Moments; moment++)
        {
            var mark = Guid.NewGuid().ToString("N");
            var seen = await KillAsync(mark, lines: moment, milliseconds: moment * 37 % 200);
            await GoneAsync(mark, seen);
            seen.Where(Directory.Exists).ShouldBeEmpty($"moment {moment}");
        }

        using var whole = Start("whole");
        await whole.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await whole.WaitForExitAsync(TestContext.Current.CancellationToken);
        whole.ExitCode.ShouldBe(0);
    }

    /// <summary>The folders of the servers that ran when it was killed.</summary>
    private async Task<HashSet<string>> KillAsync(string mark, int lines, int milliseconds)
    {
        using var run = Start(mark);
        for (var line = 0; line < lines && await run.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is not null; line++)
        {
        }

        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        var folders = Marked(mark).SelectMany(Folders).ToHashSet(StringComparer.Ordinal);
        run.Kill();
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        return folders;
    }

    private static async Task GoneAsync(string mark, HashSet<string> seen)
    {
        var patience = Stopwatch.StartNew();
        while (Marked(mark).ToArray() is { Length: > 0 } left || seen.Any(Directory.Exists))
        {
            seen.UnionWith(Marked(mark).SelectMany(Folders));
            patience.Elapsed.ShouldBeLessThan(Patience, string.Join("\n", Marked(mark).Select(process => ReadOf(process, "cmdline").Replace('\0', ' '))));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private Process Start(string mark)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = _folder.FullName };
        foreach (var argument in new[] { "exec", "--runtimeconfig", Path.Combine(AppContext.BaseDirectory, "Schemawright.Proof.Tests.runtimeconfig.json"), Path.Combine(AppContext.BaseDirectory, "Schemawright.Tool.dll"), "prove", _folder.FullName, "--out", Path.Combine(_folder.FullName, "out") })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[Mark] = mark;
        return Process.Start(start)!;
    }

    /// <summary>Processes the run started, and theirs: they inherit its environment.</summary>
    private static IEnumerable<string> Marked(string mark) =>
        Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _) && ReadOf(folder, "environ").Contains($"{Mark}={mark}", StringComparison.Ordinal));

    private static IEnumerable<string> Folders(string process) =>
        ReadOf(process, "cmdline").Split('\0').Where(word => Path.GetFileName(word).StartsWith("schemawright-", StringComparison.Ordinal) && Path.IsPathRooted(word) && !word.Contains("-killed-", StringComparison.Ordinal));

    private static string ReadOf(string process, string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(process, file)));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
