using Schemawright.Collections;

namespace Schemawright.Domain.Rules;

/// <summary>A least and a most said together, "lasts at least 7 and at most 56 days", "offers between 12 and 24 dishes", "a minimum of 2 and a maximum of 9 guests": two demands in the words around them.</summary>
internal static class TwoBounds
{
    private const int Longest = 30;

    public static Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count <= Longest && line.Depth <= 3 && Denied(line, words) is { } both)
        {
            return both;
        }

        if (words.Count > Longest || line.Depth > 3 || Found(words) is not var (from, least, second, most))
        {
            return null;
        }

        // What is counted or measured stands behind the last figure, or behind both.
        Seq<Token> unit = [.. words.Skip(least + 1).Take(second - least - 1)];
        Seq<Token> rest = [.. words.Skip(most + 1)];
        var before = words.Take(from).ToArray();
        return RulePatterns.Read(line.With([.. before, Rewording.Word("at"), Rewording.Word("least"), words[least], .. unit, .. rest.Skip(unit.Count)])) is { Fate: null, Questions.Count: 0, Rules.Count: > 0 } low
            && RulePatterns.Read(line.With([.. before, Rewording.Word("at"), Rewording.Word("most"), words[most], .. rest])) is { Fate: null, Questions.Count: 0, Rules.Count: > 0 } high && low.Rules[0].Entity == high.Rules[0].Entity && low.Rules[0].Demand != high.Rules[0].Demand
            ? low.And(high) : null;
    }

    /// <summary>"never go below 0 or above 5", "cannot be shorter than 8 weeks or longer than 20": one denial over both.</summary>
    private static Reading? Denied(RuleLine line, Seq<Token> words)
    {
        var or = Enumerable.Range(3, Math.Max(0, words.Count - 5)).FirstOrDefault(at => words[at].IsAny("or", "and") && Clauses.Relation.At(words, at + 1) is { } second && Clauses.Figures.At(words, second.End) is not null, -1);
        var first = or < 0 ? -1 : Enumerable.Range(1, or - 1).FirstOrDefault(at => Clauses.Relation.At(words, at) is { } bound && Clauses.Figures.At(words, bound.End) is not null, -1);
        if (first < 0 || !words.Take(first).Any(word => word.IsAny("not", "never", "cannot")) || words[or].Is("and") || Clauses.Relation.At(words, first) is not { } low)
        {
            return null;
        }

        Seq<Token> unit = [.. words.Skip(low.End + 1).Take(or - low.End - 1)];
        Seq<Token> rest = [.. words.Skip(or + 1).Take(Rewording.End(words) - or - 1)];
        var own = Clauses.Relation.At(rest, 0) is { } high && rest.Count > high.End + 1;
        return RulePatterns.Read(line.With([.. words.Take(or)])) is { Fate: null, Questions.Count: 0, Rules.Count: > 0 } one && RulePatterns.Read(line.With([.. words.Take(first), .. rest, .. own ? [] : unit])) is { Fate: null, Questions.Count: 0, Rules.Count: > 0 } other ? one.And(other) : null;
    }

    /// <summary>Where the pair begins, its least figure, where the second bound begins, and its most.</summary>
    private static (int From, int Least, int Second, int Most)? Found(Seq<Token> words)
    {
        for (var at = 1; at + 3 < words.Count; at++)
        {
            var first = Phrase.At(words, at, "at", "least") ? at + 2 : Phrase.At(words, at, "a", "minimum", "of") ? at + 3 : words[at].Is("between") ? at + 1 : -1;
            if (first < 0 || Clauses.Figures.At(words, first) is not { } least)
            {
                continue;
            }

            for (var joint = first + 1; joint <= first + 3 && joint + 1 < words.Count; joint++)
            {
                var most = !words[joint].IsAny("and", "but") ? -1
                    : words[at].Is("between") ? joint == first + 1 ? joint + 1 : -1
                    : Phrase.At(words, joint + 1, "at", "most") ? joint + 3 : Phrase.At(words, joint + 1, "a", "maximum", "of") ? joint + 4 : -1;
                if (most > 0 && Clauses.Figures.At(words, most) is { } highest && highest > least)
                {
                    return (at, first, joint, most);
                }
            }
        }

        return null;
    }
}
