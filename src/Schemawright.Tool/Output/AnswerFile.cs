using System.Text;
using Schemawright.Diagnostics;

namespace Schemawright.Tool.Output;

/// <summary>The file of answers beside the documents: written whole or not at all, and never over what is there.</summary>
internal static class AnswerFile
{
    public const string Name = "ANSWERS.md";

    private static readonly DiagnosticKind Exists = new(
        "SW6004", Severity.Error, "There is a file of answers already",
        "{0} exists",
        "It may hold your answers, and they are never overwritten.",
        "add the new questions to it with --append, or move it away");

    private static readonly DiagnosticKind CannotWrite = new(
        "SW6005", Severity.Error, "The file of answers cannot be written",
        "{0} cannot be written: {1}",
        "No question was written down; what was there before is untouched.",
        "check your rights and the space on the disk, or save the output of clarify yourself");

    /// <summary>Writes a new file, or with <paramref name="append"/> replaces the one that is there by its longer version.</summary>
    public static bool Write(string file, Func<string?, string> text, bool append, Findings findings)
    {
        using var work = UnfinishedWork.Begin();
        var staged = $"{file}.schemawright-new";
        try
        {
            var existing = File.Exists(file);
            if (existing && !append)
            {
                findings.Report(Exists, null, file);
                return false;
            }

            File.WriteAllText(staged, text(existing ? File.ReadAllText(file) : null), new UTF8Encoding(false));
            File.Move(staged, file, overwrite: append);
            return true;
        }
        catch (Exception error) when (FileSystemRefusal.Is(error))
        {
            findings.Report(CannotWrite, null, file, error.Message);
            return false;
        }
        finally
        {
            RemoveQuietly(staged);
        }
    }

    private static void RemoveQuietly(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (FileSystemRefusal.Is(error))
        {
            // What cannot be removed could not be written either.
        }
    }
}
