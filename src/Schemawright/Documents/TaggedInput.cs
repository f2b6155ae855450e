namespace Schemawright.Documents;

/// <summary>
/// One file holding the whole input between tags (<c>&lt;prd&gt; … &lt;/prd&gt;</c>). Each part keeps the line numbers of
/// the file: the lines of the other parts are blank in it.
/// </summary>
internal static class TaggedInput
{
    private static readonly (string Tag, DocumentKind Kind)[] Tags =
    [
        ("app_name", DocumentKind.AppDetails), ("prd", DocumentKind.ProductRequirements), ("technical_spec", DocumentKind.TechnicalSpec),
        ("business_rules", DocumentKind.BusinessRules), ("scale_requirements", DocumentKind.ScaleRequirements),
    ];

    /// <summary>The parts in the order of the file; none when the text holds no pair of tags.</summary>
    public static IReadOnlyList<(DocumentKind Kind, string Text)> Split(string text)
    {
        var parts = new List<(int Start, DocumentKind Kind, string Text)>();
        foreach (var (tag, kind) in Tags)
        {
            var open = text.IndexOf($"<{tag}>", StringComparison.OrdinalIgnoreCase);
            var close = open < 0 ? -1 : text.IndexOf($"</{tag}>", open, StringComparison.OrdinalIgnoreCase);
            if (close >= 0)
            {
                var start = open + tag.Length + 2;
                parts.Add((open, kind, Blank(text[..start]) + text[start..close]));
            }
        }

        return [.. parts.OrderBy(part => part.Start).Select(part => (part.Kind, part.Text))];
    }

    private static string Blank(string text) => string.Concat(text.Select(character => character == '\n' ? '\n' : ' '));
}
