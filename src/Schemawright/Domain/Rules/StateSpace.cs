using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>Whether a condition on a state attribute alone holds for one of its values.</summary>
internal static class StateSpace
{
    public static bool Holds(Expr condition, string value) => condition switch
    {
        Compare { Op: CompareOp.Equal, Right: Literal right } => right.Text == value,
        Compare { Op: CompareOp.NotEqual, Right: Literal right } => right.Text != value,
        OneOf node => node.Values.Any(one => one.Text == value),
        Not node => !Holds(node.Term, value),
        And node => node.Terms.All(term => Holds(term, value)),
        Or node => node.Terms.Any(term => Holds(term, value)),
        _ => false,
    };
}
