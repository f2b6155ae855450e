namespace Schemawright.Facts.Language.Grammar;

/// <summary>Tells the verb of a clause from a noun that is spelled like one: "customers order meals" and "customer orders".</summary>
internal static class FiniteVerbs
{
    /// <param name="plural">The nouns before the word are plural.</param>
    /// <param name="determined">The nouns before it have an article or the like, so a singular may be a subject.</param>
    public static bool IsFinite(List<Token> tokens, int at, VerbReading reading, bool plural, bool determined)
    {
        if (at + 1 < tokens.Count && (tokens[at + 1].Is(WordClass.Be | WordClass.Have | WordClass.Do) || (reading.IsNoun && tokens[at + 1].Is(WordClass.Modal) && tokens[at + 1].Lower is not "will")))
        {
            return false;
        }

        if ((reading.Form & VerbForm.Base) != 0 && plural)
        {
            return !reading.IsNoun || Goes(tokens, at + 1);
        }

        return (reading.Form & VerbForm.Third) != 0 && reading.Base is not "number" && !plural && determined && (!reading.IsNoun || (at + 1 < tokens.Count && (tokens[at + 1].Kind != TokenKind.Mark || StandsInCondition(tokens, at)) && Goes(tokens, at + 1)));
    }

    /// <summary>"when an applicant signs,", "which no other club has.": a clause opened so has its verb before the mark.</summary>
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
        at + 1 < tokens.Count && tokens[at].Class == WordClass.None && tokens[at].Kind == TokenKind.Word && PhraseReader.IsPlural(tokens[at].Lower) != plural && (plural || IsDetermined(tokens, at)) && tokens[at - 1].Kind == TokenKind.Word && tokens[at - 1].Class == WordClass.None
        && ((tokens[at + 1].Is(WordClass.Article | WordClass.Definite | WordClass.Possessive) && tokens[at + 1].Lower is not "that") || tokens[at + 1].Lower is "me" or "us" or "them" or "him");

    /// <summary>An article stands before the nouns: "every cow wears", not "for cabin attendants".</summary>
    private static bool IsDetermined(List<Token> tokens, int at)
    {
        for (var index = at - 2; index >= 0 && index >= at - 4 && tokens[index].Kind == TokenKind.Word; index--)
        {
            if (tokens[index].Is(WordClass.Article | WordClass.Each | WordClass.Definite | WordClass.One | WordClass.Possessive))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"I milk cows", "he trims them": the word behind a pronoun that is only ever a subject.</summary>
    public static bool FollowsPronoun(List<Token> tokens, int at) =>
        (tokens[at - 1].Lower is "i" or "we" or "they" or "he" or "she" || (tokens[at - 1].Lower is "it" && tokens[at].Lower is [.., not 's', 's'] && (at == 1 || tokens[at - 2].Kind == TokenKind.Mark))) && tokens[at].Class == WordClass.None && tokens[at].Kind == TokenKind.Word;

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
        return next.Kind == TokenKind.Mark || next.Lower is "which" or "it" or "them" or "him" or "us" or "whether" or "what" or "how" or "who" or "when" or "up" or "off" or "out" || next.Is(WordClass.Article | WordClass.Definite | WordClass.Possessive | WordClass.Each | WordClass.Many | WordClass.One | WordClass.Number | WordClass.Any | WordClass.Empty | WordClass.To)
            || (next.Is(WordClass.Preposition) && next.Lower is not "of") || (next.Is(WordClass.Adverb) && at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.Preposition))
            || (next.Kind == TokenKind.Word && !next.Is(WordClass.Border) && !next.Is(WordClass.Adverb) && PhraseReader.IsPlural(next.Lower));
    }
}
