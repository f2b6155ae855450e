namespace Schemawright.Facts.Structure;

/// <summary>The ticks, letters and words with which cells of a table say yes or no.</summary>
internal static class FieldMarks
{
    public static bool IsYes(string text) => text.Trim().TrimEnd('.').ToLowerInvariant() is
        "yes" or "y" or "true" or "t" or "✅" or "✓" or "✔" or "x" or "required" or "mandatory" or "✔️" or "☑" or "☑️" or "●" or "•" or "1" or "m" or "r" or "always" or "🔑" or "must" or "*" or "**" or "★";

    public static bool IsNo(string text) => text.Trim().TrimEnd('.').ToLowerInvariant() is
        "no" or "n" or "false" or "f" or "❌" or "✗" or "✘" or "✖" or "optional" or "-" or "–" or "—" or "0" or "o" or "☐" or "○" or "never" or "not required" or "c" or "conditional" or "opt";

    /// <summary>"O until submitted", "no, only for guests": a no with its reason behind it.</summary>
    public static bool IsNoFor(string text) =>
        text.AsSpan().IndexOfAny(" ,;(") is > 0 and var end && IsNo(text[..end]) && text[..end].ToLowerInvariant() is "o" or "no" or "n" or "optional" or "opt" or "c" or "conditional";

    public static bool IsNothing(string text) => text.Trim() is "" or "-" or "–" or "—" or "none" or "None" or "N/A" or "n/a" or "NULL" or "null";
}
