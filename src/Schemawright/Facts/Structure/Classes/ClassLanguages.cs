using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Classes;

internal enum ClassLanguage { CSharp, Java, Kotlin, Go, Python }

/// <summary>Tells the language of a fence with classes: by its name, and where it names none or a wrong one by its content.</summary>
internal static class ClassLanguages
{
    public static ClassLanguage? Of(CodeFence fence) => fence.Language.Split(' ')[0] switch
    {
        "csharp" or "cs" or "c#" => ClassLanguage.CSharp,
        "java" => ClassLanguage.Java,
        "kotlin" or "kt" => ClassLanguage.Kotlin,
        "go" or "golang" => ClassLanguage.Go,
        "python" or "py" => ClassLanguage.Python,
        "" or "text" or "txt" or "plaintext" or "code" => ByContent(fence),
        _ => null,
    };

    private static ClassLanguage? ByContent(CodeFence fence)
    {
        var found = (ClassLanguage?)null;
        foreach (var line in fence.Lines)
        {
            var text = line.Text.Trim();
            found ??= text switch
            {
                _ when text.Contains("{ get;", StringComparison.Ordinal) => ClassLanguage.CSharp,
                _ when text.StartsWith("data class ", StringComparison.Ordinal) => ClassLanguage.Kotlin,
                _ when text.StartsWith("type ", StringComparison.Ordinal) && text.EndsWith(" struct {", StringComparison.Ordinal) => ClassLanguage.Go,
                _ when text.StartsWith("class ", StringComparison.Ordinal) && text.EndsWith("):", StringComparison.Ordinal) => ClassLanguage.Python,
                _ when text.StartsWith("@dataclass", StringComparison.Ordinal) => ClassLanguage.Python,
                _ when text.StartsWith("private ", StringComparison.Ordinal) && text.EndsWith(';') && !text.Contains('(', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal) => ClassLanguage.Java,
                _ => null,
            };
        }

        return found;
    }
}
