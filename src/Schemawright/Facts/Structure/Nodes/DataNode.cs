using Schemawright.Diagnostics;

namespace Schemawright.Facts.Structure.Nodes;

/// <summary>A value of YAML or JSON with its place.</summary>
internal abstract record DataNode(SourceSpan Place)
{
    /// <summary>The line its last part stands on.</summary>
    public SourceSpan Last
    {
        get
        {
            var node = this;
            for (var part = node; part is not null; part = (node as MapNode)?.Entries.LastOrDefault()?.Value ?? (node as ListNode)?.Items.LastOrDefault())
            {
                node = part;
            }

            return node.Place;
        }
    }
}

/// <param name="IsQuoted">Written as a text, whatever it looks like.</param>
internal sealed record ScalarNode(string Text, bool IsQuoted, SourceSpan Place) : DataNode(Place)
{
    public bool IsTrue => !IsQuoted && Text.ToLowerInvariant() is "true" or "yes";

    public bool IsFalse => !IsQuoted && Text.ToLowerInvariant() is "false" or "no";

    public bool IsNull => !IsQuoted && Text is "" or "null" or "~";
}

internal sealed record ListNode(List<DataNode> Items, SourceSpan Place) : DataNode(Place);

internal sealed record MapNode(List<MapEntry> Entries, SourceSpan Place) : DataNode(Place)
{
    /// <summary>The value under the first of the keys that is there.</summary>
    public DataNode? At(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Entries.Find(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found.Value;
            }
        }

        return null;
    }

    public MapNode? Map(params ReadOnlySpan<string> keys) => At(keys) as MapNode;

    public string? Text(params ReadOnlySpan<string> keys) => (At(keys) as ScalarNode)?.Text;
}

/// <param name="Line">The line of the key.</param>
internal sealed record MapEntry(string Key, DataNode Value, SourceSpan Line, string Words)
{
    /// <summary>From the key to the last line of the value.</summary>
    public SourceSpan Place => Value.Last is var last && last.EndLine > Line.EndLine ? Line with { EndLine = last.EndLine, EndColumn = last.EndColumn } : Line;
}
