namespace Schemawright.Facts.Language.Grammar;

/// <summary>Writes out what notes shorten ("job no. (unique)", "each w/ a name", "max. load") and leaves out what only fills: "well,", "oh,", "please".</summary>
internal static class Shorthand
{
    private static readonly Dictionary<string, string> Words = "no:number nos:numbers nr:number max:maximum min:minimum approx:about tel:telephone incl:including qty:quantity desc:description addr:address dept:department ref:reference"
        .Split(' ').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "oh", "well", "okay", "ok", "right", "hmm", "yes", "ah", "look", "listen", "er", "erm", "um", "uh", "aye", "yeah", "yep", "anyway", "so" };

    /// <returns>The place behind what the last token stands for.</returns>
    public static int Expand(string sentence, List<Token> tokens, int end)
    {
        var last = tokens.Count > 0 ? tokens[^1] : null;
        if (last is null || end >= sentence.Length || last.Kind != TokenKind.Word)
        {
            return Filled(tokens, end);
        }

        if (last.Lower is "approx" or "roughly" && sentence[end] == ' ' && end + 1 < sentence.Length && char.IsAsciiDigit(sentence[end + 1]))
        {
            tokens[^1] = new Token("about", "about", last.Start, end, TokenKind.Word, ClosedWords.Of("about"));
            return end;
        }

        if (last.Lower is "w" && sentence[end] == '/' && end + 1 < sentence.Length && sentence[end + 1] == ' ')
        {
            tokens[^1] = last with { Text = "with", Lower = "with", Class = ClosedWords.Of("with"), End = end + 1 };
            return end + 1;
        }

        if (last.Lower is "no" && IsOfNoun(tokens) && ",;:)".Contains(AfterSpace(sentence, end), StringComparison.Ordinal))
        {
            tokens[^1] = new Token("number", "number", last.Start, end, TokenKind.Word, ClosedWords.Of("number")); // "serial no, model"
            return end;
        }

        if (sentence[end] == '.' && Words.TryGetValue(last.Lower, out var word) && GoesOn(sentence, end + 1) && (last.Lower is not "no" || IsOfNoun(tokens)))
        {
            tokens[^1] = new Token(word, word, last.Start, end + 1, TokenKind.Word, ClosedWords.Of(word));
            return end + 1;
        }

        return Filled(tokens, end);
    }

    /// <summary>A noun may stand before the last token.</summary>
    private static bool IsOfNoun(List<Token> tokens) => tokens.Count > 1 && tokens[^2] is { Kind: TokenKind.Word } before && !before.Is(WordClass.Border);

    /// <summary>The next mark; a bracket counts as a comma.</summary>
    private static char AfterSpace(string sentence, int at) =>
        sentence[at] == ' ' && at + 1 < sentence.Length ? sentence[at + 1] is '(' ? ',' : ' ' : sentence[at];

    private static bool GoesOn(string sentence, int at)
    {
        while (at < sentence.Length && sentence[at] == ' ')
        {
            at++;
        }

        return at < sentence.Length && (char.IsLower(sentence[at]) || sentence[at] is ',' or ';' or '(' or '+' or ':');
    }

    private static int Filled(List<Token> tokens, int end)
    {
        if (tokens is [.., { Lower: "please", Kind: TokenKind.Word }])
        {
            tokens.RemoveAt(tokens.Count - 1);
        }
        else if (tokens is [.., { Kind: TokenKind.Word } filler, { Kind: TokenKind.Mark, Text: "," }] && Fillers.Contains(filler.Lower) && (tokens.Count == 2 || tokens[^3].Kind == TokenKind.Mark))
        {
            tokens.RemoveRange(tokens.Count - 2, 2);
        }

        return end;
    }
}
