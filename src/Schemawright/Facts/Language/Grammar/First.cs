namespace Schemawright.Facts.Language.Grammar;

/// <summary>"A visitor first needs a badge": says when, between a subject and its verb.</summary>
internal static class First
{
    public static bool StandsAt(List<Token> tokens, int at) =>
        at > 0 && at + 1 < tokens.Count && tokens[at].Lower is "first" or "later" or "finally" or "next" && tokens[at - 1] is { Kind: TokenKind.Word, Class: WordClass.None }
        && Verbs.Known(tokens[at + 1].Lower) is var reading && (reading.Form & VerbForm.Third) != 0 && (!reading.IsNoun || (at + 2 < tokens.Count && tokens[at + 2].Is(WordClass.Article | WordClass.Definite | WordClass.Possessive | WordClass.Each | WordClass.One)));
}
