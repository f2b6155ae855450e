using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Boxes;

/// <summary>Multiplicities as drawings write them.</summary>
internal static class BoxMarks
{
    public static Cardinality? Parse(string mark) => mark.Trim('(', ')', '[', ']', '"', ' ') switch
    {
        "1" or "1..1" => Cardinality.ExactlyOne,
        "*" or "N" or "n" or "M" or "m" or "0..*" or "0..N" or "0..n" or "many" or "∞" => Cardinality.ZeroOrMore,
        "1..*" or "1..N" or "1..n" or "1+" or "+" => Cardinality.OneOrMore,
        "0..1" or "?" or "0,1" => Cardinality.ZeroOrOne,
        _ => null,
    };
}
