using Schemawright.Documents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Schemawright.Facts.Structure.Nodes;

/// <summary>Parses a fence as YAML, event by event; what is no YAML, nests too deeply or holds too much gives nothing.</summary>
internal sealed class YamlNodes
{
    private const int Deepest = 40;
    private const int MostNodes = 50_000;

    private readonly CodeFence _fence;
    private readonly Parser _parser;
    private int _nodes;

    private YamlNodes(CodeFence fence)
    {
        _fence = fence;
        _parser = new(new StringReader(fence.Text));
    }

    /// <summary>The first document of the fence; null when it is no YAML.</summary>
    public static DataNode? Parse(CodeFence fence)
    {
        try
        {
            var yaml = new YamlNodes(fence);
            while (yaml._parser.MoveNext() && yaml._parser.Current is not DocumentStart)
            {
            }

            return yaml._parser.MoveNext() ? yaml.Node(0) : null;
        }
        // The scanner also throws this for some spoilt scalars.
        catch (Exception spoilt) when (spoilt is YamlException or InvalidOperationException)
        {
            return null;
        }
    }

    private DataNode? Node(int depth)
    {
        if (depth > Deepest || ++_nodes > MostNodes)
        {
            throw new YamlException("too deep or too large");
        }

        var place = Line(_parser.Current).Span;
        return _parser.Current switch
        {
            Scalar scalar => new ScalarNode(scalar.Value.Trim(), scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted, place),
            MappingStart => new MapNode(Entries(depth), place),
            SequenceStart => new ListNode(Items(depth), place),
            AnchorAlias => new ScalarNode("", true, place),
            _ => null,
        };
    }

    private List<MapEntry> Entries(int depth)
    {
        var entries = new List<MapEntry>();
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            var line = Line(_parser.Current);
            var key = Node(depth + 1) is ScalarNode scalar ? scalar.Text : "";
            if (_parser.MoveNext() && Node(depth + 1) is { } value && key.Length > 0)
            {
                entries.Add(new(key, value, line.Span, line.Text.Trim()));
            }
        }

        return entries;
    }

    private List<DataNode> Items(int depth)
    {
        var items = new List<DataNode>();
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
        {
            if (Node(depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    private CodeLine Line(ParsingEvent? at) => _fence.Lines[Math.Clamp((int)(at?.Start.Line ?? 1) - 1, 0, _fence.Lines.Count - 1)];
}
