namespace Schemawright.Facts.Language.Grammar;

/// <summary>Writes out what is drawn together: "it's" is "it is", "don't" is "do not"; "the client's" stays an owner.</summary>
internal static class Contractions
{
    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal) { "it", "he", "she", "that", "there", "what", "who", "where", "here", "we", "they", "you", "i" };

    /// <summary>The tokens of a word that ends at an apostrophe; null when the word is not drawn together with the next.</summary>
    /// <param name="end">The place of the apostrophe; behind the contraction afterwards.</param>
    public static (Token First, Token Second)? Read(string sentence, int start, ref int end)
    {
        if (end + 1 >= sentence.Length || sentence[end] is not ('\'' or '’'))
        {
            return null;
        }

        var stop = end + 1;
        while (stop < sentence.Length && char.IsLetter(sentence[stop]))
        {
            stop++;
        }

        var word = sentence[start..end];
        var suffix = sentence[(end + 1)..stop].ToLowerInvariant();
        if (suffix is "t" && word.Length > 1 && word[^1] is 'n' or 'N')
        {
            var verb = word.ToLowerInvariant() switch { "can" => "can", "won" => "will", var other => other[..^1] };
            var cut = end - 1;
            end = stop;
            return (Made(verb, start, cut), Made("not", cut, stop));
        }

        var rest = suffix switch { "re" => "are", "ve" => "have", "ll" => "will", "m" => "am", "d" => "would", "s" => "is", _ => null };
        if (suffix is "s" && sentence.AsSpan(stop).TrimStart().StartsWith("got ", StringComparison.Ordinal) && !Pronouns.Contains(word.ToLowerInvariant()))
        {
            var named = end;
            end = stop;
            return (Made(word, start, named), Made("has", named, stop)); // "a boat's got a number"
        }

        if (rest is null || !Pronouns.Contains(word.ToLowerInvariant()))
        {
            return null;
        }

        rest = suffix is "s" && sentence.AsSpan(stop).TrimStart().StartsWith("got ", StringComparison.Ordinal) ? "has" : rest; // "it's got wheels"
        var (apostrophe, text) = (end, word);
        end = stop;
        return (Made(text, start, apostrophe), Made(rest, apostrophe, stop));
    }

    private static Token Made(string text, int start, int end)
    {
        var lower = text.ToLowerInvariant();
        return new(text, lower, start, end, TokenKind.Word, ClosedWords.Of(lower));
    }
}
