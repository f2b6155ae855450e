using System.Text;

namespace Schemawright.Tool.Output;

/// <summary>A file that is written whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Replaces what was there: the caller has made sure that it is a file of this tool.</summary>
    /// <exception cref="IOException">It cannot be written; what was there is untouched.</exception>
    public static void Write(string file, string text)
    {
        using var work = UnfinishedWork.Begin();
        var full = Path.GetFullPath(file);
        var staged = $"{full}.schemawright-new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(staged, text, new UTF8Encoding(false));
            File.Move(staged, full, overwrite: true);
        }
        finally
        {
            if (File.Exists(staged))
            {
                File.Delete(staged);
            }
        }
    }
}
