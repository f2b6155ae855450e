namespace Schemawright.Terms;

/// <summary>What comparisons mean.</summary>
public static class Comparisons
{
    /// <summary>Whether values in this order satisfy it.</summary>
    /// <param name="order">Below, at or above zero, as <see cref="IComparable.CompareTo"/> gives it for left and right.</param>
    public static bool Holds(this CompareOp op, int order) => op switch
    {
        CompareOp.Equal => order == 0,
        CompareOp.NotEqual => order != 0,
        CompareOp.Less => order < 0,
        CompareOp.LessOrEqual => order <= 0,
        CompareOp.Greater => order > 0,
        CompareOp.GreaterOrEqual => order >= 0,
        _ => throw new InvalidOperationException($"unknown comparison {op}"),
    };

    /// <summary>The comparison that holds exactly when this one does not.</summary>
    public static CompareOp Opposite(this CompareOp op) => op switch
    {
        CompareOp.Equal => CompareOp.NotEqual,
        CompareOp.NotEqual => CompareOp.Equal,
        CompareOp.Less => CompareOp.GreaterOrEqual,
        CompareOp.LessOrEqual => CompareOp.Greater,
        CompareOp.Greater => CompareOp.LessOrEqual,
        CompareOp.GreaterOrEqual => CompareOp.Less,
        _ => throw new InvalidOperationException($"unknown comparison {op}"),
    };

    /// <summary>The comparison that says the same with its sides exchanged.</summary>
    public static CompareOp Mirrored(this CompareOp op) => op switch
    {
        CompareOp.Less => CompareOp.Greater,
        CompareOp.LessOrEqual => CompareOp.GreaterOrEqual,
        CompareOp.Greater => CompareOp.Less,
        CompareOp.GreaterOrEqual => CompareOp.LessOrEqual,
        _ => op,
    };
}
