using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>Gives values in conditions the spelling that the attribute's list of values has (<c>ACTIVE</c> becomes <c>active</c>).</summary>
internal static class ValueSpelling
{
    /// <param name="valuesOf">The list of values of an attribute; empty when it has none.</param>
    public static Expr In(Expr condition, Func<string, Seq<string>> valuesOf) => condition.Rewrite(node => node switch
    {
        Compare { Left: Ref { IsOwn: true } own, Right: Literal value } compare => compare with { Right = Spelled(value, valuesOf(own.Attribute)) },
        OneOf { Term: Ref { IsOwn: true } own } one => one with { Values = one.Values.Select(value => Spelled(value, valuesOf(own.Attribute))).ToSeq() },
        _ => node,
    });

    private static Literal Spelled(Literal value, Seq<string> values)
    {
        var normal = ValueSets.Normal(value.Text);
        return value.Kind == LiteralKind.Text && values.Any(known => known == normal) ? value with { Text = normal } : value;
    }
}
