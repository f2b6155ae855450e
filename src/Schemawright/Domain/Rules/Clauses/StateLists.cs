using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Reads one quality or several said one after the other: "out of service", "in maintenance or retired", "paid, closed or written off".</summary>
internal static class StateLists
{
    private const int LongestState = 4;

    /// <summary>The qualities from here on, the longest that can be read; null when the first word is none.</summary>
    public static Qualifier? At(EntityTerms terms, IReadOnlyList<Token> tokens, int at, int to)
    {
        var found = new List<(Expr Which, string Name)>();
        for (var next = at; next < to;)
        {
            var start = found.Count > 0 ? Joined(tokens, next, to) : next;
            if (start < 0 || One(terms, tokens, start, to) is not { } one)
            {
                break;
            }

            found.Add((one.Which, one.Name));
            (next, at) = (one.End, one.End);
        }

        return found.Count == 0 ? null : new(found.Count == 1 ? found[0].Which : new Or([.. found.Select(one => one.Which)]), string.Join(" or ", found.Select(one => one.Name)), at);
    }

    /// <summary>Where the next quality begins: after a comma, "or" or "and".</summary>
    private static int Joined(IReadOnlyList<Token> tokens, int at, int to)
    {
        var start = at;
        while (start < to && tokens[start].IsAny(",", "or", "and", "/"))
        {
            start++;
        }

        return start == at || start >= to ? -1 : start;
    }

    private static Qualifier? One(EntityTerms terms, IReadOnlyList<Token> tokens, int at, int to)
    {
        var start = at;
        while (start < to - 1 && tokens[start].IsAny("in", "on", "the", "a", "an", "being", "been", "currently", "still", "already", "status", "state", "has", "have", "was", "were", "is", "are"))
        {
            start++;
        }

        for (var length = Math.Min(LongestState, to - at); length > 1 && terms.State is { } state; length--)
        {
            foreach (var from in start == at ? [at] : (int[])[at, start])
            {
                if (from + length <= to && !tokens[from + length - 1].IsAny("the", "a", "an") && !tokens.Skip(from).Take(length).Any(word => word.IsAny(",", ";", "/")) && Value(tokens, from, length, state) is { } phrase)
                {
                    return new(Logic.In(state, [phrase]), phrase, Closed(tokens, from + length, to));
                }
            }
        }

        return tokens[start].Kind is TokenKind.Word or TokenKind.Quoted && Adjectives.Denied(terms, tokens[start].Lower) is { } quality ? new(quality, tokens[start].Lower, Closed(tokens, start + 1, to)) : null;
    }

    /// <summary>"on the shelf" is on_shelf as well as on_the_shelf.</summary>
    private static string? Value(IReadOnlyList<Token> tokens, int from, int length, Column state)
    {
        var words = tokens.Skip(from).Take(length).ToArray();
        return Values.Enumerated(string.Join(' ', words.Select(word => word.Text)), state)
            ?? Values.Enumerated(string.Join(' ', words.Where(word => !word.IsAny("the", "a", "an")).Select(word => word.Text)), state);
    }

    private static int Closed(IReadOnlyList<Token> tokens, int at, int to) => at < to && tokens[at].IsAny("status", "state") ? at + 1 : at;
}
