using Schemawright.Collections;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>A sentence cut into what is said, the condition it is said under, and what is excepted.</summary>
/// <param name="Opener">The word that opens the condition: once, after, when, while, until, unless; empty when there is none.</param>
/// <param name="Only">"only" stands right before the opener.</param>
internal sealed record Sentences(Seq<Token> Body, Seq<Token>? Condition, string Opener, bool Only, Seq<Token> Exceptions)
{
    private static readonly string[] Openers = ["once", "after", "when", "whenever", "if", "while", "until", "unless", "before"];

    public static Sentences? Cut(Seq<Token> words)
    {
        var end = words.Count > 0 && words[^1].Kind == TokenKind.Mark ? words.Count - 1 : words.Count;
        var except = Except(words, end, out var width);
        Seq<Token> exceptions = except < 0 ? [] : [.. words.Skip(except + width).Take(end - except - width)];
        Seq<Token> rest = [.. words.Take(except < 0 ? end : except)];
        if (rest.Count < 2)
        {
            return null;
        }

        if (rest[0].IsAny(Openers))
        {
            var comma = Phrase.IndexOf(rest, 1, ",", "then");
            return comma < 2 || comma >= rest.Count - 1 ? null : new([.. rest.Skip(comma + 1)], [.. rest.Skip(1).Take(comma - 1)], rest[0].Lower, false, exceptions);
        }

        var opener = Phrase.IndexOf(rest, 1, Openers);
        if (opener < 0 || opener >= rest.Count - 1)
        {
            return new(rest, null, "", false, exceptions);
        }

        var only = rest[opener - 1].Is("only");
        return new([.. rest.Take(only ? opener - 1 : opener)], [.. rest.Skip(opener + 1)], rest[opener].Lower, only, exceptions);
    }

    private static int Except(IReadOnlyList<Token> words, int end, out int width)
    {
        for (var at = 1; at < end - 1; at++)
        {
            width = words[at].IsAny("except", "excluding", "besides") ? 1 : Phrase.At(words, at, "other", "than") || Phrase.At(words, at, "apart", "from") ? 2 : 0;
            width += width > 0 && words[at + width].Is("for") ? 1 : 0;
            if (width > 0)
            {
                return at;
            }
        }

        width = 0;
        return -1;
    }
}
