namespace Schemawright.Domain.Rules.Clauses;

/// <summary>The figure of "at most 5", "no more than one", "up to 10", "maximum of 3", "limited to 2", "only one": where it stands.</summary>
internal static class Limits
{
    /// <summary>The place of the figure when the words from here on set a most; -1 when they do not.</summary>
    public static int UpperAt(IReadOnlyList<Token> words, int at)
    {
        if (words[at].Kind == TokenKind.Word && Relation.At(words, at) is { } relation)
        {
            return relation.Op == Terms.CompareOp.LessOrEqual || (relation.Op == Terms.CompareOp.Greater && Denied(words, at)) ? relation.End : -1;
        }

        if (words[at].IsAny("maximum", "max"))
        {
            return at + (at + 1 < words.Count && words[at + 1].IsAny("of", ":") ? 2 : 1);
        }

        var limited = words[at].IsAny("limited", "restricted", "limit") && at + 1 < words.Count && words[at + 1].IsAny("to", ":") ? at + 2 : -1;
        var holding = words[at].Is("only") && at + 2 < words.Count && words[at + 1].IsAny("have", "hold", "own", "contain", "include", "be") && Figures.At(words, at + 2) is not null;
        return limited > 0 ? limited
            : holding ? at + 2
            : at == 0 && words[at].IsAny("one", "single", "1") && Phrase.Has(words, "per") ? at
            : words[at].IsAny("exceed") && Denied(words, at) ? at + 1
            : words[at].Is("only") && at + 1 < words.Count && Figures.At(words, at + 1) is not null ? at + 1
            : Figures.At(words, at) is not null && at + 2 < words.Count && words[at + 1].Is("or") && words[at + 2].IsAny("fewer", "less") ? at : -1;
    }

    private static bool Denied(IReadOnlyList<Token> words, int at)
    {
        for (var before = 0; before < at; before++)
        {
            if (words[before].IsAny("not", "cannot", "never", "can't", "no", "mustn't"))
            {
                return true;
            }
        }

        return false;
    }
}
