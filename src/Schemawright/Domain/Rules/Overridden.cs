using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>"… no sooner than 7 days after arrival; for glass 30 days", "… at most 40 kg; for pallets 600": the one figure of a demand is another one for some rows.</summary>
internal static class Overridden
{
    private const int Longest = 40;

    public static Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var cut = words.Count > Longest || line.Depth > 2 ? -1 : Enumerable.Range(4, Math.Max(0, end - 6)).FirstOrDefault(at => words[at].IsAny(";", ",") && words[at + 1].Is("for"), -1);
        if (cut < 0 || Figure(words, cut + 2, end) is not var (number, unit))
        {
            return null;
        }

        Seq<Token> body = [.. words.Take(cut)];
        var figures = Enumerable.Range(0, body.Count).Where(at => body[at].Kind == TokenKind.Number).ToArray();
        if (figures is not [var own] || unit.Count > 0 && (own + 1 >= body.Count || Facts.Language.Nouns.Singular(body[own + 1].Lower) != Facts.Language.Nouns.Singular(unit[0].Lower)))
        {
            return null;
        }

        return RulePatterns.Read(line.With(body)) is { Fate: null, Questions.Count: 0, Rules: [{ Demand: Holds } plain] } && RowsPhrase.Read(line.About(line.Vocabulary.Of(plain.Entity), body), [.. words.Skip(cut + 2).Take(number - cut - 2)]) is { Which: { } which, Only: false, None: false } rows && rows.Terms.Name == plain.Entity && which.IsSameRow()
            && RulePatterns.Read(line.With(body.Select((word, at) => at == own ? words[number] : word).ToSeq())) is { Fate: null, Questions.Count: 0, Rules: [{ Demand: Holds }] } other && other.Rules[0].Entity == plain.Entity
            ? Both(line, plain, other.Rules[0], new(rows.Terms.Name, which, rows.Name)) : null;
    }

    private static Reading? Both(RuleLine line, RuleDraft plain, RuleDraft other, Clause rows) =>
        Conditioned.By(line.Vocabulary, Reading.Of(plain), rows with { Condition = Logic.Opposite(rows.Condition), Name = $"not {rows.Name}" }) is { } most && Conditioned.By(line.Vocabulary, Reading.Of(other), rows) is { } some ? most.And(some) : null;

    /// <summary>The figure that ends the sentence, and its unit.</summary>
    private static (int Number, Seq<Token> Unit)? Figure(Seq<Token> words, int from, int end)
    {
        var number = words[end - 1].Kind == TokenKind.Number ? end - 1 : words[end - 2].Kind == TokenKind.Number ? end - 2 : -1;
        var last = number;
        while (last > from && words[last - 1].IsAny("it", "is", "are", "they", "only", ","))
        {
            last--;
        }

        return number <= from || last != number ? null : (number, [.. words.Skip(number + 1).Take(end - number - 1)]);
    }
}
