using Schemawright.Collections;

namespace Schemawright.Domain.Rules;

/// <summary>Takes from a sentence what its author says beside the demand: why it is so, whom it annoys, what follows from it.</summary>
internal static class Asides
{
    private const int ShortestDemand = 3;
    private const int LongestContrast = 4;

    /// <summary>The words of a statement of one sentence; several sentences are looked at one by one.</summary>
    public static Seq<Token> Of(Seq<Token> words) => ClauseCuts.Sentences(words).Count > 1 ? words : Without(words);

    public static Seq<Token> Without(Seq<Token> words)
    {
        var end = words.Count;
        for (var at = ShortestDemand; at < end; at++)
        {
            if (words[at].IsAny("because", "whatever", "please") || Phrase.At(words, at, "no", "matter") || (words[at].Is(",") && at + 1 < end && (OpensAside(words, at + 1) || IsContrast(words, at, end))))
            {
                end = words[at - 1].Is(",") ? at - 1 : at;
                break;
            }
        }

        return end == words.Count ? words : [.. words.Take(end)];
    }

    /// <summary>", that's the law", ", otherwise what's the point", ", so nobody waits": a demand in such words would say must or cannot.</summary>
    private static bool OpensAside(Seq<Token> words, int at)
    {
        var rest = words.Skip(at);
        return (words[at].IsAny("otherwise", "obviously", "sorry", "thanks") || Phrase.At(words, at, "so", "that") || Phrase.At(words, at, "it", "is", "the", "law") || Phrase.At(words, at, "that", "is") && !Phrase.At(words, at, "that", "is", ",") || Phrase.At(words, at, "as", "usual"))
            && !rest.Any(word => word.IsAny("must", "cannot", "can't", "never", "unique", "required") || word.Kind is TokenKind.Operator);
    }

    /// <summary>"…, not a clerk", "…, not more": what is denied at the end only stresses what was said.</summary>
    private static bool IsContrast(Seq<Token> words, int comma, int end) =>
        words[comma + 1].Is("not") && comma + 2 < end && words[comma + 2].IsAny("a", "an", "more", "less", "the") && end - comma - 2 <= LongestContrast && end > comma + 2 && !words.Skip(comma + 2).Take(end - comma - 2).Any(word => word.IsAny("before", "after", "above", "below", "in", "empty", "null", "than", "later", "earlier", "both", "negative", "zero", "dated") || word.Kind is TokenKind.Number or TokenKind.Operator)
        && words.Take(comma).Any(word => word.IsAny("must", "is", "are", "only", "unique", "be"));
}
