namespace Schemawright.Domain.Structure;

/// <summary>Finds names of the model in what an author wrote.</summary>
internal static class NamedWords
{
    /// <summary>The text has the name as a word of its own, in whatever case: "all but Order.courier".</summary>
    public static bool Has(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsPart(text[at - 1])) && (end == text.Length || !IsPart(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
