namespace Schemawright.Facts.Language;

/// <summary>Finds words and phrases in sentences: whole words, in any case.</summary>
internal static class Phrases
{
    /// <summary>True when the text holds one of the phrases. A phrase ending in <c>*</c> matches the beginning of a word.</summary>
    public static bool Says(this string text, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Find(text, phrase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the text begins with one of the phrases.</summary>
    public static bool Opens(this string text, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (OpensAt(text, 0, phrase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the phrase stands at the place, and a word begins there.</summary>
    public static bool OpensAt(this string text, int at, string phrase)
    {
        var open = phrase.EndsWith('*');
        var words = open ? phrase.AsSpan(0, phrase.Length - 1) : phrase;
        return IsEdge(text, at - 1) && text.AsSpan(at).StartsWith(words, StringComparison.OrdinalIgnoreCase) && (open || IsEdge(text, at + words.Length));
    }

    /// <summary>Where the phrase stands in the text, or -1.</summary>
    public static int Find(this string text, string phrase, int from = 0)
    {
        if (!WordStarts.MayHold(text, phrase))
        {
            return -1;
        }

        var open = phrase.EndsWith('*');
        var words = open ? phrase.AsSpan(0, phrase.Length - 1) : phrase;
        for (var at = text.Seek(words, from); at >= 0; at = text.Seek(words, at + 1))
        {
            if (IsEdge(text, at - 1) && (open || IsEdge(text, at + words.Length)))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The place after the first of the phrases that the text holds, or -1.</summary>
    public static int After(this string text, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var at = Find(text, phrase);
            if (at >= 0)
            {
                return at + phrase.TrimEnd('*').Length;
            }
        }

        return -1;
    }

    private static bool IsEdge(string text, int at) =>
        at < 0 || at >= text.Length || !(char.IsLetterOrDigit(text[at]) || text[at] == '_');
}
