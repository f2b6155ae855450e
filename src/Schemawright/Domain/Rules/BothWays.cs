using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules;

/// <summary>
/// Demands of two halves, each read as a sentence of its own: "the due date must be after the start date and no more than 12 months later", "an order
/// contains between 1 and 10 seats", "at least one driver and at least one stop", "must be insured, that is, have an insured value".
/// </summary>
internal static class BothWays
{
    private const int Longest = 30;

    public static Reading? Read(RuleLine line) => Later(line) ?? Between(line) ?? Leasts(line) ?? ThatIs(line) ?? UniqueAnd(line);

    private static Reading? Later(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (end is < 9 or > Longest || Second(words, end) is not var (and, relation, period))
        {
            return null;
        }

        var side = Enumerable.Range(1, and - 1).FirstOrDefault(at => words[at].IsAny("after", "before"), -1);
        var verb = Phrase.IndexOf(words, 1, "must", "is", "are", "lies", "lie", "has");
        var sides = words.Take(and).Count(word => word.IsAny("after", "before"));
        if (side < 0 || sides != 1 || verb < 1 || verb > side || side + 1 >= and || words.Take(and).Any(word => word.IsAny("not", "if", "when", "unless", "only", "cannot", "never")))
        {
            return null;
        }

        Seq<Token> second = [.. words.Take(verb), Rewording.Word("must"), Rewording.Word("be"), .. words.Skip(relation).Take(period - relation), words[side], .. words.Skip(side + 1).Take(and - side - 1)];
        return Together(line, [.. words.Take(and)], second);
    }

    /// <summary>"and no more than 12 months later": the place of "and", of the bound, and behind its period.</summary>
    private static (int And, int Relation, int Period)? Second(Seq<Token> words, int end)
    {
        for (var at = 4; at + 2 < end; at++)
        {
            if (!words[at].IsAny("and", "but") || Relation.At(words, at + 1) is not { } relation || Figures.PeriodAt(words, relation.End, out var behind) is null || behind >= end)
            {
                continue;
            }

            var said = string.Join(' ', words.Skip(behind).Take(end - behind).Select(word => word.Lower));
            return said is "later" or "after" or "after it" or "after that" or "afterwards" or "thereafter" ? (at, at + 1, behind) : null;
        }

        return null;
    }

    /// <summary>"An order contains between 1 and 10 seats": at least the one and at most the other.</summary>
    private static Reading? Between(RuleLine line)
    {
        var words = line.Demand;
        var between = Phrase.IndexOf(words, 2, "between");
        if (between < 2 || words.Count > Longest || between + 4 >= words.Count || !words[between - 1].IsAny("has", "have", "contains", "contain", "holds", "hold", "needs", "need") || Figures.At(words, between + 1) is not { } low || !words[between + 2].Is("and")
            || Figures.At(words, between + 3) is not { } high || low < 1 || high <= low || line.Vocabulary.EntityAt(words, between + 4, out var width) is null || between + 4 + width != Rewording.End(words))
        {
            return null;
        }

        Seq<Token> lead = [.. words.Take(between - 1), Rewording.Word("has"), Rewording.Word("at")];
        return Together(line, [.. lead, Rewording.Word("least"), words[between + 1], .. words.Skip(between + 4)], [.. lead, Rewording.Word("most"), words[between + 3], .. words.Skip(between + 4)]);
    }

    /// <summary>"… at least one driver and at least one stop": each of them.</summary>
    private static Reading? Leasts(RuleLine line)
    {
        var words = line.Demand;
        var first = Enumerable.Range(0, Math.Max(0, words.Count - 6)).FirstOrDefault(at => Phrase.At(words, at, "at", "least"), -1);
        var and = first < 0 ? -1 : Phrase.IndexOf(words, first, "and");
        if (and < first + 4 || words.Count > Longest || !Phrase.At(words, and + 1, "at", "least") || Figures.At(words, first + 2) is null || Figures.At(words, and + 3) is null || line.Vocabulary.EntityAt(words, first + 3, out var one) is null || first + 3 + one != and
            || and + 4 >= words.Count || line.Vocabulary.EntityAt(words, and + 4, out var other) is null || and + 4 + other != Rewording.End(words))
        {
            return null;
        }

        return Together(line, [.. words.Take(and)], [.. words.Take(first), .. words.Skip(and + 1)]);
    }

    /// <summary>"… must be insured, that is, have an insured value": what is meant stands behind.</summary>
    private static Reading? ThatIs(RuleLine line)
    {
        var words = line.Demand;
        var that = words.Count > Longest ? -1 : Enumerable.Range(4, Math.Max(0, words.Count - 7)).FirstOrDefault(at => Phrase.At(words, at, "that", "is", ",") && words[at - 1].IsAny(",", "("), -1);
        var must = that < 0 ? -1 : Phrase.IndexOf(words, 2, "must", "shall");
        return must < 2 || must > that || !words[that + 3].IsAny("have", "has", "be", "name", "carry", "show") ? null
            : RulePatterns.Read(line.With([.. words.Take(must + 1), .. words.Skip(that + 3)])) is { Fate: null, Questions.Count: 0 } reading ? reading : null;
    }

    /// <summary>"Codes are unique and 12 characters long", "numbers are unique and run without gaps": what follows is said of the same name.</summary>
    private static Reading? UniqueAnd(RuleLine line)
    {
        var words = line.Whole;
        var unique = Phrase.IndexOf(words, 2, "unique");
        var and = unique < 0 || words.Count > Longest ? -1 : Phrase.IndexOf(words, unique, "and", "but");
        var verb = and < 0 ? -1 : Phrase.IndexOf(words, 1, "is", "are", "must");
        if (verb < 1 || verb > unique || and + 2 >= words.Count || words.Take(and).Any(word => word.IsAny(";", "not", "if", "when", "unless")) || and > unique + 1 && words[and - 1].IsAny("within", "per", "for"))
        {
            return null;
        }

        var spoken = words[and + 1].IsAny("consist", "consists", "run", "runs", "has", "have", "is", "are", "must", "contains", "contain", "starts", "start", "cannot", "never", "may") || words[and + 1].Kind == TokenKind.Number;
        if (!spoken || RulePatterns.Read(line.With([.. words.Take(and)])) is not { Fate: null, Keys.Count: > 0, Rules.Count: 0 } key)
        {
            return null;
        }

        Seq<Token> second = words[and + 1].Kind == TokenKind.Number ? [.. words.Take(verb), Rewording.Word("must"), Rewording.Word("be"), .. words.Skip(and + 1)] : [.. words.Take(verb), .. words.Skip(and + 1)];
        return RulePatterns.Read(line.With(second)) is { Fate: null } more ? key.And(more) : key with { Questions = [Questions.NotUnderstood(line, "only the uniqueness is in a known form; that is kept")] };
    }

    private static Reading? Together(RuleLine line, Seq<Token> first, Seq<Token> second) =>
        RulePatterns.Read(line.With(first)) is { Fate: null, Questions.Count: 0 } one && RulePatterns.Read(line.With(second)) is { Fate: null, Questions.Count: 0 } other ? one.And(other) : null;
}
