using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>Finds the moment an action means for an entity: the states it leads to, or the attribute it fills.</summary>
internal static class Moments
{
    private static readonly string[] NoActions =
        ["status", "state", "valid", "validate", "validation", "rule", "rules", "require", "required", "requirement", "requirements", "check", "create", "creation", "manage", "management", "process", "processing", "automatic", "manual", "date", "amount"];

    /// <summary>The states the action leads to: by the transition's trigger, else by the state's name.</summary>
    public static IReadOnlyList<string> StatesOf(EntityTerms terms, string action)
    {
        if (NoActions.Contains(action, StringComparer.Ordinal))
        {
            return [];
        }

        if (terms.Machine is not { } machine)
        {
            return terms.State is { } state ? [.. state.Type.Values.Where(value => Naming.Words(value) is [var only] && Stems.Same(only, action))] : [];
        }

        var triggered = machine.Transitions
            .Where(step => step.Trigger is not null && Naming.Words(step.Trigger).Any(word => Stems.Same(word, action)))
            .Select(step => step.To).Distinct(StringComparer.Ordinal).ToArray();
        var again = action.Length > 6 && action.StartsWith("re", StringComparison.Ordinal) ? action[2..].TrimStart('-') : action;
        return triggered.Length > 0 ? triggered
            : [.. machine.States.Select(state => state.Name).Where(name => Naming.Words(name) is [var only] && (Stems.Same(only, action) || Stems.Same(only, again)))];
    }

    /// <summary>The attribute that says when the action was done: signed_at, approval_date.</summary>
    public static Column? DoneAt(EntityTerms terms, string action) =>
        NoActions.Contains(action, StringComparer.Ordinal) ? null
        : terms.Columns.Where(column => (column.IsMoment || column.IsDate) && column.Words.Count > 1 && Stems.Same(column.Words[0], action)).OrderBy(column => column.Words is [_, "at" or "on" or "date"] ? 0 : 1).FirstOrDefault();

    /// <summary>The attribute that says who did it: approved_by, reviewer.</summary>
    public static Column? DoneBy(EntityTerms terms, string action) =>
        terms.References.FirstOrDefault(column => Stems.Same(column.Words[0], action) && (column.Words.Count == 1 || column.Words[^1] is "by" or "id"));

    /// <summary>States one reaches from a waiting state such as pending_approval that are named for the action.</summary>
    public static IReadOnlyList<string> AfterWaiting(EntityTerms terms, string action)
    {
        var waiting = terms.Machine?.States.Where(state => Naming.Words(state.Name) is { Count: > 1 } words && words.Any(word => Stems.Same(word, action))).Select(state => state.Name).ToArray();
        return waiting is not { Length: > 0 } || terms.Machine is not { } machine ? []
            : [.. machine.Transitions.Where(step => waiting.Contains(step.From, StringComparer.Ordinal)).Select(step => step.To)
                .Where(name => !Failure(name) && !machine.Transitions.Any(step => step.From == name && waiting.Contains(step.To, StringComparer.Ordinal))).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// That a condition holds whenever the row is in one of the states: a check of the row where one row decides, else a
    /// look at the moment the state is entered.
    /// </summary>
    public static RuleDraft InState(EntityTerms terms, IReadOnlyList<string> states, Expr condition, string name)
    {
        var state = terms.State!;
        if (!condition.IsSameRow())
        {
            return new(terms.Name, name, Triggers.Enter(terms, [.. states]), new Holds(condition));
        }

        return new(terms.Name, name, RuleTrigger.Always, new Holds(new Implies(Logic.In(state, states), condition)));
    }

    /// <summary>States that end a thing without its purpose; an action "succeeds" into another.</summary>
    public static bool Failure(string state) =>
        Naming.Words(state).Any(word => word is "expired" or "cancelled" or "canceled" or "rejected" or "failed" or "declined" or "terminated" or "deleted" or "void" or "abandoned" or "refused");
}
