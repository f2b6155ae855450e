namespace Schemawright.Facts.Language.Grammar;

/// <summary>Ends a phrase before the subject that follows it: "during a visit tasks are completed", "to a stable belong horses".</summary>
internal static class Outgrown
{
    private static readonly string[] Endings = ["al", "ic", "ive", "ous", "ary", "able", "ible", "ful", "less", "ant", "ent", "ed", "er"];

    /// <summary>After "a" or "each" a plural that has its own verb is no longer the phrase's noun; what qualifies it goes with it.</summary>
    public static int End(List<Token> tokens, Opening opening, int end)
    {
        if (opening.Determiner is not (Determiner.Indefinite or Determiner.Each) || end - opening.End < 2)
        {
            return end;
        }

        if (Inverts(tokens, opening, end) is var verb and > 0)
        {
            return verb;
        }

        var follows = end < tokens.Count && (tokens[end].Lower is "are" or "were" or "have" || (tokens[end].Is(WordClass.Modal) && opening.Determiner == Determiner.Each) || Verbs.Known(tokens[end].Lower) is { Form: VerbForm.Base, IsNoun: false }) && PhraseReader.IsPlural(tokens[end - 1].Lower);
        return !follows ? end : end - 2 > opening.End && Qualifies(tokens[end - 2].Lower) ? end - 2 : end - 1;
    }

    private static bool Qualifies(string word) => word.Length > 4 && Endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>"to a stable belong horses": behind the preposition's noun a verb that agrees with what follows it.</summary>
    private static int Inverts(List<Token> tokens, Opening opening, int end)
    {
        if (end < tokens.Count && end - 1 > opening.End && IsPlace(tokens[end - 1]) && tokens[end].Is(WordClass.Article | WordClass.One | WordClass.Number | WordClass.Many) && Before(tokens, opening))
        {
            return end - 1; // "to each job belong one or more files"
        }

        for (var at = opening.End + 1; at + 1 < end; at++)
        {
            if (IsPlace(tokens[at]) && PhraseReader.IsPlural(tokens[end - 1].Lower) && Before(tokens, opening))
            {
                return at;
            }
        }

        return 0;
    }

    private static bool IsPlace(Token token) => token.Lower is "belong" or "lie" or "sit" or "hang" or "live" or "exist" or "stand" or "grow" or "work";

    private static bool Before(List<Token> tokens, Opening opening)
    {
        var at = opening.End - 1;
        while (at >= 0 && tokens[at].Is(WordClass.Opening) && !tokens[at].Is(WordClass.Preposition))
        {
            at--;
        }

        return at == 0 && tokens[at].Is(WordClass.Preposition | WordClass.To);
    }
}
