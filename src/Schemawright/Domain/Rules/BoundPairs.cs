using System.Globalization;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>
/// "Between 20 and 300" is two bounds where another statement bounds the same attribute as well, so that each is held against the
/// other's.
/// </summary>
internal static class BoundPairs
{
    public static List<Rule> Apart(List<Rule> rules)
    {
        var disputed = rules.SelectMany(rule => BoundsOf(rule).Where(bound => bound.Value != 0).Select(bound => (Place: (rule.Entity, bound.Attribute, bound.IsLower), bound.Value)))
            .GroupBy(bound => bound.Place).Where(places => places.DistinctBy(bound => bound.Value).Skip(1).Any()).Select(places => (places.Key.Entity, places.Key.Attribute)).ToHashSet();
        return [.. rules.SelectMany(rule => BoundsOf(rule) is [var low, var high] && low.Attribute == high.Attribute && disputed.Contains((rule.Entity, low.Attribute)) ? Halves(rule) : [rule])];
    }

    private static IEnumerable<Rule> Halves(Rule rule) =>
        ((And)((Holds)rule.Demand).Condition).Terms.Select((term, index) => rule with { Demand = new Holds(term), Id = index == 0 ? rule.Id : $"{rule.Id}-to", Name = NameOf(StrictestBounds.Bound.Of(term)!) });

    private static string NameOf(StrictestBounds.Bound bound) =>
        RuleNames.From(string.Create(CultureInfo.InvariantCulture, $"{bound.Attribute} {(bound.IsLower ? "at least" : "at most")} {bound.Value}"));

    private static List<StrictestBounds.Bound> BoundsOf(Rule rule)
    {
        Expr[] terms = rule is { Trigger.Kind: TriggerKind.Always, Demand: Holds { Condition: var condition } } ? condition is And pair ? [.. pair.Terms] : [condition] : [];
        var bounds = terms.Select(StrictestBounds.Bound.Of).ToList();
        return bounds.Contains(null) ? [] : [.. bounds.OfType<StrictestBounds.Bound>()];
    }
}
