using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>Leaves open, of rows that may no longer be edited, what another rule asks for only in a certain state: the parcel number that a sent order has can come after its draft.</summary>
internal static class LaterFields
{
    public static IEnumerable<Rule> Open(IReadOnlyList<Rule> rules)
    {
        var later = rules.SelectMany(Asked).ToHashSet();
        return rules.Select(rule => rule.Demand is Unchangeable { When: not null, Attributes.Count: > 1 } frozen && frozen.Attributes.Where(name => !later.Contains((rule.Entity, name))).ToSeq() is { Count: > 0 } rest && rest.Count < frozen.Attributes.Count
            ? rule with { Demand = frozen with { Attributes = rest }, Trigger = rule.Trigger with { Attributes = rest } } : rule);
    }

    private static IEnumerable<(string Entity, string Attribute)> Asked(Rule rule)
    {
        var then = rule.Demand is not Holds holds ? null : holds.Condition is Implies implies ? implies.Then : rule.Trigger.Kind == TriggerKind.OnEnter ? holds.Condition : null;
        return then is null ? [] : then.Nodes().OfType<IsPresent>().Select(given => given.Term).OfType<Ref>().Where(given => given.IsOwn).Select(given => (rule.Entity, given.Attribute));
    }
}
