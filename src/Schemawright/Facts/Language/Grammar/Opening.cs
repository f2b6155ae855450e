using Schemawright.Terms;

namespace Schemawright.Facts.Language.Grammar;

/// <summary>What stands before the nouns of a phrase: "each", "one or more", "a unique", "another".</summary>
/// <param name="End">The first token behind it.</param>
internal readonly record struct Opening(int End, Determiner Determiner, Cardinality? Count, bool Unique, bool Optional, bool Another)
{
    /// <summary>"numbered versions": each has a number within what has them.</summary>
    public bool Sequenced { get; init; }

    /// <summary>"their": of several.</summary>
    public bool Their { get; init; }

    /// <summary>"some rides": not of every one.</summary>
    public bool Partial { get; init; }

    /// <summary>"a number of rooms" may count rooms or be a number that is kept.</summary>
    public bool Numbered { get; init; }

    public static Opening Read(List<Token> tokens, int at)
    {
        var opening = new Opening(at, Determiner.None, null, false, false, false);
        while (opening.End < tokens.Count && Step(tokens, opening) is { } next)
        {
            opening = next;
        }

        return opening;
    }

    private static Opening? Step(List<Token> tokens, Opening opening)
    {
        var at = opening.End;
        var token = tokens[at];
        if (opening.Count is null && Quantifiers.At(tokens, at) is var (count, length) && at + length < tokens.Count && !IsOrdinal(tokens, at, length))
        {
            var end = at + length;
            end += tokens[end].Lower is "of" && end + 1 < tokens.Count && (tokens[end + 1].Is(WordClass.Definite | WordClass.Possessive) || (tokens[end + 1].Lower is "us" && end + 2 < tokens.Count && PhraseReader.IsPlural(tokens[end + 2].Lower))) ? 2 : 0;
            end += end > at + length && end + 1 < tokens.Count && tokens[end].Is(WordClass.Number) && PhraseReader.IsPlural(tokens[end + 1].Lower) ? 1 : 0; // "one of the two halls"
            return opening with { End = end, Count = count, Determiner = opening.Determiner is Determiner.None or Determiner.Definite ? Determiner.Counted : opening.Determiner, Numbered = length == 3 && token.Lower is "a" && tokens[at + 1].Lower is "number", Partial = token.Lower is "some" or "most" };
        }

        if (token.Lower is "such" && opening.Determiner is Determiner.Each or Determiner.All or Determiner.Counted)
        {
            return opening with { End = at + 1 };
        }

        if (token.Is(WordClass.Each | WordClass.Article | WordClass.Possessive | WordClass.Definite | WordClass.Any) && opening.Determiner is Determiner.None or Determiner.All)
        {
            return opening with { End = AfterOf(tokens, at), Determiner = Of(token), Their = token.Lower is "their", Count = token.Lower is "no" && !(at + 1 < tokens.Count && tokens[at + 1].Is(WordClass.Number)) ? new Cardinality(0, 0) : opening.Count };
        }

        var given = token.Lower is "given" && at + 1 < tokens.Count && tokens[at + 1].Lower is not ("name" or "names" or "by" or "to" or "in" or "as"); // "on a given day"
        return (token.Is(WordClass.Empty) || given) && !(token.Is(WordClass.Border) && !token.Is(WordClass.Opening)) && at + 1 < tokens.Count && FollowsNoun(tokens, at + 1)
            ? opening with { End = at + 1, Sequenced = opening.Sequenced || token.Lower is "numbered", Unique = opening.Unique || token.Lower is "unique", Optional = opening.Optional || token.Lower is "optional" or "possible", Another = opening.Another || token.Lower is "another" or "other" or "further" || (token.Lower is "earlier" or "later" && opening.Determiner == Determiner.Indefinite) }
            : null;
    }

    /// <summary>"each of the rooms" is each room.</summary>
    private static int AfterOf(List<Token> tokens, int at) =>
        at + 3 < tokens.Count && tokens[at].Is(WordClass.Each | WordClass.Any) && tokens[at + 1].Lower is "of" && tokens[at + 2].Is(WordClass.Definite | WordClass.Possessive) ? at + 3 : at + 1;

    private static bool FollowsNoun(List<Token> tokens, int at) => tokens[at].Kind == TokenKind.Word && !tokens[at].Is(WordClass.Border) && !tokens[at].Is(WordClass.Article);

    /// <summary>A figure followed by no noun counts nothing.</summary>
    private static bool IsOrdinal(List<Token> tokens, int at, int length) => length == 1 && tokens[at].Kind == TokenKind.Number && tokens[at + 1].Kind != TokenKind.Word;

    private static Determiner Of(Token token) =>
        token.Is(WordClass.Each) ? Determiner.Each
        : token.Lower is "all" ? Determiner.All
        : token.Lower is "no" ? Determiner.Other
        : token.Lower is "any" or "either" ? Determiner.Each
        : token.Is(WordClass.Article) ? Determiner.Indefinite
        : token.Lower is "our" or "your" or "my" ? Determiner.Definite // the speaker's: says nothing of whose it is in the data
        : token.Is(WordClass.Possessive) ? Determiner.Possessive
        : Determiner.Definite;
}
