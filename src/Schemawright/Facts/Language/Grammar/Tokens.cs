namespace Schemawright.Facts.Language.Grammar;

/// <summary>Cuts a sentence into words, figures and marks.</summary>
internal static class Tokens
{
    public static List<Token> Of(string sentence)
    {
        var tokens = new List<Token>(sentence.Length / 5);
        for (var at = 0; at < sentence.Length;)
        {
            if (char.IsWhiteSpace(sentence[at]) || sentence[at] is '*' or '`' or '"' or '“' or '”')
            {
                at = Quoted(sentence, at, tokens);
                continue;
            }

            var end = End(sentence, at);
            if (char.IsLetter(sentence[at]) && Contractions.Read(sentence, at, ref end) is var (word, rest))
            {
                tokens.AddRange([word, rest]);
            }
            else
            {
                tokens.Add(Made(sentence, at, end));
            }

            JoinPersons(tokens);
            end = Shorthand.Expand(sentence, tokens, end);
            at = end;
        }

        return FixedPhrases.Join(tokens);
    }

    /// <summary>Words in quotation marks with a comma between them are one word: a value, not a list.</summary>
    private static int Quoted(string sentence, int at, List<Token> tokens)
    {
        var close = sentence[at] switch { '"' => sentence.IndexOf('"', at + 1), '“' => sentence.IndexOf('”', at + 1), _ => -1 };
        if (close < 0 || close - at > 80 || !sentence.AsSpan(at, close - at).Contains(','))
        {
            return at + 1;
        }

        var text = sentence[(at + 1)..close];
        tokens.Add(new(text, text.ToLowerInvariant(), at, close + 1, TokenKind.Word, WordClass.None));
        return close + 1;
    }

    /// <summary>"he or she", "his or her": one person, so one word.</summary>
    private static void JoinPersons(List<Token> tokens)
    {
        if (tokens is [.., { Lower: "he" or "she" or "him" or "his" or "her" } one, { Lower: "or" }, { Lower: "he" or "she" or "him" or "his" or "her" } other])
        {
            tokens.RemoveRange(tokens.Count - 3, 3);
            tokens.Add(one with { End = other.End });
        }
    }

    private static Token Made(string sentence, int start, int end)
    {
        var text = sentence[start..end];
        if (char.IsAsciiDigit(text[0]))
        {
            return new(text, text, start, end, TokenKind.Number, WordClass.Number);
        }

        if (text is "+" or "=" && start > 0 && end < sentence.Length && sentence[start - 1] == ' ' && sentence[end] == ' ')
        {
            return text is "+" ? new("and", "and", start, end, TokenKind.Word, ClosedWords.Of("and")) : new(":", ":", start, end, TokenKind.Mark, WordClass.None); // "Lot = street + area"
        }

        if (!IsLetter(text[0]))
        {
            return new(text, text, start, end, TokenKind.Mark, WordClass.None);
        }

        var lower = text.ToLowerInvariant().Replace('’', '\'');
        return new(text, lower, start, end, TokenKind.Word, ClosedWords.Of(lower));
    }

    private static int End(string sentence, int start)
    {
        var at = start;
        if (char.IsAsciiDigit(sentence[at]))
        {
            while (at < sentence.Length && (char.IsLetterOrDigit(sentence[at]) || (sentence[at] is '.' or ',' && at + 1 < sentence.Length && char.IsAsciiDigit(sentence[at + 1]))))
            {
                at++;
            }

            return at;
        }

        if (sentence[at] is '\'' or '’' && at + 1 < sentence.Length && sentence[at + 1] is 's' or 'S')
        {
            return at + 2 == sentence.Length || !char.IsLetter(sentence[at + 2]) ? at + 2 : at + 1;
        }

        while (at < sentence.Length && IsInWord(sentence, at))
        {
            at++;
        }

        return at == start ? start + 1 : at;
    }

    /// <summary>Hyphens, underscores and slashes between letters belong to the word: check-in, order_id, and/or.</summary>
    private static bool IsInWord(string sentence, int at) =>
        IsLetter(sentence[at]) || char.IsAsciiDigit(sentence[at])
        || (at + 1 < sentence.Length && at > 0 && sentence[at] is '-' or '_' or '/' && IsLetter(sentence[at - 1]) && (IsLetter(sentence[at + 1]) || char.IsAsciiDigit(sentence[at + 1])));

    private static bool IsLetter(char character) => char.IsLetter(character) || char.IsSurrogate(character) || character == '_';
}
