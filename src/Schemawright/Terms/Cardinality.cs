namespace Schemawright.Terms;

/// <summary>How many: a least and a most; no most means many.</summary>
public readonly record struct Cardinality(int Min, int? Max)
{
    public static Cardinality ExactlyOne => new(1, 1);

    public static Cardinality ZeroOrOne => new(0, 1);

    public static Cardinality ZeroOrMore => new(0, null);

    public static Cardinality OneOrMore => new(1, null);

    public bool IsMany => Max is null or > 1;

    public override string ToString() => Max == Min ? $"{Min}" : $"{Min}..{Max?.ToString() ?? "*"}";
}
