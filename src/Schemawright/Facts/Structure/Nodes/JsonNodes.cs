using System.Text;
using System.Text.Json;
using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Nodes;

/// <summary>Parses a fence as JSON with comments and trailing commas; what is no JSON gives nothing.</summary>
internal static class JsonNodes
{
    public static DataNode? Parse(CodeFence fence)
    {
        var bytes = Encoding.UTF8.GetBytes(fence.Text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 40 });
        try
        {
            return reader.Read() ? Node(ref reader, new JsonLines(fence, bytes)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DataNode Node(ref Utf8JsonReader reader, JsonLines lines)
    {
        var place = lines.At(reader.TokenStartIndex).Span;
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new MapNode(Entries(ref reader, lines), place),
            JsonTokenType.StartArray => new ListNode(Items(ref reader, lines), place),
            JsonTokenType.String => new ScalarNode(reader.GetString() ?? "", true, place),
            _ => new ScalarNode(Encoding.UTF8.GetString(reader.ValueSpan), false, place),
        };
    }

    private static List<MapEntry> Entries(ref Utf8JsonReader reader, JsonLines lines)
    {
        var entries = new List<MapEntry>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString() ?? "";
            var line = lines.At(reader.TokenStartIndex);
            if (reader.Read())
            {
                entries.Add(new(key, Node(ref reader, lines), line.Span, line.Text.Trim()));
            }
        }

        return entries;
    }

    private static List<DataNode> Items(ref Utf8JsonReader reader, JsonLines lines)
    {
        var items = new List<DataNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Node(ref reader, lines));
        }

        return items;
    }

    /// <summary>The line of a byte; asked for in rising order.</summary>
    private sealed class JsonLines(CodeFence fence, byte[] bytes)
    {
        private int _line;
        private long _at;

        public CodeLine At(long index)
        {
            for (; _at < index && _at < bytes.Length; _at++)
            {
                _line += bytes[_at] == (byte)'\n' ? 1 : 0;
            }

            return fence.Lines[Math.Min(_line, fence.Lines.Count - 1)];
        }
    }
}
