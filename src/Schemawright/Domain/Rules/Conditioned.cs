using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>Makes what a clause demands hold only where a condition does.</summary>
internal static class Conditioned
{
    /// <summary>The demands under the condition; null when one of them cannot be narrowed to it.</summary>
    public static Reading? By(Vocabulary vocabulary, Reading reading, Clause when)
    {
        if (reading.Fate is not null || reading.Defaults.Count > 0)
        {
            return null;
        }

        var rules = reading.Rules.Select(rule => Narrowed(vocabulary, rule, when)).ToArray();
        var keys = reading.Keys.Select(key => key.Entity == when.Entity && when.Condition.IsSameRow() ? key with { Where = Both(key.Where, when.Condition) } : null).ToArray();
        return rules.Contains(null) || keys.Contains(null) || rules.Length + keys.Length == 0 ? null
            : reading with { Rules = rules.OfType<RuleDraft>().ToSeq(), Keys = keys.OfType<KeyDraft>().ToSeq() };
    }

    private static RuleDraft? Narrowed(Vocabulary vocabulary, RuleDraft rule, Clause when)
    {
        var terms = vocabulary.Of(rule.Entity);
        if (Seen(vocabulary, terms, when) is not { } condition)
        {
            return null;
        }

        var name = $"{rule.Name} when {when.Name}";
        return rule.Demand switch
        {
            Holds holds when rule.Trigger.Kind is TriggerKind.Always or TriggerKind.OnChange or TriggerKind.OnInsert =>
                Held(terms, rule, new Implies(condition, holds.Condition), name),
            Unchangeable frozen => rule with { Name = name, Demand = frozen with { When = Both(frozen.When, condition) } },
            NotDeletable kept => rule with { Name = name, Demand = new NotDeletable(Both(kept.When, condition)) },
            AtMost most when condition.IsSameRow() => rule with { Name = name, Demand = most with { Where = Both(most.Where, condition) } },
            NoOverlap overlap when condition.IsSameRow() => rule with { Name = name, Demand = overlap with { Where = Both(overlap.Where, condition) } },
            AtLeast { States.Count: 0 } least when States(terms, condition) is { Count: > 0 } states => rule with { Name = name, Demand = least with { States = states } },
            _ => null,
        };
    }

    private static RuleDraft Held(EntityTerms terms, RuleDraft rule, Expr whole, string name) =>
        rule with { Name = name, Trigger = whole.UsesOld() ? rule.Trigger : Triggers.For(terms, whole), Demand = new Holds(whole) };

    /// <summary>The condition from where the demanded rows stand: their own, or one of what they refer to.</summary>
    private static Expr? Seen(Vocabulary vocabulary, EntityTerms terms, Clause when) =>
        when.Entity == terms.Name ? when.Condition
        : new Speech(vocabulary, terms).ReferenceTo(vocabulary.Of(when.Entity)) is { } reference ? when.Condition.From(reference.Role!) : null;

    private static Seq<string> States(EntityTerms terms, Expr condition) => condition switch
    {
        Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } left, Right: Literal value } when terms.State?.Name == left.Attribute => [value.Text],
        OneOf { Term: Ref { IsOwn: true } term } choice when terms.State?.Name == term.Attribute => choice.Values.Select(value => value.Text).ToSeq(),
        _ => [],
    };

    private static Expr Both(Expr? first, Expr second) => first is null ? second : new And([first, second]);
}
