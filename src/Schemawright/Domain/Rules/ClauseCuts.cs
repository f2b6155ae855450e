using Schemawright.Collections;

namespace Schemawright.Domain.Rules;

/// <summary>Cuts a sentence where one demand ends and the next begins: at a semicolon, or at "and" before another "must".</summary>
internal static class ClauseCuts
{
    public static Seq<Seq<Token>> Of(Seq<Token> tokens)
    {
        var parts = new List<Seq<Token>>();
        var start = 0;
        for (var at = 1; at < tokens.Count - 1; at++)
        {
            if (tokens[at].Is(";") || (tokens[at].IsAny("and", ",", "(") && Demands(tokens, start, at) && Demands(tokens, at + 1, Next(tokens, at + 1))))
            {
                parts.Add(Slice(tokens, start, at));
                start = at + 1;
            }
        }

        if (start > 0)
        {
            parts.Add(Slice(tokens, start, tokens.Count));
        }

        return parts.Where(part => part.Count > 0).ToSeq();
    }

    /// <summary>The sentences, cut at full stops before a new word.</summary>
    public static Seq<Seq<Token>> Sentences(Seq<Token> tokens)
    {
        var parts = new List<Seq<Token>>();
        var start = 0;
        for (var at = 1; at < tokens.Count - 1; at++)
        {
            if (tokens[at].Is(".") && tokens[at + 1].Text.Length > 0 && (char.IsUpper(tokens[at + 1].Text[0]) || tokens[at + 1].Kind == TokenKind.Quoted))
            {
                parts.Add([.. tokens.Skip(start).Take(at - start)]);
                start = at + 1;
            }
        }

        parts.Add([.. tokens.Skip(start)]);
        return parts.Where(part => part.Count > 0).ToSeq();
    }

    /// <summary>True when the words demand something of somebody.</summary>
    public static bool Demands(Seq<Token> words) => words.Any(word => word.IsAny("must", "shall", "cannot", "can't", "required", "mandatory", "unique", "maximum", "minimum", "never"));

    private static int Next(Seq<Token> tokens, int from)
    {
        var end = Phrase.IndexOf(tokens, from, "and", ";", ",", "(", ")");
        return end < 0 ? tokens.Count : end;
    }

    private static bool Demands(Seq<Token> tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (tokens[at].IsAny("must", "shall", "cannot", "can't", "required", "mandatory", "defaults"))
            {
                return true;
            }
        }

        return false;
    }

    private static Seq<Token> Slice(Seq<Token> tokens, int from, int to) =>
        tokens.Skip(from).Take(to - from).Where((token, at) => !(token.Is(")") && at == to - from - 1)).ToSeq();
}
