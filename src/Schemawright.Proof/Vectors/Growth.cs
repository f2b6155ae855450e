using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

/// <summary>Whether one more row of those a figure counts or sums may lead to a goal.</summary>
internal static class Growth
{
    /// <summary>The figures of the goal that are too small; not those it is above already, or must stay below.</summary>
    public static IEnumerable<Aggregate> Helping(Goal goal, PlannedWorld world) =>
        goal.Expr.Nodes().OfType<Aggregate>().Distinct().Where(figure => IsTooSmall(figure, goal, world));

    private static bool IsTooSmall(Aggregate figure, Goal goal, PlannedWorld world)
    {
        if (goal.Expr is not Compare compare || (compare.Left != figure && compare.Right != figure))
        {
            return true;
        }

        var (op, other) = compare.Left == figure ? (compare.Op, compare.Right) : (compare.Op.Mirrored(), compare.Left);
        return (goal.Wanted is Wanted.True or Wanted.NotFalse ? op : op.Opposite()) switch
        {
            CompareOp.Less or CompareOp.LessOrEqual => false,
            CompareOp.Equal => ValueMath.Order(world.Evaluator.Evaluate(figure, goal.Row), world.Evaluator.Evaluate(other, goal.Row, goal.Old)) is null or < 0,
            _ => true,
        };
    }
}
