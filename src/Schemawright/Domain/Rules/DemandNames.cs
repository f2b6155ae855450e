namespace Schemawright.Domain.Rules;

/// <summary>The attributes and roles of its own entity that a demand speaks of.</summary>
internal static class DemandNames
{
    public static IEnumerable<string> Of(Demand demand) => demand switch
    {
        Holds holds => Own(holds.Condition),
        NoOverlap overlap => [.. overlap.Keys, overlap.Start, overlap.End, .. Own(overlap.Where)],
        AtMost most => [.. most.Per, .. most.Sum is null ? Array.Empty<string>() : [most.Sum], .. Own(most.Where)],
        Unchangeable fixedly => [.. fixedly.Attributes, .. Own(fixedly.When)],
        NotDeletable kept => Own(kept.When),
        _ => [],
    };

    private static IEnumerable<string> Own(Terms.Expr? condition) => condition is null ? [] : Terms.ExprWalk.Refs(condition).Where(name => name.IsOwn).Select(name => name.Attribute);
}
