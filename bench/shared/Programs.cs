using System.Diagnostics;

namespace Schemawright.Benchmarks;

/// <summary>Runs a program to its end; the benchmarks measure what it needs.</summary>
internal static class Programs
{
    public static TimeSpan Run(string command, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
