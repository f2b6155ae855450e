namespace Schemawright.Facts.Language;

/// <summary>Searching in text with regard to brackets and quotes.</summary>
public static class TextScan
{
    /// <summary>The first place of the character outside of brackets and quotes, from start on; -1 when there is none.</summary>
    public static int IndexOf(string text, char wanted, int start)
    {
        var depth = 0;
        for (var index = start; index < text.Length; index++)
        {
            var character = text[index];
            if (depth == 0 && character == wanted)
            {
                return index;
            }

            if (character is '"' or '`' || (character == '\'' && OpensQuote(text, index)))
            {
                var close = text.IndexOf(character, index + 1);
                index = close < 0 ? index : close;
            }
            else
            {
                depth = Math.Max(0, depth + Nesting(character));
            }
        }

        return -1;
    }

    /// <summary>The parts between separators that stand outside of brackets and quotes.</summary>
    public static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        for (var next = IndexOf(text, separator, 0); next >= 0; next = IndexOf(text, separator, start))
        {
            parts.Add(text[start..next]);
            start = next + 1;
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>The place of the bracket that closes the one at <paramref name="open"/>; -1 when it stays open.</summary>
    public static int Closing(string text, int open)
    {
        var depth = 0;
        for (var index = open; index < text.Length; index++)
        {
            depth += Nesting(text[index]);
            if (depth == 0)
            {
                return index;
            }
        }

        return -1;
    }

    public static bool StartsWithWord(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]));

    /// <summary>True when the word stands in the text as a whole word.</summary>
    public static bool HasWord(string text, string word)
    {
        for (var at = WordStarts.MayHold(text, word) ? text.Seek(word) : -1; at >= 0; at = text.Seek(word, at + 1))
        {
            var before = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            var after = at + word.Length >= text.Length || !char.IsLetterOrDigit(text[at + word.Length]);
            if (before && after)
            {
                return true;
            }
        }

        return false;
    }

    private static int Nesting(char character) => character switch
    {
        '(' or '[' or '{' => 1,
        ')' or ']' or '}' => -1,
        _ => 0,
    };

    /// <summary>An apostrophe inside a word ("guest's") opens nothing.</summary>
    private static bool OpensQuote(string text, int index) => index == 0 || !char.IsLetterOrDigit(text[index - 1]);
}
