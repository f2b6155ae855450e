namespace Schemawright.Rendering.Exports;

/// <summary>Words in a Prisma schema.</summary>
internal static class PrismaText
{
    public static string Quoted(string words) =>
        $"\"{MarkdownEscape.OneLine(words).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    public static string Comment(string words) => $"/// {MarkdownEscape.OneLine(words)}";
}
