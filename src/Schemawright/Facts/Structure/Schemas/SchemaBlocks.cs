using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Schemas;

/// <summary>A block of a schema language: <c>model Order {</c> … <c>}</c>.</summary>
/// <param name="Kind">The word before the name, in lower case: model, enum, table.</param>
/// <param name="Opening">The line with the name.</param>
/// <param name="Above">Comment lines right above it.</param>
/// <param name="Body">The lines inside, blank ones left out.</param>
internal sealed record SchemaBlock(string Kind, string Name, CodeLine Opening, IReadOnlyList<CodeLine> Above, IReadOnlyList<CodeLine> Body);

/// <summary>Cuts Prisma and DBML into blocks and the lines between them.</summary>
internal static class SchemaBlocks
{
    public static (List<SchemaBlock> Blocks, List<CodeLine> Others) In(CodeFence fence)
    {
        var (blocks, others) = (new List<SchemaBlock>(), new List<CodeLine>());
        var above = new List<CodeLine>();
        for (var index = 0; index < fence.Lines.Count; index++)
        {
            var line = fence.Lines[index];
            var text = line.Text.Trim();
            if (text.StartsWith("//", StringComparison.Ordinal))
            {
                above.Add(line);
                continue;
            }

            if (Opens(text) is var (kind, name))
            {
                var body = Body(fence, ref index);
                blocks.Add(new(kind, name, line, [.. above], body));
            }
            else if (text.Length > 0)
            {
                others.Add(line);
            }

            above.Clear();
        }

        return (blocks, others);
    }

    private static (string Kind, string Name)? Opens(string text)
    {
        var words = text.Split([' ', '\t', '{'], 3, StringSplitOptions.RemoveEmptyEntries);
        if (!text.EndsWith('{') || words.Length < 2)
        {
            return null;
        }

        var kind = words[0].ToLowerInvariant();
        var name = words[1].Trim('"', '`');
        return kind is "model" or "enum" or "table" or "type" or "view" or "tablegroup" ? (kind, name[(name.LastIndexOf('.') + 1)..].Trim('"')) : null;
    }

    private static List<CodeLine> Body(CodeFence fence, ref int index)
    {
        var body = new List<CodeLine>();
        var depth = 1;
        for (index++; index < fence.Lines.Count; index++)
        {
            var text = fence.Lines[index].Text.Trim();
            depth += text.EndsWith('{') ? 1 : text.StartsWith('}') ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            if (text.Length > 0)
            {
                body.Add(fence.Lines[index]);
            }
        }

        return body;
    }
}
