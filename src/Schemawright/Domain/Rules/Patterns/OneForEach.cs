using Schemawright.Collections;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"For each season a club has at most one budget", "there is one score per entry and test at most", "a boat gets only one berth per stay".</summary>
internal sealed class OneForEach : IRulePattern
{
    private const int Longest = 20;

    private static readonly string[] Having = ["has", "have", "gets", "get", "receives", "receive", "may", "can", "holds", "hold", "is", "be", "must", "there", "exists", "exist", "given", "allowed", "most", "at", "only", "than", "more", "no", "not", "never", "maximum"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var end = Rewording.End(words);
        var one = Phrase.IndexOf(words, 0, "one");
        if (words.Count > Longest || one < 0 || Phrase.Has(words, "unless", "if", "when", "while", "who", "until", "time", "once", "between", "before", "after") || !Bounded(words, one) || line.Vocabulary.EntityAt(words, one + 1, out var width) is not { } terms)
        {
            return null;
        }

        var after = one + 1 + width;
        var tail = after < end && words[after].IsAny("per", "for", "in", "within", "on", "at") ? Stop(words, after, end) : after;
        if (tail < end && !words.Skip(tail).Take(end - tail).All(word => word.IsAny(Having) || word.Is(",")))
        {
            return null;
        }

        var scope = tail > after ? KeyNames.Read(terms, line.Vocabulary, words, after, tail) : [];
        var lead = Before(line, terms, words, one);
        var keys = lead is null ? [] : lead.Value.Concat(scope).Distinct(StringComparer.Ordinal).ToSeq();
        return keys.Count < 2 || (tail > after && scope.Count == 0) ? null : new() { Keys = [new(terms.Name, keys, false)] };
    }

    /// <summary>"at most one", "only one", "one … at most", "no more than one".</summary>
    private static bool Bounded(Seq<Token> words, int one) =>
        (one > 0 && words[one - 1].IsAny("most", "only", "than", "exactly", "single")) || Enumerable.Range(one, words.Count - one - 1).Any(at => words[at].Is("at") && words[at + 1].Is("most"));

    private static int Stop(Seq<Token> words, int from, int end)
    {
        var at = Enumerable.Range(from, end - from).FirstOrDefault(index => words[index].Is("at") && index + 1 < end && words[index + 1].Is("most"), end);
        return Math.Min(at, end);
    }

    /// <summary>"For each season, a club has": the names before the verb; null when a word is none.</summary>
    private static Seq<string>? Before(RuleLine line, EntityTerms terms, Seq<Token> words, int one)
    {
        var verb = one;
        while (verb > 0 && words[verb - 1].IsAny(Having))
        {
            verb--;
        }

        var start = words[0].IsAny("for", "per", "within", "in") ? 1 : 0;
        var names = KeyNames.Read(terms, line.Vocabulary, words, start, verb);
        return verb > start && names.Count == 0 ? null : names;
    }
}
