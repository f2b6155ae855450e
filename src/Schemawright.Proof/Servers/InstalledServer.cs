using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Schemawright.Collections;

namespace Schemawright.Proof.Servers;

/// <summary>A PostgreSQL found on the machine.</summary>
/// <param name="Folder">Where its programs lie.</param>
/// <param name="Source">Who named the folder: the command line, the environment, pg_config, Debian's folder, npm.</param>
/// <param name="Version">Such as <c>16.4</c>; empty when its program does not run.</param>
public sealed record InstalledServer(string Folder, string Source, string Version)
{
    /// <summary>The oldest version whose SQL the model may use.</summary>
    public const int Oldest = 15;

    /// <summary>The variable of the environment that may name a folder.</summary>
    public static string FolderVariable => ServerPrograms.FolderVariable;

    public bool IsUsable => int.TryParse(Version.Split('.', ' ')[0].TrimEnd("develbtarc".ToCharArray()), NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major >= Oldest;

    /// <summary>All that are found, in the order in which they would be chosen; a named folder alone when there is one.</summary>
    public static Seq<InstalledServer> All(string? named) =>
        (named is null ? ServerPrograms.Candidates() : [(named, "--pg-bin")])
            .Select(candidate => (Programs: ServerPrograms.InFolder(candidate.Folder), candidate.Source))
            .Where(found => found.Programs is not null)
            .DistinctBy(found => found.Programs!.Folder, StringComparer.Ordinal)
            .Select(found => new InstalledServer(found.Programs!.Folder, found.Source, VersionOf(found.Programs)))
            .ToSeq();

    /// <summary>"postgres (PostgreSQL) 16.4 (Debian 16.4-1)" says 16.4.</summary>
    private static string VersionOf(ServerPrograms programs)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(programs.Path("postgres"), "--version") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
            var words = process?.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
            process?.WaitForExit();
            return words.Length > 2 ? words[2] : "";
        }
        catch (Win32Exception)
        {
            return "";
        }
    }
}
