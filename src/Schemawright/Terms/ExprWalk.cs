using Schemawright.Collections;

namespace Schemawright.Terms;

/// <summary>Questions about expression trees.</summary>
public static class ExprWalk
{
    /// <summary>The node and all nodes below it, parents first.</summary>
    public static IEnumerable<Expr> Nodes(this Expr expr)
    {
        yield return expr;
        foreach (var child in Children(expr))
        {
            foreach (var node in Nodes(child))
            {
                yield return node;
            }
        }
    }

    public static IEnumerable<Ref> Refs(this Expr expr) => expr.Nodes().OfType<Ref>();

    public static bool UsesClock(this Expr expr) => expr.Nodes().OfType<Clock>().Any();

    public static bool UsesAggregate(this Expr expr) => expr.Nodes().OfType<Aggregate>().Any();

    public static bool UsesOld(this Expr expr) => expr.Refs().Any(reference => reference.Old);

    /// <summary>True when one row alone decides: no clock, no other row, no earlier value, no holidays. Such a rule is a CHECK.</summary>
    public static bool IsSameRow(this Expr expr) =>
        !expr.UsesClock() && !WorkingDays.AreCountedIn(expr) && !expr.UsesAggregate() && !expr.UsesOld() && expr.Refs().All(reference => reference.IsOwn);

    /// <summary>The tree with each node replaced, children first.</summary>
    public static Expr Rewrite(this Expr expr, Func<Expr, Expr> change) => change(WithChildren(expr, child => child.Rewrite(change)));

    private static IEnumerable<Expr> Children(Expr expr) => expr switch
    {
        Compare node => [node.Left, node.Right],
        And node => node.Terms,
        Or node => node.Terms,
        Not node => [node.Term],
        Implies node => [node.When, node.Then],
        IsPresent node => [node.Term],
        OneOf node => [node.Term, .. node.Values],
        Matches node => [node.Term],
        LengthOf node => [node.Term],
        DecimalPlaces node => [node.Term],
        Rounded node => [node.Term],
        CalendarPart node => [node.Term],
        Lower node => [node.Term],
        Trimmed node => [node.Term],
        Arithmetic node => [node.Left, node.Right],
        // An aggregate's condition speaks of other rows, so its references are not the subject's.
        _ => [],
    };

    private static Expr WithChildren(Expr expr, Func<Expr, Expr> map) => expr switch
    {
        Compare node => node with { Left = map(node.Left), Right = map(node.Right) },
        And node => node with { Terms = node.Terms.Select(map).ToSeq() },
        Or node => node with { Terms = node.Terms.Select(map).ToSeq() },
        Not node => node with { Term = map(node.Term) },
        Implies node => node with { When = map(node.When), Then = map(node.Then) },
        IsPresent node => node with { Term = map(node.Term) },
        OneOf node => node with { Term = map(node.Term) },
        Matches node => node with { Term = map(node.Term) },
        LengthOf node => node with { Term = map(node.Term) },
        DecimalPlaces node => node with { Term = map(node.Term) },
        Rounded node => node with { Term = map(node.Term) },
        CalendarPart node => node with { Term = map(node.Term) },
        Lower node => node with { Term = map(node.Term) },
        Trimmed node => node with { Term = map(node.Term) },
        Arithmetic node => node with { Left = map(node.Left), Right = map(node.Right) },
        _ => expr,
    };
}
