namespace Schemawright.Facts.Language.Grammar;

/// <summary>Several words that together only say how or when, like an adverb: "as a rule", "of course"; or that are one preposition: "according to".</summary>
internal static class FixedPhrases
{
    /// <summary>A bar stands before a word that must not follow, a dot where only the end of a part may; an angle marks a preposition.</summary>
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
        day by day
        month by month
        year by year
        in charge of |>
        a lot |.
        a great deal |.
        more than once
        at any time
        at the same time
        over the years
        that day
        that week
        that month
        that year
        according to |>
        because of |>
        on behalf of |>
        in front of |>
        in accordance with |>
        by means of |>
        with the help of |>
        in the case of |>
        in the shape of |>
        in the form of |>
        """;

    private const string Preposition = ">";

    /// <summary>Behind these "a lot" says how much; else it may be what is sold.</summary>
    private static readonly HashSet<string> Intransitive = new(StringComparer.Ordinal) { "change", "changes", "vary", "varies", "differ", "differs", "happen", "happens", "move", "moves", "travel", "travels", "break", "breaks", "fluctuate", "fluctuates", "help", "helps" };

    private static readonly Dictionary<string, (string[] Words, string? Not)[]> Phrases =
        Table.Split('\n').Select(Row).GroupBy(row => row.Words[0], StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.ToArray(), StringComparer.Ordinal);

    /// <summary>The same tokens with each fixed phrase as one word; the list itself when it holds none.</summary>
    public static List<Token> Join(List<Token> tokens)
    {
        List<Token>? joined = null;
        for (var at = 0; at < tokens.Count;)
        {
            var found = Found(tokens, at);
            if (found is var (words, not) && words is not null)
            {
                joined ??= tokens.GetRange(0, at);
                joined.Add(tokens[at] with { Lower = string.Join(' ', words), End = tokens[at + words.Length - 1].End, Kind = TokenKind.Word, Class = not is Preposition ? WordClass.Preposition : WordClass.Adverb });
                at += words.Length;
                continue;
            }

            joined?.Add(tokens[at++]);
            at += joined is null ? 1 : 0;
        }

        return joined ?? tokens;
    }

    private static (string[]? Words, string? Not) Found(List<Token> tokens, int at)
    {
        foreach (var (words, not) in Phrases.GetValueOrDefault(tokens[at].Lower) ?? [])
        {
            if (Matches(tokens, at, words) && !(not is "." && !(at > 0 && Intransitive.Contains(tokens[at - 1].Lower))) && !(words is ["at", "a", "time"] && !tokens.Take(at).TakeLast(3).Any(before => before.Is(WordClass.Number | WordClass.One))) && !(at + words.Length < tokens.Count && not is not null and not Preposition && Bars(tokens[at + words.Length], not)))
            {
                return (words, not);
            }
        }

        return default;
    }

    private static bool Matches(List<Token> tokens, int at, string[] words)
    {
        for (var index = 0; index < words.Length; index++)
        {
            if (at + index >= tokens.Count || tokens[at + index].Lower != words[index])
            {
                return false;
            }
        }

        return true;
    }

    private static bool Bars(Token token, string not) => not is "." ? token.Kind == TokenKind.Word && !token.Is(WordClass.Border & ~WordClass.Preposition) || token.Lower is "of" : not is "N" ? token.Is(WordClass.Number | WordClass.One) : token.Lower == not;

    private static (string[] Words, string? Not) Row(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        return (parts[0].Split(' '), parts.Length > 1 ? parts[1] : null);
    }
}
