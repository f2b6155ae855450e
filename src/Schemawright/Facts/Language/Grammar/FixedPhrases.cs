namespace Schemawright.Facts.Language.Grammar;

/// <summary>Several words that together only say how or when, like an adverb: "as a rule", "of course", "on the fly".</summary>
internal static class FixedPhrases
{
    /// <summary>A bar stands before a word that must not follow.</summary>
    private const string Table =
        """
        of course
        as a rule
        as well |as
        as usual
        in turn
        in general
        in practice
        in principle
        in advance
        in between
        in short
        in fact
        in any case
        in the end
        in addition |to
        in the meantime
        on the fly
        on the spot
        on demand
        at all
        at once
        at present
        at the moment
        at a time
        at first
        at least |N
        at most |N
        so far
        for now
        for the time being
        for life
        by hand
        by mistake
        by default
        no longer
        now and then
        again and again
        from time to time
        over time
        these days
        after all
        any more
        more or less
        once only
        only once
        one after the other
        one by one
        quite often
        """;

    private static readonly ILookup<string, (string[] Words, string? Not)> Phrases = Table.Split('\n').Select(Row).ToLookup(row => row.Words[0], StringComparer.Ordinal);

    /// <summary>The same tokens with each fixed phrase as one adverb.</summary>
    public static List<Token> Join(List<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            var length = Length(tokens, at);
            joined.Add(length == 0 ? tokens[at] : tokens[at] with { Lower = string.Join(' ', Enumerable.Range(at, length).Select(index => tokens[index].Lower)), End = tokens[at + length - 1].End, Kind = TokenKind.Word, Class = WordClass.Adverb });
            at += Math.Max(1, length);
        }

        return joined;
    }

    private static int Length(List<Token> tokens, int at)
    {
        foreach (var (words, not) in Phrases[tokens[at].Lower])
        {
            var matches = at + words.Length <= tokens.Count && !words.Where((word, index) => tokens[at + index].Lower != word).Any();
            if (matches && !(words is ["at", "a", "time"] && !(at > 1 && tokens[at - 2].Is(WordClass.Number | WordClass.One))) && !(at + words.Length < tokens.Count && not is not null && Follows(tokens[at + words.Length], not)))
            {
                return words.Length;
            }
        }

        return 0;
    }

    private static bool Follows(Token token, string not) => not is "N" ? token.Is(WordClass.Number | WordClass.One) : token.Lower == not;

    private static (string[] Words, string? Not) Row(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        return (parts[0].Split(' '), parts.Length > 1 ? parts[1] : null);
    }
}
