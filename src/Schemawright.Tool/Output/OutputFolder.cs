using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Schemawright.Diagnostics;
using Schemawright.Rendering;

namespace Schemawright.Tool.Output;

/// <summary>
/// The folder the artefacts go to. It is replaced whole or not at all: everything is written beside it first and then takes
/// its place. A manifest tells our files from the user's: an edited file of ours stops the run, a foreign file is carried over.
/// </summary>
internal sealed class OutputFolder(string path)
{
    private const string ManifestName = ".schemawright-manifest";

    private static readonly DiagnosticKind NotOurs = new(
        "SW6001", Severity.Error, "The output folder holds other files",
        "{0} holds files that were not written by this tool",
        "A user's own files are never overwritten.",
        "choose another folder with --out, or empty it");

    private static readonly DiagnosticKind Edited = new(
        "SW6002", Severity.Error, "A written file was changed",
        "{0} was changed since it was written",
        "Your changes would be lost.",
        "move your version away, or choose another folder with --out");

    private static readonly DiagnosticKind CannotWrite = new(
        "SW6003", Severity.Error, "The output folder cannot be written",
        "{0} cannot be written: {1}",
        "Nothing was written; the folder is as it was.",
        "check the path and your rights, or choose another folder with --out");

    private readonly string _path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    public string Path => _path;

    /// <summary>Writes all artefacts, or reports why not and leaves the folder as it was.</summary>
    public bool Write(IReadOnlyCollection<Artifact> artifacts, Findings findings)
    {
        using var work = UnfinishedWork.Begin();
        var staged = _path + ".schemawright-new";
        try
        {
            if (!IsFree(artifacts, findings))
            {
                return false;
            }

            Stage(staged, artifacts);
            Replace(staged);
            return true;
        }
        catch (Exception error) when (FileSystemRefusal.Is(error))
        {
            findings.Report(CannotWrite, null, path, error.Message);
            return false;
        }
        finally
        {
            RemoveQuietly(staged);
        }
    }

    /// <summary>The full paths of the files that this tool wrote into a folder; none when it never did.</summary>
    public static IEnumerable<string> Written(string folder)
    {
        var output = new OutputFolder(folder);
        return (output.Manifest()?.Keys ?? Enumerable.Empty<string>()).Select(name => System.IO.Path.Combine(folder, name));
    }

    private bool IsFree(IReadOnlyCollection<Artifact> artifacts, Findings findings)
    {
        if (File.Exists(_path))
        {
            findings.Report(NotOurs, null, path);
            return false;
        }

        if (!Directory.Exists(_path) || !Directory.EnumerateFileSystemEntries(_path).Any())
        {
            return true;
        }

        if (Manifest() is not { } manifest)
        {
            findings.Report(NotOurs, null, path);
            return false;
        }

        var edited = manifest.Where(entry => File.Exists(Full(entry.Key)) && !string.Equals(Hash(File.ReadAllBytes(Full(entry.Key))), entry.Value, StringComparison.Ordinal)).Select(entry => entry.Key);
        var inTheWay = artifacts.Select(artifact => artifact.Path).Where(name => File.Exists(Full(name)) && !manifest.ContainsKey(name));
        var blocked = edited.Concat(inTheWay).Order(StringComparer.Ordinal).ToList();
        blocked.ForEach(name => findings.Report(Edited, null, System.IO.Path.Combine(path, name)));
        return blocked.Count == 0;
    }

    private void Stage(string staged, IReadOnlyCollection<Artifact> artifacts)
    {
        RemoveQuietly(staged);
        Directory.CreateDirectory(staged);
        CarryOverForeignFiles(staged);
        var manifest = new StringBuilder();
        foreach (var artifact in artifacts.OrderBy(artifact => artifact.Path, StringComparer.Ordinal))
        {
            var bytes = Encoding.UTF8.GetBytes(artifact.Text);
            WriteFile(System.IO.Path.Combine(staged, artifact.Path), bytes, artifact.Executable);
            manifest.Append(CultureInfo.InvariantCulture, $"{Hash(bytes)}  {artifact.Path}\n");
        }

        WriteFile(System.IO.Path.Combine(staged, ManifestName), Encoding.UTF8.GetBytes(manifest.ToString()), executable: false);
    }

    private void CarryOverForeignFiles(string staged)
    {
        if (!Directory.Exists(_path) || Manifest() is not { } manifest)
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(_path, "*", SearchOption.AllDirectories))
        {
            var name = System.IO.Path.GetRelativePath(_path, file).Replace('\\', '/');
            if (!manifest.ContainsKey(name) && !string.Equals(name, ManifestName, StringComparison.Ordinal))
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.Combine(staged, name))!);
                File.Copy(file, System.IO.Path.Combine(staged, name));
            }
        }
    }

    private void Replace(string staged)
    {
        var old = _path + ".schemawright-old";
        RemoveQuietly(old);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_path)!);
        if (Directory.Exists(_path))
        {
            Directory.Move(_path, old);
        }

        try
        {
            Directory.Move(staged, _path);
        }
        catch (IOException) when (Directory.Exists(old))
        {
            Directory.Move(old, _path);
            throw;
        }

        RemoveQuietly(old);
    }

    private Dictionary<string, string>? Manifest()
    {
        var file = Full(ManifestName);
        return !File.Exists(file) ? null : File.ReadLines(file)
            .Select(line => line.Split("  ", 2))
            .Where(pieces => pieces.Length == 2)
            .DistinctBy(pieces => pieces[1], StringComparer.Ordinal)
            .ToDictionary(pieces => pieces[1], pieces => pieces[0], StringComparer.Ordinal);
    }

    private string Full(string name) => System.IO.Path.Combine(_path, name);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void WriteFile(string file, byte[] bytes, bool executable)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        if (executable && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }

    private static void RemoveQuietly(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
