namespace Schemawright.Facts.Structure.Prose;

/// <summary>"Not needed: …", "Later: …": a label that says what is not wanted, or not yet.</summary>
internal static class Declined
{
    private const int LongestLabel = 40;

    private static readonly string[] Openings = ["not ", "no ", "without ", "out of scope", "excluded", "later", "future", "someday", "unneeded", "ignored"];

    public static bool Reads(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var label = colon is > 0 and < LongestLabel ? text[..colon].Trim('*', '_', ' ') : "";
        return label.Length > 0 && !label.Contains('.', StringComparison.Ordinal) && Openings.Any(opening => label.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
    }
}
