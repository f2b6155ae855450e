namespace Schemawright.Facts.Structure;

/// <summary>Words that lead in a list of attributes: "Attributes:", "Key fields".</summary>
internal static class AttributeLabels
{
    private static readonly string[] LeadIns =
        ["attributes", "fields", "properties", "columns", "key attributes", "main attributes", "key fields", "data fields", "required fields", "core fields", "schema", "stored fields", "entity attributes", "entity fields", "main fields", "data", "structure"];

    public static bool Announce(string text) => LeadIns.Contains(text.TrimEnd(':', ' ').ToLowerInvariant(), StringComparer.Ordinal);
}
