using Schemawright.Terms;

namespace Schemawright.Facts.Language.Grammar;

/// <summary>Reads what is said in passing of an item: "if known", "where applicable", "once we have one", ", of which there may be several".</summary>
internal static class Asides
{
    /// <returns>The item, optional or many; null when nothing of the kind follows.</returns>
    public static NounPhrase? Read(List<Token> tokens, PhraseReader phrases, NounPhrase item, ref int at) =>
        Several(tokens, item, ref at) ?? Whichever(tokens, item, ref at) ?? Optional(tokens, phrases, item, ref at);

    /// <summary>", there may be several", ", of which it can have many".</summary>
    private static NounPhrase? Several(List<Token> tokens, NounPhrase item, ref int at)
    {
        var next = at + (Mark(tokens, at, ',') ? 1 : 0);
        if (next == at)
        {
            return null;
        }

        next += Word(tokens, next) is "of" && Word(tokens, next + 1) is "which" or "whom" ? 2 : 0;
        if (!(next < tokens.Count && tokens[next].Is(WordClass.Pronoun)) || !(next + 1 < tokens.Count && tokens[next + 1].Is(WordClass.Modal)) || Word(tokens, next + 2) is not ("be" or "have"))
        {
            return null;
        }

        next += 3;
        var many = Word(tokens, next) is "several" or "many" ? 1 : (Word(tokens, next), Word(tokens, next + 1), Word(tokens, next + 2)) is ("more", "than", "one") or ("any", "number", _) ? 3 : 0;
        if (many == 0 || !Ends(tokens, next + many))
        {
            return null;
        }

        at = next + many;
        return item with { Count = Cardinality.ZeroOrMore, Determiner = item.Determiner == Determiner.Possessive ? Determiner.Possessive : Determiner.Counted, Plural = true };
    }

    /// <summary>"sources, whether dealers, collectors or institutes, are …": whichever they are.</summary>
    private static NounPhrase? Whichever(List<Token> tokens, NounPhrase item, ref int at)
    {
        if (!Mark(tokens, at, ',') || Word(tokens, at + 1) is not "whether")
        {
            return null;
        }

        var either = tokens.FindIndex(at + 2, Math.Min(14, tokens.Count - at - 2), token => token.Lower is "or");
        var close = either < 0 ? -1 : tokens.FindIndex(either, Math.Min(5, tokens.Count - either), token => token.Kind == TokenKind.Mark);
        if (close < 0 || !tokens[close].IsMark(',') || close + 1 >= tokens.Count || !tokens[close + 1].Is(WordClass.Be | WordClass.Have | WordClass.Modal))
        {
            return null;
        }

        at = close + 1;
        return item;
    }

    /// <summary>"if it is known,", "where applicable", "if any": kept only sometimes.</summary>
    private static NounPhrase? Optional(List<Token> tokens, PhraseReader phrases, NounPhrase item, ref int at)
    {
        var next = at + (Mark(tokens, at, ',') ? 1 : 0);
        if (Word(tokens, next) is not ("if" or "where" or "once" or "when" or "as" or "unless"))
        {
            return null;
        }

        next++;
        if (Word(tokens, next) is "known" or "any" or "applicable" or "available" or "possible" or "needed" or "necessary" or "present" or "given" or "appropriate" or "required" or "relevant")
        {
            next++;
        }
        else if (next < tokens.Count && tokens[next].Is(WordClass.Pronoun) && next + 1 < tokens.Count && tokens[next + 1].Is(WordClass.Be | WordClass.Have) && Short(tokens, phrases, next + 2) is var end and > 0)
        {
            next = end;
        }
        else
        {
            return null;
        }

        if (!Ends(tokens, next))
        {
            return null;
        }

        at = next;
        return item with { Optional = true };
    }

    /// <summary>What a pronoun is or has, in a word or two: "known", "been found", "one".</summary>
    private static int Short(List<Token> tokens, PhraseReader phrases, int at)
    {
        at += at < tokens.Count && tokens[at].Is(WordClass.Be) ? 1 : 0;
        if (Word(tokens, at) is "one" or "any" or "known" or "found" or "applicable" or "available" or "given" or "needed" or "present")
        {
            return at + 1;
        }

        var next = at;
        return Word(tokens, at) is "a" or "an" && phrases.Read(ref next) is not null ? next : 0;
    }

    private static bool Ends(List<Token> tokens, int at) => at >= tokens.Count || tokens[at].Kind == TokenKind.Mark || tokens[at].Is(WordClass.Conjunction) || tokens[at].Is(WordClass.Be | WordClass.Have | WordClass.Modal);

    private static bool Mark(List<Token> tokens, int at, char mark) => at < tokens.Count && tokens[at].IsMark(mark);

    private static string Word(List<Token> tokens, int at) => at >= 0 && at < tokens.Count ? tokens[at].Lower : "";

    /// <summary>"such as chess, with a day and a fee": what it is an example of has them.</summary>
    public static int BehindExamples(List<Token> tokens, List<NounPhrase> list, int end)
    {
        for (var at = list.Count > 0 ? list[0].First : end; at + 1 < end; at++)
        {
            if (tokens[at].IsMark(',') && tokens[at + 1].Lower is "with" or "each" or "including")
            {
                list.RemoveAll(item => item.First > at);
                return at;
            }
        }

        return end;
    }
}
