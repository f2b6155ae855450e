using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Rendering;
using Schemawright.Terms;

namespace Schemawright.Reports;

/// <summary>A rule's moment and demand in words.</summary>
public static class RuleWords
{
    public static string Of(Rule rule) => Sentence($"{Moment(rule.Trigger)}{Of(rule.Demand)}");

    public static string Of(NaturalKey key) =>
        Sentence($"no two rows share {English.List(key.Attributes)}{(key.IgnoreCase ? ", whatever the case of letters" : "")}{When(key.Where)}{(key.Global ? ", across all tenants" : "")}");

    private static string Sentence(string words) => English.Sentence(English.Capital(words));

    private static string Moment(RuleTrigger trigger) => trigger.Kind switch
    {
        TriggerKind.Always => "",
        TriggerKind.OnInsert => "when a row is created: ",
        TriggerKind.OnChange => $"when {English.List(trigger.Attributes, "or")} is given or changed: ",
        TriggerKind.OnEnter => $"when {English.List(trigger.Attributes)} becomes {English.List(trigger.States, "or")}{(trigger.FromStates.Count > 0 ? $" from {English.List(trigger.FromStates, "or")}" : "")}: ",
        TriggerKind.OnDelete => "when a row is deleted: ",
        _ => throw new InvalidOperationException($"unknown trigger {trigger.Kind}"),
    };

    private static string Of(Demand demand) => demand switch
    {
        Holds node => ExprWords.Of(node.Condition),
        NoOverlap node => $"no two rows{Per(node.Keys, " of the same ")} overlap between {node.Start} and {node.End}{When(node.Where)}",
        AtMost { Sum: { } sum } node => $"the sum of {sum}{Per(node.Per, " per ")} is at most {English.Figure(node.Limit)}{Each(node.Window)}{When(node.Where)}",
        AtMost node => $"at most {English.Figure(node.Limit)} rows{Per(node.Per, " per ")}{Each(node.Window)}{When(node.Where)}",
        AtLeast node => $"at least {node.Count} {node.ChildEntity} for each row{(node.States.Count == 0 ? "" : $" that is {English.List(node.States, "or")}")}",
        Unchangeable node => $"{(node.Attributes.Count == 0 ? "the row" : English.List(node.Attributes))} cannot change{While(node.When)}",
        NotDeletable node => $"the row cannot be deleted{While(node.When)}",
        NoCycle { DirectOnly: true } node => $"the row is not its own {node.Role}",
        NoCycle node => $"going from {node.Role} to {node.Role} never leads back to the row",
        Gapless node => $"{node.Attribute} counts the rows{Per(node.Per, " per ")} one by one without a gap{(node.Anew is { } span ? $", anew each {span.ToString().ToLowerInvariant()}" : "")}",
        Determines node => $"{English.List(node.Determinant)} {(node.Determinant.Count == 1 ? "determines" : "determine")} {English.List(node.Dependent)}",
        _ => throw new InvalidOperationException($"no words for {demand.GetType().Name}"),
    };

    private static string Each(RuleWindow? window) => window is null ? "" : $" in each {window.Unit.ToString().ToLowerInvariant()} of {window.Attribute}";

    private static string Per(Collections.Seq<string> keys, string word) => keys.Count == 0 ? "" : word + English.List(keys);

    private static string When(Expr? condition) => condition is null ? "" : $", counting rows where {ExprWords.Of(condition)}";

    private static string While(Expr? condition) => condition is null ? "" : $" while {ExprWords.Of(condition)}";
}
