using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Proof.Mutation;

/// <summary>A condition that lets more pass, and what was done to it.</summary>
internal sealed record LoosenedCondition(string What, Expr Loosened);

/// <summary>Conditions that differ from a sound one in one place: a bound that now counts, a bound one further out, a demand left out.</summary>
internal static class LoosenedConditions
{
    private const int Most = 6;

    public static IEnumerable<LoosenedCondition> Of(Expr condition) => In(condition).Take(Most);

    private static IEnumerable<LoosenedCondition> In(Expr node) => node switch
    {
        Compare compare => OfCompare(compare),
        And all when all.Terms.Count > 1 => all.Terms.SelectMany((term, place) => new[] { new LoosenedCondition($"part {place + 1} left out", Without(all, place)) }
            .Concat(In(term).Select(inner => inner with { Loosened = new And(Put(all.Terms, place, inner.Loosened)) }))),
        Or any => any.Terms.SelectMany((term, place) => In(term).Select(inner => inner with { Loosened = new Or(Put(any.Terms, place, inner.Loosened)) })),
        Implies implies => In(implies.Then).Select(inner => inner with { Loosened = implies with { Then = inner.Loosened } }),
        _ => [],
    };

    private static IEnumerable<LoosenedCondition> OfCompare(Compare compare) => compare.Op switch
    {
        CompareOp.Less => [new("the bound itself allowed", compare with { Op = CompareOp.LessOrEqual })],
        CompareOp.Greater => [new("the bound itself allowed", compare with { Op = CompareOp.GreaterOrEqual })],
        CompareOp.LessOrEqual when Moved(compare.Right, 1) is { } more => [new("the bound moved up", compare with { Right = more })],
        CompareOp.GreaterOrEqual when Moved(compare.Right, -1) is { } less => [new("the bound moved down", compare with { Right = less })],
        CompareOp.LessOrEqual => [new("the bound itself forbidden", compare with { Op = CompareOp.Less })],
        CompareOp.GreaterOrEqual => [new("the bound itself forbidden", compare with { Op = CompareOp.Greater })],
        _ => [],
    };

    private static Expr? Moved(Expr bound, decimal by) => bound is Literal { Kind: LiteralKind.Number } number
        ? Literal.Number(decimal.Parse(number.Text, System.Globalization.CultureInfo.InvariantCulture) + by)
        : null;

    private static Expr Without(And all, int place) => all.Terms.Count == 2 ? all.Terms[1 - place] : new And([.. all.Terms.Where((_, index) => index != place)]);

    private static Seq<Expr> Put(Seq<Expr> terms, int place, Expr changed) => [.. terms.Select((term, index) => index == place ? changed : term)];
}
