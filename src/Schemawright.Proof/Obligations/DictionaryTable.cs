using System.Net;

namespace Schemawright.Proof.Obligations;

/// <summary>Reads the first column of the document's data dictionary.</summary>
internal static class DictionaryTable
{
    private const string Heading = "### Data Dictionary";

    public static IEnumerable<string> Names(string markdown) =>
        markdown.Split('\n').SkipWhile(line => line.Trim() != Heading).Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|')).Skip(2)
            .Select(line => Unwrapped(FirstCell(line)));

    /// <summary>Up to the first bar that is not escaped.</summary>
    private static string FirstCell(string line)
    {
        var end = 1;
        while (end < line.Length && (line[end] != '|' || line[end - 1] == '\\'))
        {
            end++;
        }

        return line[1..end].Trim();
    }

    private static string Unwrapped(string cell) =>
        cell.StartsWith('`') ? cell.Trim('`').Trim().Replace("\\|", "|", StringComparison.Ordinal) : WebUtility.HtmlDecode(cell).Replace("\\", "", StringComparison.Ordinal);
}
