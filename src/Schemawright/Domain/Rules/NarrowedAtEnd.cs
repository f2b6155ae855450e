using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>"A guest has at most one booking per season that has not been cancelled": the clause at the end says which rows are counted.</summary>
internal static class NarrowedAtEnd
{
    private const int Longest = 30;

    public static Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var clause = end is < 9 or > Longest ? -1 : Enumerable.Range(6, end - 6).LastOrDefault(at => words[at].IsAny("that", "which", "who"), -1);
        var counted = clause < 0 ? null : Counted(line, words, clause);
        if (counted is null || words[clause - 1].IsAny(",", "and", "or"))
        {
            return null;
        }

        if (VerbPhrase.Read(line, counted, [.. words.Skip(clause + 1).Take(end - clause - 1)]) is not { } told)
        {
            // Without the clause the demand would be stricter than what was said.
            return RulePatterns.Read(line.With([.. words.Take(clause)])) is { Fate: null, Rules.Count: 0, Keys.Count: > 0 } ? Reading.Unclear("which rows its last clause means is not known") : null;
        }

        // Where the noun right before the clause could be meant as well, nothing tells which of them is.
        for (var length = Math.Min(3, clause); length > 0; length--)
        {
            if (line.Vocabulary.EntityAt(words, clause - length, out var width) is { } nearest && width == length)
            {
                return nearest == counted || VerbPhrase.Read(line, nearest, [.. words.Skip(clause + 1).Take(end - clause - 1)]) is null ? Whole(line, words, clause, told, counted) : null;
            }
        }

        return null;
    }

    private static Reading? Whole(RuleLine line, Seq<Token> words, int clause, Clause told, EntityTerms counted) =>
        RulePatterns.Read(line.With([.. words.Take(clause)])) is { Fate: null } reading && Of(reading, counted) ? Conditioned.By(line.Vocabulary, reading, told) : null;

    private static bool Of(Reading reading, EntityTerms counted) =>
        reading.Questions.Count == 0 && reading.Keys.All(key => key.Entity == counted.Name) && reading.Rules.All(rule => rule.Entity == counted.Name && rule.Demand is AtMost);

    /// <summary>The rows behind the bound: "at most one booking", "no more than two loans".</summary>
    private static EntityTerms? Counted(RuleLine line, Seq<Token> words, int to)
    {
        for (var at = 0; at + 1 < to; at++)
        {
            var number = Limits.UpperAt(words, at);
            if (number > 0 && number + 1 < to && Figures.At(words, number) is not null && line.Vocabulary.EntityAt(words, number + 1, out _) is { } counted)
            {
                return counted;
            }
        }

        return null;
    }
}
