using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Domain.Rules.Patterns;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Deeds;

/// <summary>The rule that a deed is refused unless something holds of the rows on which it shows.</summary>
internal static class DeedRules
{
    /// <param name="given">Where the demand is made at all; null for every such deed.</param>
    /// <param name="must">What must hold then, over the deed's rows.</param>
    public static Reading? Of(RuleLine line, Deed deed, Expr? given, Expr must, string name)
    {
        var whole = given is null ? must : new Implies(given, must);
        if (Logic.IsVacuous(whole) || whole.UsesOld())
        {
            return null;
        }

        return deed.Kind switch
        {
            DeedKind.Making => Made(deed, whole, name),
            DeedKind.Filling => Filled(line, deed, whole, name),
            DeedKind.Entering => Entered(deed, whole, name),
            DeedKind.Changing => whole.UsesAggregate() ? null : Reading.Of(new RuleDraft(deed.Rows.Name, $"{deed.Said} {When(name)}", new(TriggerKind.OnChange, deed.Names), new Unchangeable(deed.Names, Refused(whole)))),
            _ => Reading.Of(new RuleDraft(deed.Rows.Name, $"no deletion {When(name)}", new(TriggerKind.OnDelete), new NotDeletable(Refused(whole)))),
        };
    }

    private static string When(string name) => name.StartsWith("not ", StringComparison.Ordinal) ? $"when {name[4..]}" : $"unless {name}";

    /// <summary>What is true of the rows with which the deed is refused.</summary>
    private static Expr Refused(Expr must) => must switch
    {
        Implies node => new And([node.When, Refused(node.Then)]),
        And node => new Or([.. node.Terms.Select(Logic.Opposite)]),
        _ => Logic.Opposite(must),
    };

    /// <summary>When the row is made, or its references are given anew.</summary>
    private static Reading Made(Deed deed, Expr whole, string name)
    {
        var trigger = Triggers.For(deed.Rows, whole);
        return Reading.Of(new RuleDraft(deed.Rows.Name, name, trigger, new Holds(whole)));
    }

    /// <summary>Where the moment is told at all, the demand holds; what other rows say counts when it is told.</summary>
    private static Reading? Filled(RuleLine line, Deed deed, Expr whole, string name)
    {
        var moment = Ref.To(deed.Names[0]);
        if (whole.UsesAggregate() || whole.Refs().Any(reference => reference.IsOwn && reference.Attribute == moment.Attribute))
        {
            return null;
        }

        var must = new Implies(new IsPresent(moment), whole);
        return Reading.Of(must.IsSameRow() ? line.Must(deed.Rows.Name, $"{deed.Names[0]} only when {name}", must)
            : new RuleDraft(deed.Rows.Name, $"{deed.Names[0]} only when {name}", new(TriggerKind.OnChange, deed.Names), new Holds(must)));
    }

    private static Reading? Entered(Deed deed, Expr whole, string name)
    {
        var state = deed.Rows.State!;
        if (!whole.Refs().Any(reference => reference.IsOwn && reference.Attribute == state.Name))
        {
            return Reading.Of(Moments.InState(deed.Rows, deed.Names, whole, $"{name} when {deed.Names[0]}"));
        }

        if (whole.Refs().All(reference => reference.IsOwn && reference.Attribute == state.Name))
        {
            return GuardsAction.Own(deed.Rows, whole, name, deed.Names[0]);
        }

        var before = whole.Rewrite(node => node is Ref { IsOwn: true } reference && reference.Attribute == state.Name ? reference with { Old = true } : node);
        return Reading.Of(new RuleDraft(deed.Rows.Name, $"{deed.Names[0]} only when {name}", Triggers.Enter(deed.Rows, [.. deed.Names]), new Holds(before)));
    }
}
