using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Nodes;

/// <summary>Tells which fences hold YAML or JSON, whatever language they name, and parses them.</summary>
internal static class NodeFences
{
    /// <summary>Null when the fence is of another language or does not parse.</summary>
    public static DataNode? Parse(CodeFence fence)
    {
        if (fence.Lines.Count == 0)
        {
            return null;
        }

        var first = fence.Lines.Select(line => line.Text.Trim()).FirstOrDefault(text => text.Length > 0 && !text.StartsWith("//", StringComparison.Ordinal) && text[0] != '#') ?? "";
        var isJson = first.Length > 0 && first[0] is '{' or '[';
        return fence.Language.Split(' ')[0] switch
        {
            "json" or "jsonc" or "json5" => JsonNodes.Parse(fence),
            "yaml" or "yml" or "openapi" or "swagger" => YamlNodes.Parse(fence),
            "" or "text" or "javascript" or "js" when isJson => JsonNodes.Parse(fence),
            "" or "text" or "txt" when first.EndsWith(':') || first.Contains(": ", StringComparison.Ordinal) => YamlNodes.Parse(fence),
            _ => null,
        };
    }
}
