using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules;

/// <summary>Runs of words as keys of the vocabulary.</summary>
internal static class Phrase
{
    /// <summary>The words of the tokens as one key, the last in the singular; null when a token is no word.</summary>
    public static string? Key(IReadOnlyList<Token> tokens, int at, int length)
    {
        var words = new List<string>(length);
        for (var index = at; index < at + length; index++)
        {
            if (tokens[index].Kind != TokenKind.Word || tokens[index].Lower.Contains('.', StringComparison.Ordinal))
            {
                return null;
            }

            if (tokens[index].Lower is "email" or "emails")
            {
                words.Add("email");
                continue;
            }

            words.AddRange(Naming.Words(tokens[index].Text.EndsWith("'s", StringComparison.Ordinal) ? tokens[index].Text[..^2] : tokens[index].Text));
        }

        return EntityTerms.Key(words, 0, words.Count);
    }

    /// <summary>The place of the first token that is one of the words; -1 when there is none.</summary>
    public static int IndexOf(IReadOnlyList<Token> tokens, int from, params ReadOnlySpan<string> words)
    {
        for (var at = from; at < tokens.Count; at++)
        {
            if (tokens[at].IsAny(words))
            {
                return at;
            }
        }

        return -1;
    }

    public static bool Has(IReadOnlyList<Token> tokens, params ReadOnlySpan<string> words) => IndexOf(tokens, 0, words) >= 0;

    /// <summary>True when the words follow each other from here.</summary>
    public static bool At(IReadOnlyList<Token> tokens, int at, params ReadOnlySpan<string> words)
    {
        if (at < 0 || at + words.Length > tokens.Count)
        {
            return false;
        }

        for (var index = 0; index < words.Length; index++)
        {
            if (!tokens[at + index].Is(words[index]))
            {
                return false;
            }
        }

        return true;
    }
}
