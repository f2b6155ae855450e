namespace Schemawright.Facts.Language.Grammar;

/// <summary>Joins the words of a name that holds a verb but names what is kept: "started at", "pour date" in a list, "the must weight".</summary>
internal static class FieldNames
{
    public static List<Token> Join(List<Token> tokens)
    {
        tokens = WithoutHedges(tokens);
        List<Token>? joined = null;
        for (var at = 0; at < tokens.Count;)
        {
            if (at + 1 < tokens.Count && tokens[at].Kind == TokenKind.Word && (NamesMoment(tokens, at) || NamesCompound(tokens, at) || NamesAfterArticle(tokens, at)))
            {
                joined ??= tokens.GetRange(0, at);
                var (one, other) = (tokens[at], tokens[at + 1]);
                joined.Add(one with { Text = $"{one.Text} {other.Text}", Lower = $"{one.Lower} {other.Lower}", End = other.End, Class = WordClass.None });
                at += 2;
                continue;
            }

            joined?.Add(tokens[at]);
            at++;
        }

        return joined ?? tokens;
    }

    /// <summary>"one or, rarely, two": how often it is so is said in between.</summary>
    private static List<Token> WithoutHedges(List<Token> tokens)
    {
        if (tokens.FindIndex(token => token.Is(WordClass.Article)) is var article and >= 0 && article + 2 < tokens.Count && tokens[article + 1].IsMark(',') && tokens[article + 2].Is(WordClass.Article))
        {
            return [.. tokens[..article], .. tokens[(article + 2)..]]; // "a, well, a date"
        }

        var at = tokens.FindIndex(token => token.Lower is "rarely" or "sometimes" or "occasionally" or "exceptionally" or "usually" or "normally" or "seldom");
        return at > 1 && at + 1 < tokens.Count && tokens[at - 1].IsMark(',') && tokens[at + 1].IsMark(',') && tokens[at - 2].Lower is "or" or "and" ? [.. tokens[..(at - 1)], .. tokens[(at + 2)..]] : tokens;
    }

    /// <summary>"paid on", "valid from", "fixed when", between the marks of a list.</summary>
    private static bool NamesMoment(List<Token> tokens, int at)
    {
        var form = Verbs.Read(tokens[at].Lower).Form;
        var done = (form & (VerbForm.Participle | VerbForm.Third)) != 0 || tokens[at].Lower is "valid" or "due" or "open";
        return done && tokens[at + 1].Lower is "at" or "on" or "from" or "until" or "by" or "when" && tokens[at].Class is WordClass.None && at > 0 && Parts(tokens, at - 1) && Closes(tokens, at + 2) && tokens.Any(token => token.IsMark(',') || token.Lower is "+");
    }

    /// <summary>", pour date,": a verb of this form cannot follow a singular, so it begins a name.</summary>
    private static bool NamesCompound(List<Token> tokens, int at)
    {
        var reading = Verbs.Known(tokens[at].Lower);
        if ((reading.Form & VerbForm.Base) == 0 || (reading.Form & VerbForm.Third) != 0 || tokens[at].Class is not (WordClass.None or WordClass.Adverb) || at == 0 || !Parts(tokens, at - 1) || tokens[at + 1] is not { Kind: TokenKind.Word, Class: WordClass.None } noun || PhraseReader.IsPlural(noun.Lower) || (Verbs.Known(noun.Lower).Form & VerbForm.Participle) != 0)
        {
            return false;
        }

        var closes = Closes(tokens, at + 2) || (tokens[at + 2].Is(WordClass.Preposition) && tokens[at + 2].Lower is "in" or "of" or "per" or "between" or "on");
        return closes && HeadNounTypes.Guess(noun.Lower) is not null && (VerbMarks.SaidOfOne(tokens, at) || IsLabelled(tokens, at));
    }

    /// <summary>Only names and marks since the beginning, or since the colon.</summary>
    private static bool IsLabelled(List<Token> tokens, int at)
    {
        for (var index = at - 1; index >= 0; index--)
        {
            if (tokens[index].IsMark(':') || tokens[index].IsMark('.'))
            {
                return true;
            }

            if (tokens[index].Is(WordClass.Pronoun | WordClass.Modal | WordClass.To | WordClass.Be | WordClass.Have | WordClass.Do | WordClass.Article | WordClass.Subordinator))
            {
                return false;
            }
        }

        return (Verbs.Known(tokens[0].Lower).Form & VerbForm.Base) == 0;
    }

    /// <summary>"the must weight", "a can size".</summary>
    private static bool NamesAfterArticle(List<Token> tokens, int at) =>
        at > 0 && tokens[at].Is(WordClass.Modal) && tokens[at - 1].Is(WordClass.Article | WordClass.Definite) && tokens[at - 1].Lower is "the" or "a" && tokens[at + 1] is { Kind: TokenKind.Word, Class: WordClass.None };

    private static bool Parts(List<Token> tokens, int at) => tokens[at].IsMark(',') || tokens[at].IsMark(':') || tokens[at].Lower is "and" or "or";

    private static bool Closes(List<Token> tokens, int at) => at >= tokens.Count || (tokens[at].Kind == TokenKind.Mark && tokens[at].Text[0] is ',' or '.' or ';' or '(' or ')') || tokens[at].Lower is "and" or "or";
}
