using Schemawright.Diagnostics;
using Schemawright.Reports;
using Schemawright.Tool.Input;

namespace Schemawright.Tool.Output;

/// <summary>The file of known findings.</summary>
internal static class BaselineFile
{
    private const int FewCharacters = 1000;

    /// <summary>Where it is written when nobody names a place.</summary>
    public const string DefaultName = "schemawright-baseline.json";

    private static readonly DiagnosticKind CannotWrite = new(
        "SW6023", Severity.Error, "The baseline cannot be written",
        "{0} cannot be written: {1}",
        "No finding was noted as known; what was there before is untouched.",
        "check the path, your rights and the space on the disk, or name another file with --baseline");

    public static Baseline? Read(string file, Findings findings) =>
        ProductInputReader.BaselineFile(file, findings) is { } text ? Baseline.Read(text, file, findings) : null;

    /// <summary>Looks at the first characters alone: a device never ends.</summary>
    private static bool IsBaseline(string file)
    {
        using var reader = new StreamReader(file);
        var begin = new char[FewCharacters];
        return new string(begin, 0, reader.ReadBlock(begin)).Contains(Baseline.Format, StringComparison.Ordinal);
    }

    /// <summary>Another file than a baseline is never replaced.</summary>
    public static bool Write(string file, FindingsReport report, Findings findings)
    {
        try
        {
            if (File.Exists(file) && !IsBaseline(file))
            {
                findings.Report(CannotWrite, null, file, "it holds something else");
                return false;
            }

            WholeFile.Write(file, Baseline.Write(report));
            return true;
        }
        catch (Exception error) when (FileSystemRefusal.Is(error))
        {
            findings.Report(CannotWrite, null, file, error.Message);
            return false;
        }
    }
}
