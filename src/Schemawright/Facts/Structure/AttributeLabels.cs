namespace Schemawright.Facts.Structure;

/// <summary>Words that lead in a list of attributes: "Attributes:", "Key fields".</summary>
internal static class AttributeLabels
{
    private static readonly string[] LeadIns =
        ["attributes", "fields", "properties", "columns", "key attributes", "main attributes", "key fields", "data fields", "required fields", "core fields", "schema", "stored fields", "entity attributes", "entity fields", "main fields", "data", "structure"];

    /// <summary>True when a paragraph is such a label, or ends with one on a line of its own.</summary>
    public static bool Close(string raw) => Announce(raw[(raw.LastIndexOf('\n') + 1)..].Replace("**", "", StringComparison.Ordinal).Trim('_', '*', ' '));

    /// <summary>True when the text is such a label, be it behind a sentence: "Belongs to a fleet. Attributes:".</summary>
    public static bool Announce(string text)
    {
        var label = text.TrimEnd(':', ' ');
        var stop = label.LastIndexOf(". ", StringComparison.Ordinal);
        return LeadIns.Contains(label.ToLowerInvariant(), StringComparer.Ordinal) || (stop > 0 && LeadIns.Contains(label[(stop + 2)..].ToLowerInvariant(), StringComparer.Ordinal));
    }

    private static readonly string[] Inline =
    [
        "attributes", "key attributes", "fields", "key fields", "properties", "columns", "main attributes", "main fields", "required attributes", "data fields", "stored fields", "required fields", "optional fields",
        "optional attributes", "core attributes", "core fields", "key properties", "main properties", "important fields", "data", "key data", "stores", "stored data", "has fields", "contains fields", "stored properties", "important attributes",
        "we store", "we keep", "we record", "stored information", "what we store", "what we keep", "recorded data", "information stored", "data stored", "data kept", "information kept", "captured data", "it stores", "it has",
    ];

    /// <summary>Words before a list of attributes on the same line: "Key properties: name, size".</summary>
    public static bool IsInline(string text) => Inline.Contains(text.Trim().ToLowerInvariant(), StringComparer.Ordinal);
}
