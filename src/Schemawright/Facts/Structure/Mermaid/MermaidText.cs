using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Mermaid;

/// <summary>What all Mermaid diagrams share: the opening word, front matter and comments.</summary>
internal static class MermaidText
{
    /// <summary>True when the fence's first word, after comments and front matter, names the kind of diagram.</summary>
    public static bool Opens(CodeFence fence, string kind)
    {
        var inFrontMatter = false;
        foreach (var line in fence.Lines)
        {
            var text = line.Text.Trim();
            if (text == "---")
            {
                inFrontMatter = !inFrontMatter;
            }
            else if (!inFrontMatter && text.Length > 0 && !text.StartsWith("%%", StringComparison.Ordinal))
            {
                return text.StartsWith(kind, StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    public static string WithoutComment(string text)
    {
        var at = text.IndexOf("%%", StringComparison.Ordinal);
        return at < 0 ? text : text[..at];
    }
}
