namespace Schemawright.Facts.Language.Grammar;

/// <summary>Reads how often something happens where it opens a sentence: "twice a year an expert comes".</summary>
internal static class Frequencies
{
    /// <summary>How many tokens say how often; zero when they say something else.</summary>
    public static int Length(List<Token> tokens, int at)
    {
        var times = at < tokens.Count && tokens[at].Lower is "once" or "twice" ? 1
            : at + 1 < tokens.Count && tokens[at].Is(WordClass.Number | WordClass.Many) && tokens[at + 1].Lower is "times" ? 2 : 0;
        return times > 0 && at + times + 2 < tokens.Count && tokens[at + times].Lower is "a" or "per" or "every" or "each" && ComplementReader.IsTime(tokens[at + times + 1].Lower) ? times + 2 : 0;
    }
}
