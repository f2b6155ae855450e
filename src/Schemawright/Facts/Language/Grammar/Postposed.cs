namespace Schemawright.Facts.Language.Grammar;

/// <summary>Words of a phrase that are no part of its name: "a number unique in the town", "a four-digit code".</summary>
internal static class Postposed
{
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "single", "multi" };

    /// <summary>An adjective behind its noun.</summary>
    public static bool StandsAt(List<Token> tokens, int first, int at) => at > first && tokens[at].Lower is "unique";

    /// <summary>How long or large it is, said before the noun.</summary>
    public static bool Measures(Token token) =>
        token.Lower.IndexOf('-', StringComparison.Ordinal) is var cut and > 0 && (Numbers.Contains(token.Lower[..cut]) || char.IsAsciiDigit(token.Lower[0])) && token.Lower[(cut + 1)..] is "letter" or "digit" or "character" or "figure" or "word" or "line" or "place" or "part";
}
