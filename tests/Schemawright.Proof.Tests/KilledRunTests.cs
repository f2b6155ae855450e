using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>A proof that is killed without a chance to clean up leaves nothing behind.</summary>
public sealed class KilledRunTests : IDisposable
{
    private const int Moments = 20;
    private const string SeedVariable = "SCHEMAWRIGHT_KILL_SEED";
    private const string ServerFolder = "schemawright-xxxxxxxxxxxx";
    private const string Mark = "SCHEMAWRIGHT_KILLED_RUN";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("schemawright-killed-");

    public KilledRunTests() => File.WriteAllText(
        Path.Combine(_folder.FullName, "PRD.md"), "# Product Requirements Document: Pond Keeper\n\n## Data Model\n\n```\nPond\n- id: UUID\n- name: string(100)\n- depth: decimal\n```\n");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The moments are drawn at random over the length of a run; the seed that repeats them is told.</summary>
    [Fact]
    public async Task Killed_at_twenty_random_moments_it_leaves_no_server_no_socket_and_no_folder_and_the_next_run_works()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // Processes are found below /proc.
        }

        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), out var given) ? given : RandomNumberGenerator.GetInt32(int.MaxValue);
        var random = new Random(seed);
        TestContext.Current.TestOutputHelper?.WriteLine($"{SeedVariable}={seed}");
        var others = Ownerless().ToHashSet(StringComparer.Ordinal);
        var length = await WholeAsync();
        for (var moment = 0; moment < Moments; moment++)
        {
            var (mark, after) = (Guid.NewGuid().ToString("N"), length * random.NextDouble());
            var seen = await KillAsync(mark, after);
            await GoneAsync(mark, seen, others, $"killed {after.TotalMilliseconds:0} ms after its start (moment {moment} of {SeedVariable}={seed})");
        }

        await WholeAsync();
    }

    private async Task<TimeSpan> WholeAsync()
    {
        var watch = Stopwatch.StartNew();
        using var whole = Start("whole");
        await whole.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await whole.WaitForExitAsync(TestContext.Current.CancellationToken);
        whole.ExitCode.ShouldBe(0);
        return watch.Elapsed;
    }

    /// <summary>The folders of the servers that ran when it was killed.</summary>
    private async Task<HashSet<string>> KillAsync(string mark, TimeSpan after)
    {
        using var run = Start(mark);
        var output = run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Task.Delay(after, TestContext.Current.CancellationToken);
        var folders = Marked(mark).SelectMany(Folders).ToHashSet(StringComparer.Ordinal);
        run.Kill();
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        await output;
        return folders;
    }

    /// <summary>Sockets, data and the copy of the server's programs all lie in these folders.</summary>
    private static async Task GoneAsync(string mark, HashSet<string> seen, HashSet<string> others, string when)
    {
        var patience = Stopwatch.StartNew();
        while (Marked(mark).Any() || seen.Any(Directory.Exists) || Ownerless().Except(others, StringComparer.Ordinal).Any())
        {
            seen.UnionWith(Marked(mark).SelectMany(Folders));
            patience.Elapsed.ShouldBeLessThan(Patience, $"{when}: {string.Join("\n", Marked(mark).Select(process => ReadOf(process, "cmdline").Replace('\0', ' ')).Concat(seen.Where(Directory.Exists)).Concat(Ownerless().Except(others, StringComparer.Ordinal)))}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Folders of servers that no process speaks of any more, whoever started them.</summary>
    private static IEnumerable<string> Ownerless()
    {
        string[] places = ["/dev/shm", Path.GetTempPath().TrimEnd('/')];
        var folders = places.Where(Directory.Exists).SelectMany(place => Directory.EnumerateDirectories(place, "schemawright-*")).Where(folder => Path.GetFileName(folder).Length == ServerFolder.Length && Path.GetFileName(folder)[ServerFolder.IndexOf('x', StringComparison.Ordinal)..].All(char.IsAsciiHexDigitLower)).ToArray();
        var words = folders.Length == 0 ? "" : string.Concat(Processes().Select(process => ReadOf(process, "cmdline")));
        return folders.Where(folder => !words.Contains(folder, StringComparison.Ordinal));
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
        Processes().Where(folder => ReadOf(folder, "environ").Contains($"{Mark}={mark}", StringComparison.Ordinal));

    private static IEnumerable<string> Processes() => Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _));

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
