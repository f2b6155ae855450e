using System.Globalization;
using System.Text;

namespace Schemawright.Rendering.Exports;

/// <summary>Words in C#.</summary>
internal static class CSharpText
{
    public static string Literal(string words)
    {
        var text = new StringBuilder("\"");
        foreach (var character in words)
        {
            text.Append(character switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                _ when char.IsControl(character) || character > '~' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => character.ToString(),
            });
        }

        return text.Append('"').ToString();
    }

    public static string Xml(string words) => MarkdownEscape.OneLine(words)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
