using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>When a condition must be looked at.</summary>
internal static class Triggers
{
    /// <summary>
    /// Always for what one row decides. A condition on the clock or on another row holds when the attributes it starts
    /// from are given: later the clock and the other row may move on. A figure over the row's own parts holds at all times: whole and parts are
    /// written together.
    /// </summary>
    public static RuleTrigger For(EntityTerms terms, Expr condition)
    {
        if (condition.IsSameRow() || (condition.UsesAggregate() && !condition.UsesClock() && !condition.UsesOld() && condition.Refs().All(reference => reference.IsOwn)))
        {
            return RuleTrigger.Always;
        }

        var attributes = condition.Refs()
            .Select(reference => reference.IsOwn ? reference.Attribute : terms.Reference(reference.Path[0])?.Name ?? reference.Path[0])
            .Distinct(StringComparer.Ordinal).ToSeq();
        return attributes.Count == 0 ? RuleTrigger.OnInsert : new(TriggerKind.OnChange, attributes);
    }

    public static RuleTrigger Enter(EntityTerms terms, params ReadOnlySpan<string> states) =>
        new(TriggerKind.OnEnter, [terms.State!.Name], Seq.Create(states));
}
