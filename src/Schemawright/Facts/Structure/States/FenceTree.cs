using Schemawright.Documents;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Structure.States;

/// <summary>A line of a YAML-like block with the lines that hang under it.</summary>
/// <param name="Key">What stands before the colon; the whole line when there is none.</param>
/// <param name="Value">What stands after the colon; empty when nothing does.</param>
internal sealed record FenceNode(FenceLine Line, string Key, string Value, List<FenceNode> Children)
{
    public bool Is(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Key.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value, or the values of the bullets under it.</summary>
    public IEnumerable<FenceNode> Leaves => Children.Count == 0 ? [this] : Children.SelectMany(child => child.Leaves);
}

/// <summary>Nests the lines of a fence by indentation.</summary>
internal static class FenceTree
{
    public static List<FenceNode> Of(CodeFence fence)
    {
        var roots = new List<FenceNode>();
        var open = new Stack<FenceNode>();
        foreach (var source in fence.Lines)
        {
            if (source.Text.Trim().Length == 0)
            {
                continue;
            }

            var line = FenceLine.Read(source);
            if (line.IsComment)
            {
                continue;
            }

            var (key, value) = Split(line);
            var node = new FenceNode(line, key, value, []);
            while (open.TryPeek(out var above) && !line.HangsUnder(above.Line))
            {
                open.Pop();
            }

            (open.TryPeek(out var parent) ? parent.Children : roots).Add(node);
            open.Push(node);
        }

        return roots;
    }

    /// <summary>All nodes, parents first, without recursion: blocks may nest as deeply as they like.</summary>
    public static IEnumerable<FenceNode> All(IEnumerable<FenceNode> roots)
    {
        var waiting = new Stack<FenceNode>(roots.Reverse());
        while (waiting.TryPop(out var node))
        {
            yield return node;
            for (var index = node.Children.Count - 1; index >= 0; index--)
            {
                waiting.Push(node.Children[index]);
            }
        }
    }

    /// <summary>A label may hold an arrow, which the outline's labels do not.</summary>
    private static (string Key, string Value) Split(FenceLine line)
    {
        if (line.Label is not null)
        {
            return (line.Label, line.Text);
        }

        var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && (colon + 1 == line.Text.Length || line.Text[colon + 1] == ' ') ? (line.Text[..colon].Trim(), line.Text[(colon + 1)..].Trim()) : (line.Text, "");
    }
}
