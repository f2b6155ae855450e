using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Sentences that say what a mark beside a field's name means: "Fields marked with * are mandatory", "* = required".</summary>
internal static class MarkLegend
{
    private const int LongestLegend = 160;

    private static readonly string[] Musts = ["mandatory", "required", "obligatory", "compulsory", "must be filled", "must be given", "must be set"];

    /// <summary>A star says that the field must be filled; the others may then be empty.</summary>
    public static bool Stars(ProductDocument document) =>
        document.Blocks.Any(block => block is ParagraphBlock { Text.Length: <= LongestLegend } paragraph ? Explains(paragraph.Text) : block is ListBlock list && list.Items.Any(item => item.Text.Length <= LongestLegend && Explains(item.Text)));

    private static bool Explains(string text) =>
        (text.Contains(" * ", StringComparison.Ordinal) || text.Contains(" (*) ", StringComparison.Ordinal) || text.StartsWith("* ", StringComparison.Ordinal) || text.StartsWith("*: ", StringComparison.Ordinal) || text.Contains("\"*\"", StringComparison.Ordinal) || text.Contains("“*”", StringComparison.Ordinal) || TextScan.HasWord(text, "asterisk") || TextScan.HasWord(text, "a star"))
        && Array.Exists(Musts, must => TextScan.HasWord(text, must)) && !TextScan.HasWord(text, "not");
}
