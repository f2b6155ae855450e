using System.Text;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Tool.Input;

namespace Schemawright.Tool.Output;

/// <param name="Name">Within the folder.</param>
internal sealed record NewFile(string Name, string Text);

/// <summary>Files that are put into a folder together or not at all, and never beside documents that are there.</summary>
internal static class NewFiles
{
    private static readonly DiagnosticKind NotEmpty = new(
        "SW6020", Severity.Error, "The folder holds documents already",
        "{0} holds {1} already",
        "Documents written beside yours would be read together with them, as one product.",
        "choose another folder, or move your documents away");

    private static readonly DiagnosticKind CannotWrite = new(
        "SW6021", Severity.Error, "The documents cannot be written",
        "{0} cannot be written: {1}",
        "Nothing was written; the folder is as it was.",
        "check the path, your rights and the space on the disk, or choose another folder");

    public static bool Write(string folder, Seq<NewFile> files, Findings findings)
    {
        using var work = UnfinishedWork.Begin();
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var staged = target + ".schemawright-new";
        try
        {
            if (Directory.Exists(target) && ProductInputReader.DocumentsIn(target) is [var first, ..])
            {
                findings.Report(NotEmpty, null, folder, Path.GetFileName(first));
                return false;
            }

            Remove(staged);
            Directory.CreateDirectory(staged);
            foreach (var file in files)
            {
                File.WriteAllText(Path.Combine(staged, file.Name), file.Text, new UTF8Encoding(false));
            }

            Place(staged, target, files);
            return true;
        }
        catch (Exception error) when (FileSystemRefusal.Is(error))
        {
            findings.Report(CannotWrite, null, folder, error.Message);
            return false;
        }
        finally
        {
            Remove(staged);
        }
    }

    /// <summary>A folder that was not there appears whole; into one that was, the files are moved, and taken back if one cannot be.</summary>
    private static void Place(string staged, string target, Seq<NewFile> files)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(staged, target);
            return;
        }

        var placed = new List<string>();
        try
        {
            foreach (var file in files)
            {
                File.Move(Path.Combine(staged, file.Name), Path.Combine(target, file.Name));
                placed.Add(Path.Combine(target, file.Name));
            }
        }
        catch (IOException)
        {
            placed.ForEach(File.Delete);
            throw;
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception error) when (FileSystemRefusal.Is(error))
        {
            // What cannot be removed could not be written either.
        }
    }
}
