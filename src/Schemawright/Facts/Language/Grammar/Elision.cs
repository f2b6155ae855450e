namespace Schemawright.Facts.Language.Grammar;

/// <summary>Tells sentences that begin with their verb, what does it having been named by a label: "Has a name.", "Identified by a number.", "creates projects".</summary>
internal static class Elision
{
    public static bool Opens(List<Token> tokens, int at) => Begins(tokens, at) && (IsThird(tokens, at) || IsParticiple(tokens, at) || IsPlaced(tokens, at));

    public static bool IsParticiple(List<Token> tokens, int at) =>
        at + 1 < tokens.Count && (Verbs.Known(tokens[at].Lower).Form & (VerbForm.Participle | VerbForm.Base | VerbForm.Third)) == VerbForm.Participle && tokens[at + 1].Lower is "by" or "with" or "in" or "on" or "from" or "to" or "at" or "under";

    /// <summary>"Live in one of the homes.", "stands in a hall".</summary>
    private static bool IsPlaced(List<Token> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at].Lower is "live" or "lives" or "stand" or "stands" or "sit" or "sits" or "lie" or "lies" or "hang" or "hangs" or "belong" or "belongs" && tokens[at + 1].Lower is "in" or "on" or "at" or "to" && tokens[at + 2].Is(WordClass.Article | WordClass.One | WordClass.Definite);

    private static bool Begins(List<Token> tokens, int at) => at < tokens.Count && tokens[at].Kind == TokenKind.Word && (at == 0 || (tokens[at - 1].Kind == TokenKind.Mark && tokens[at - 1].Text[0] is '.' or ';' or '–' or '—' or ':'));

    private static bool IsThird(List<Token> tokens, int at)
    {
        if (at + 1 >= tokens.Count)
        {
            return false;
        }

        var next = tokens[at + 1];
        var opens = next.Is(WordClass.Article | WordClass.Each | WordClass.Many | WordClass.One | WordClass.Number | WordClass.Possessive) || (next.Is(WordClass.Definite) && next.Lower is not "that");
        if (tokens[at].Lower is "has" or "is")
        {
            return opens || next.Class == WordClass.None;
        }

        var reading = Verbs.Known(tokens[at].Lower);
        return (reading.Form & VerbForm.Third) != 0 && (opens || (!reading.IsNoun && (next.Lower is "to" or "from" or "into" or "of" || (next.Class == WordClass.None && next.Kind == TokenKind.Word && PhraseReader.IsPlural(next.Lower)))));
    }
}
