using System.Globalization;
using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>What is true of every row that breaks a condition, as simple statements that all hold.</summary>
internal static class Breach
{
    /// <summary>The statements, or null when breaking the condition is a choice of several things.</summary>
    public static Seq<Expr>? Of(Expr condition) => Denied(condition) is { } atoms ? atoms.ToSeq() : null;

    /// <summary>True when whatever the first statements say makes each of the others true.</summary>
    public static bool Entails(Seq<Expr> given, Seq<Expr> wanted) => wanted.All(want => given.Any(have => Entails(have, want)));

    private static List<Expr>? Denied(Expr condition) => condition switch
    {
        Implies node => Joined(Stated(node.When), Denied(node.Then)),
        Or node => node.Terms.Select(Denied).Aggregate<List<Expr>?, List<Expr>?>([], Joined),
        Not node => Stated(node.Term),
        And { Terms.Count: > 1 } => null,
        And node => Denied(node.Terms[0]),
        _ => [Logic.Opposite(condition)],
    };

    private static List<Expr>? Stated(Expr condition) => condition switch
    {
        And node => node.Terms.Select(Stated).Aggregate<List<Expr>?, List<Expr>?>([], Joined),
        Or or Implies => null,
        Not { Term: And or Or or Implies } node => Denied(node.Term),
        _ => [condition],
    };

    private static List<Expr>? Joined(List<Expr>? left, List<Expr>? right) => left is null || right is null ? null : [.. left, .. right];

    private static bool Entails(Expr have, Expr want)
    {
        if (have.Equals(want))
        {
            return true;
        }

        return (have, want) switch
        {
            (Compare { Right: Literal } left, Compare { Right: Literal } right) when left.Left.Equals(right.Left) => Orders(left, right),
            (Compare { Op: CompareOp.Equal, Right: Literal value } left, OneOf right) when left.Left.Equals(right.Term) => right.Values.Contains(value),
            (Compare { Op: CompareOp.Equal, Right: Literal value } left, Not { Term: OneOf right }) when left.Left.Equals(right.Term) => !right.Values.Contains(value),
            (OneOf left, OneOf right) when left.Term.Equals(right.Term) => left.Values.All(value => right.Values.Contains(value)),
            (OneOf left, Not { Term: OneOf right }) when left.Term.Equals(right.Term) => !left.Values.Any(value => right.Values.Contains(value)),
            _ => false,
        };
    }

    private static bool Orders(Compare have, Compare want)
    {
        var (left, right) = ((Literal)have.Right, (Literal)want.Right);
        if (left.Kind != LiteralKind.Number || right.Kind != LiteralKind.Number)
        {
            return have.Op == CompareOp.Equal && want.Op == CompareOp.NotEqual && left.Kind == right.Kind && !left.Equals(right);
        }

        var (low, high) = (Number(left), Number(right));
        return (have.Op, want.Op) switch
        {
            (CompareOp.Equal, CompareOp.Greater) => low > high,
            (CompareOp.Equal, CompareOp.GreaterOrEqual) => low >= high,
            (CompareOp.Equal, CompareOp.Less) => low < high,
            (CompareOp.Equal, CompareOp.LessOrEqual) => low <= high,
            (CompareOp.Equal, CompareOp.NotEqual) => low != high,
            (CompareOp.Greater, CompareOp.Greater or CompareOp.GreaterOrEqual) or (CompareOp.GreaterOrEqual, CompareOp.GreaterOrEqual) => low >= high,
            (CompareOp.GreaterOrEqual, CompareOp.Greater) => low > high,
            (CompareOp.Less, CompareOp.Less or CompareOp.LessOrEqual) or (CompareOp.LessOrEqual, CompareOp.LessOrEqual) => low <= high,
            (CompareOp.LessOrEqual, CompareOp.Less) => low < high,
            _ => false,
        };
    }

    private static decimal Number(Literal literal) => decimal.Parse(literal.Text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
