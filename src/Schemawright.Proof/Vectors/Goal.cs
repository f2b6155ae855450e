using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

internal enum Wanted { True, False, NotFalse, NotTrue }

/// <summary>A truth value an expression should get for a row.</summary>
/// <param name="Old">Over the row before the event.</param>
internal sealed record Goal(Expr Expr, PlannedRow Row, Wanted Wanted, bool Old = false)
{
    /// <summary>It is not what is being shown, but what the table demands besides.</summary>
    public bool IsBackground { get; init; }

    /// <summary>The rule that demands it besides; empty for what is being shown.</summary>
    public string Rule { get; init; } = "";

    public bool IsMet(ExprEvaluator evaluator)
    {
        var value = evaluator.Evaluate(Expr, Row, Old);
        return Wanted switch
        {
            Wanted.True => value == Value.True,
            Wanted.False => value == Value.False,
            Wanted.NotFalse => value != Value.False,
            _ => value != Value.True,
        };
    }

    /// <summary>The ways to reach it through the parts of the expression; null for an expression without parts.</summary>
    public IEnumerable<Goal[]>? Ways() => Expr switch
    {
        And node => Wanted is Wanted.True or Wanted.NotFalse ? [All(node.Terms, Wanted)] : Each(node.Terms, Wanted),
        Or node => Wanted is Wanted.False or Wanted.NotTrue ? [All(node.Terms, Wanted)] : Each(node.Terms, Wanted),
        Not node => [[Part(node.Term, Opposite(Wanted))]],
        Implies node => Wanted is Wanted.False or Wanted.NotTrue
            ? [[Part(node.When, Opposite(Wanted)), Part(node.Then, Wanted)]]
            : [[Part(node.When, Opposite(Wanted))], [Part(node.Then, Wanted)]],
        _ => null,
    };

    private Goal[] All(IEnumerable<Expr> terms, Wanted wanted) => [.. terms.Select(term => Part(term, wanted))];

    private IEnumerable<Goal[]> Each(IEnumerable<Expr> terms, Wanted wanted) => terms.Select(term => new[] { Part(term, wanted) });

    private Goal Part(Expr expr, Wanted wanted) => this with { Expr = expr, Wanted = wanted };

    private static Wanted Opposite(Wanted wanted) => wanted switch
    {
        Wanted.True => Wanted.False,
        Wanted.False => Wanted.True,
        Wanted.NotFalse => Wanted.NotTrue,
        _ => Wanted.NotFalse,
    };
}
