using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>Makes conditions of conditions.</summary>
internal static class Logic
{
    /// <summary>The opposite, with the comparison itself turned where there is one.</summary>
    public static Expr Opposite(Expr condition) => condition switch
    {
        Not node => node.Term,
        Compare node => node with { Op = node.Op.Opposite() },
        And { Terms.Count: > 1 } node => new Implies(All(node.Terms.Take(node.Terms.Count - 1)), Opposite(node.Terms[^1])),
        Or node => All(node.Terms.Select(Opposite)),
        _ => new Not(condition),
    };

    /// <summary>The condition holds whatever the row says: "approved at is given when approved at is given" demands nothing.</summary>
    public static bool IsVacuous(Expr condition) => condition switch
    {
        Implies rule => rule.When == rule.Then || (rule.When is And { Terms: var terms } && terms.Contains(rule.Then)),
        Or either => either.Terms.Any(term => either.Terms.Contains(new Not(term))),
        Compare compare => compare.Left == compare.Right || IsMoved(compare.Right, compare.Left) || IsMoved(compare.Left, compare.Right),
        _ => false,
    };

    /// <summary>A moment against itself a while later says nothing of the row.</summary>
    private static bool IsMoved(Expr moved, Expr from) => moved is Arithmetic { Left: Ref self, Right: Interval } && from == self;

    public static Expr All(IEnumerable<Expr> conditions)
    {
        var terms = conditions.ToSeq();
        return terms.Count == 1 ? terms[0] : new And(terms);
    }

    /// <summary>"An active clerk or manager" is active, and one of the two: what is said of one attribute are alternatives, of several all hold.</summary>
    public static Expr Either(IEnumerable<Expr> conditions) =>
        All(conditions.GroupBy(one => string.Join(',', one.Refs().Select(reference => string.Join('.', reference.Path))), StringComparer.Ordinal) is var groups && groups.Any(group => group.Count() > 1)
            ? groups.Select(group => group.Count() == 1 ? group.First() : new Or(group.ToSeq())) : [new Or(conditions.ToSeq())]);

    /// <summary>The condition as the rows that refer to it see it: each of its references walks over the role first.</summary>
    public static Expr From(this Expr condition, string role) =>
        condition.Rewrite(node => node is Ref reference ? reference with { Path = [role, .. reference.Path] } : node);

    /// <summary>The attribute has one of the values.</summary>
    public static Expr In(Column column, IReadOnlyList<string> values) => values.Count == 1
        ? new Compare(CompareOp.Equal, column.Ref, Literal.String(values[0]))
        : new OneOf(column.Ref, values.Select(Literal.String).ToSeq());

    public static Expr Compare(Column column, CompareOp op, decimal number) => new Compare(op, column.Ref, Literal.Number(number));
}
