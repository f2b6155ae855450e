namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Tells brackets that say how many there may be: "languages (several)", "colours (one or more)".</summary>
internal static class SeveralWords
{
    public static bool Says(string remark) =>
        remark.StartsWith("several", StringComparison.OrdinalIgnoreCase) || remark.StartsWith("one or more", StringComparison.OrdinalIgnoreCase) || remark.StartsWith("multiple", StringComparison.OrdinalIgnoreCase)
        || remark.StartsWith("more than one", StringComparison.OrdinalIgnoreCase) || remark.StartsWith("any number", StringComparison.OrdinalIgnoreCase);
}
