using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>
/// Leaves out a rule that another rule of the entity already keeps, and gives that rule its sources: a row that breaks the one
/// always breaks the other, so a second check could never be the one that refuses.
/// </summary>
internal static class ImpliedRules
{
    // Pairs are compared; an entity with more rules than people write for one keeps them all.
    private const int Most = 400;

    public static List<Rule> Without(IReadOnlyList<Rule> rules)
    {
        var kept = new Rule?[rules.Count];
        var breaches = new List<(int At, Seq<Expr> Said)>();
        for (var at = 0; at < rules.Count; at++)
        {
            kept[at] = rules[at];
            if (rules[at] is { Trigger.Kind: TriggerKind.Always, Demand: Holds holds } && holds.Condition.IsSameRow() && Breach.Of(holds.Condition) is { Count: > 0 } said)
            {
                breaches.Add((at, said));
            }
        }

        foreach (var entity in breaches.GroupBy(breach => rules[breach.At].Entity, StringComparer.Ordinal).Select(group => group.ToArray()).Where(group => group.Length <= Most))
        {
            Fold(kept, entity);
        }

        return [.. kept.OfType<Rule>()];
    }

    private static void Fold(Rule?[] kept, (int At, Seq<Expr> Said)[] breaches)
    {
        foreach (var (at, said) in breaches)
        {
            foreach (var (other, wanted) in breaches)
            {
                // Of two rules that keep each other the first stays.
                if (other == at || kept[other] is not { } stronger || !Breach.Entails(said, wanted) || (other > at && Breach.Entails(wanted, said)))
                {
                    continue;
                }

                kept[other] = stronger with { Origin = stronger.Origin.And(kept[at]!.Origin) };
                kept[at] = null;
                break;
            }
        }
    }
}
