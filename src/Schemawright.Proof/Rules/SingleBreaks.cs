using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>Rows that break one part of a condition and satisfy all its other parts, so that a part nobody enforces is found.</summary>
internal static class SingleBreaks
{
    private const int Most = 6;

    /// <summary>Extra conditions, each true of a row that breaks one part alone; none for a condition of one part.</summary>
    public static IEnumerable<Expr> Of(Expr condition) => Parts(condition) is var parts && parts.Take(2).Count() > 1 ? parts.Take(Most) : [];

    private static IEnumerable<Expr> Parts(Expr condition) => condition switch
    {
        And all => all.Terms.SelectMany((term, place) => Parts(term).Select(broken => Joined(broken, all.Terms.Where((_, index) => index != place)))),
        Or any => any.Terms.SelectMany((term, place) => Parts(term).Select(broken => Joined(broken, any.Terms.Where((_, index) => index != place).Select(other => new Not(other))))),
        Implies implies => Parts(implies.Then).Select(broken => Joined(broken, [implies.When])),
        _ => [new Not(condition)],
    };

    private static Expr Joined(Expr broken, IEnumerable<Expr> others) => new And([broken, .. others]);
}
