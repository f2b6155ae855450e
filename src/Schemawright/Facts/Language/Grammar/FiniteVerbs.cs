namespace Schemawright.Facts.Language.Grammar;

/// <summary>Tells the verb of a clause from a noun that is spelled like one: "customers order meals" and "customer orders".</summary>
internal static class FiniteVerbs
{
    /// <param name="plural">The nouns before the word are plural.</param>
    /// <param name="determined">The nouns before it have an article or the like, so a singular may be a subject.</param>
    public static bool IsFinite(List<Token> tokens, int at, VerbReading reading, bool plural, bool determined)
    {
        if (at + 1 < tokens.Count && (tokens[at + 1].Is(WordClass.Be | WordClass.Have | WordClass.Do) || (tokens[at + 1].Is(WordClass.Modal) && tokens[at + 1].Lower is not "will")))
        {
            return false;
        }

        if ((reading.Form & VerbForm.Base) != 0 && plural)
        {
            return !reading.IsNoun || Goes(tokens, at + 1);
        }

        return (reading.Form & VerbForm.Third) != 0 && !plural && determined && (!reading.IsNoun || (at + 1 < tokens.Count && (tokens[at + 1].Kind != TokenKind.Mark || StandsInCondition(tokens, at)) && Goes(tokens, at + 1)));
    }

    /// <summary>"when an applicant signs,": a clause opened by when or if has its verb before the comma.</summary>
    private static bool StandsInCondition(List<Token> tokens, int at)
    {
        for (var index = at - 1; index >= 0 && index >= at - 5 && tokens[index].Kind == TokenKind.Word; index--)
        {
            if (tokens[index].Is(WordClass.Subordinator) || (tokens[index].Is(WordClass.Relative) && !tokens[index].Is(WordClass.Definite)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word nobody knows between a plural and an article is the plural's verb: "gardeners prune the roses".</summary>
    public static bool MayBe(List<Token> tokens, int at, bool plural) =>
        plural && at + 1 < tokens.Count && tokens[at].Class == WordClass.None && tokens[at].Kind == TokenKind.Word && !PhraseReader.IsPlural(tokens[at].Lower) && tokens[at + 1].Is(WordClass.Article | WordClass.Definite | WordClass.Possessive);

    /// <summary>A word in -s nobody knows between a determined singular and an article is the singular's verb: "a permit entitles a driver".</summary>
    public static bool MayBeThird(IReadOnlyList<Token> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at].Class == WordClass.None && tokens[at].Kind == TokenKind.Word && tokens[at].Lower.Length > 4 && PhraseReader.IsPlural(tokens[at].Lower) && tokens[at + 1].Is(WordClass.Article | WordClass.Each | WordClass.One) && !PhraseReader.IsPlural(tokens[at - 1].Lower);

    /// <summary>What follows a verb: an object with its article or number, a plural, a preposition.</summary>
    private static bool Goes(List<Token> tokens, int at)
    {
        if (at >= tokens.Count)
        {
            return true;
        }

        var next = tokens[at];
        return next.Kind == TokenKind.Mark || next.Lower is "which" or "it" or "them" or "him" or "us" or "whether" || next.Is(WordClass.Article | WordClass.Definite | WordClass.Possessive | WordClass.Each | WordClass.Many | WordClass.One | WordClass.Number | WordClass.Any | WordClass.Empty | WordClass.To)
            || (next.Is(WordClass.Preposition) && next.Lower is not "of")
            || (next.Kind == TokenKind.Word && !next.Is(WordClass.Border) && !next.Is(WordClass.Adverb) && PhraseReader.IsPlural(next.Lower));
    }
}
