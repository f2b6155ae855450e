using Schemawright.Collections;

namespace Schemawright.Domain.Rules;

/// <summary>A least and a most said together, "lasts at least 7 and at most 56 days", "offers between 12 and 24 dishes", "a minimum of 2 and a maximum of 9 guests": two demands in the words around them.</summary>
internal static class TwoBounds
{
    private const int Longest = 30;

    public static Reading? Read(RuleLine line)
    {
        var words = line.Demand;
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
