using System.Text;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Tool.Output;

namespace Schemawright.Tool.Input;

/// <summary>The documents of one product as found on disk.</summary>
/// <param name="Name">The folder's or file's name, for a product that states none.</param>
/// <param name="Root">The folder the documents lie in, as a full path.</param>
internal sealed record ProductInput(string Name, string Root, IReadOnlyList<InputDocument> Documents)
{
    /// <summary>The folder as seen from the working directory when it lies below it, else in full; with a slash at the end unless it is the working directory.</summary>
    public string Folder
    {
        get
        {
            var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), Root).Replace('\\', '/');
            var below = !Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal);
            return relative == "." ? "" : (below ? relative : Root.Replace('\\', '/')).TrimEnd('/') + "/";
        }
    }
}

/// <summary>Reads a product folder, or one tagged file.</summary>
internal static class ProductInputReader
{
    /// <summary>Requirements are written by people; a larger file is a dump or a mistake.</summary>
    public const long MaxBytes = 8 * 1024 * 1024;

    /// <summary>The model of an input of that size, with room to spare.</summary>
    private const long MaxModelBytes = 64 * MaxBytes;

    private const int BlockSize = 64 * 1024;

    private static readonly string[] Extensions = [".md", ".markdown", ".txt", ".sql", ".prisma", ".dbml"];

    private static readonly DiagnosticKind NotFound = new(
        "SW1010", Severity.Error, "The product does not exist",
        "{0} does not exist",
        "The path names no folder and no file.",
        "name a folder with the product's documents, or one file that holds them between tags");

    private static readonly DiagnosticKind NoDocuments = new(
        "SW1011", Severity.Error, "The folder holds no document",
        "{0} holds no document",
        "Nothing in it ends in .md, .markdown, .txt, .sql, .prisma or .dbml.",
        "put PRD.md, TECHNICAL_SPEC.md, BUSINESS_RULES.md and SCALE_REQUIREMENTS.md into it");

    private static readonly DiagnosticKind OnlyOutput = new(
        "SW1015", Severity.Error, "The folder holds what was built, not the documents",
        "{0} holds only what this tool wrote",
        "A data model is proved against the sentences it was made from, and these are not in the folder it was written to.",
        "name the folder with the product's documents; with --out {0} the result goes here again");

    private static readonly DiagnosticKind TooLarge = new(
        "SW1012", Severity.Error, "A document is too large",
        "{0} is larger than {1} MB",
        "Requirements are written by people; a file over 8 MB is a dump or a mistake, and reading it would cost more than it says.",
        "keep to the text of the requirements; data and exports belong elsewhere");

    private static readonly DiagnosticKind NotText = new(
        "SW1013", Severity.Error, "A document is not UTF-8 text",
        "{0} is not UTF-8 text",
        "Binary files and other encodings cannot be quoted with line and column.",
        "save it as Markdown in UTF-8, or remove it from the folder");

    private static readonly DiagnosticKind Unreadable = new(
        "SW1014", Severity.Error, "A document cannot be read",
        "{0} cannot be read: {1}",
        "The file system refused it, so whatever it says is missing from the model.",
        "check that the file exists and that you may read it");

    /// <summary>Reads what can be read; what cannot is reported by name and left out. The answers to a single file's questions stand beside it.</summary>
    public static ProductInput Read(string path, Findings findings)
    {
        var full = Path.GetFullPath(path);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(full));
        if (File.Exists(full))
        {
            var holder = Path.GetDirectoryName(full)!;
            var answers = Path.Combine(holder, "ANSWERS.md");
            string[] files = File.Exists(answers) && !string.Equals(answers, full, StringComparison.Ordinal) ? [full, answers] : [full];
            return new(Path.GetFileNameWithoutExtension(full), holder, Texts(holder, files, findings));
        }

        if (!Directory.Exists(full))
        {
            findings.Report(NotFound, null, path);
            return new(name, full, []);
        }

        // A product folder that keeps its documents in input/ is that folder.
        var inner = Path.Combine(full, "input");
        var root = Directory.Exists(inner) ? inner : full;
        return new(name, root, OfFolder(root, path, findings));
    }

    /// <summary>The text of a model file; null when it cannot be read, which is reported.</summary>
    public static string? ModelFile(string file, Findings findings) => Text(file, file, MaxModelBytes, findings);

    /// <summary>The text of a baseline; null when it cannot be read, which is reported.</summary>
    public static string? BaselineFile(string file, Findings findings) => Text(file, file, MaxModelBytes, findings);

    /// <summary>The text of a settings file; null when it cannot be read, which is reported.</summary>
    public static string? SettingsFile(string file, Findings findings) => Text(file, file, MaxBytes, findings);

    /// <summary>The files of a folder that are read as documents, in order.</summary>
    public static IReadOnlyList<string> DocumentsIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) && !IsAboutTheFolder(file))
            .Except(OutputFolder.Written(folder), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static List<InputDocument> OfFolder(string root, string asNamed, Findings findings)
    {
        try
        {
            var files = DocumentsIn(root);
            if (files.Count == 0)
            {
                findings.Report(OutputFolder.Written(root).Any() ? OnlyOutput : NoDocuments, null, asNamed);
            }

            return Texts(root, files, findings);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Report(Unreadable, null, asNamed, error.Message);
            return [];
        }
    }

    /// <summary>A licence or a read-me speaks of the folder, not of the product.</summary>
    private static bool IsAboutTheFolder(string file) =>
        Path.GetFileNameWithoutExtension(file).ToUpperInvariant() is "README" or "LICENSE" or "LICENCE" or "CONTRIBUTING" or "CHANGELOG";

    private static List<InputDocument> Texts(string root, IEnumerable<string> files, Findings findings)
    {
        var documents = new List<InputDocument>();
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(root, file).Replace('\\', '/');
            if (Text(file, name, MaxBytes, findings) is { } text)
            {
                documents.Add(new(name, text));
            }
        }

        return documents;
    }

    /// <summary>All of the file, or null when there is more: a device has no length and may never end.</summary>
    private static byte[]? Bytes(string file, long most)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, BlockSize);
        if (stream.CanSeek && stream.Length > most)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        var block = new byte[BlockSize];
        for (var read = stream.Read(block); read > 0; read = stream.Read(block))
        {
            bytes.Write(block, 0, read);
            if (bytes.Length > most)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }

    private static string? Text(string file, string name, long most, Findings findings)
    {
        try
        {
            if (Bytes(file, most) is not { } bytes)
            {
                findings.Report(TooLarge, null, name, $"{most / 1024 / 1024}");
                return null;
            }

            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            if (!text.Contains('\0', StringComparison.Ordinal))
            {
                return text;
            }

            findings.Report(NotText, null, name);
        }
        catch (DecoderFallbackException)
        {
            findings.Report(NotText, null, name);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Report(Unreadable, null, name, error.Message);
        }

        return null;
    }
}
