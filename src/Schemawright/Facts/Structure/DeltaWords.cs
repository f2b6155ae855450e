namespace Schemawright.Facts.Structure;

/// <summary>Words that mark a line as a change of an earlier version: "NEW: sort_levels", "Added: note"; the rest is read like any other line.</summary>
internal static class DeltaWords
{
    private static readonly string[] Openings = ["NEW:", "New:", "[NEW]", "(NEW)", "ADDED:", "Added:", "ADD:", "Add:", "MODIFIED:", "Modified:", "CHANGED:", "Changed:", "UPDATED:", "Updated:", "[ADDED]", "[MODIFIED]", "NEW -", "🆕", "NEW "];

    public static string Without(string text)
    {
        var opening = Array.Find(Openings, word => text.StartsWith(word, StringComparison.Ordinal));
        return opening is null ? text : text[opening.Length..].TrimStart();
    }
}
