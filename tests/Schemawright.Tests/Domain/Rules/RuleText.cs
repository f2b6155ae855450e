using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Tests.Domain.Rules;

/// <summary>Writes rules so that a person can compare them.</summary>
internal static class RuleText
{
    public static string Of(Rule rule) => $"{Of(rule.Trigger)}{Of(rule.Demand)}";

    public static string Of(Expr expr) => expr switch
    {
        Ref node => (node.Old ? "old " : "") + string.Join('.', node.Path),
        Literal node => node.Kind == LiteralKind.Text ? $"'{node.Text}'" : node.Text,
        Clock node => node.Kind == ClockKind.Today ? "today" : "now",
        Interval node => node.Period.ToString(),
        Compare node => $"{Of(node.Left)} {Sign(node.Op)} {Of(node.Right)}",
        And node => $"({string.Join(" and ", node.Terms.Select(Of))})",
        Or node => $"({string.Join(" or ", node.Terms.Select(Of))})",
        Not node => $"not {Of(node.Term)}",
        Implies node => $"({Of(node.When)} => {Of(node.Then)})",
        IsPresent node => $"{Of(node.Term)} is given",
        OneOf node => $"{Of(node.Term)} in ({string.Join(", ", node.Values.Select(Of))})",
        Matches node => $"{Of(node.Term)} ~{(node.IgnoreCase ? "*" : "")} {node.Pattern}",
        LengthOf node => $"length({Of(node.Term)})",
        DecimalPlaces node => $"decimals({Of(node.Term)})",
        Lower node => $"lower({Of(node.Term)})",
        CalendarPart node => $"{(node.Unit == CalendarUnit.Weekday ? "weekday" : "day of month")}({Of(node.Term)})",
        Trimmed node => $"trim({Of(node.Term)})",
        Rounded node => $"{Of(node.Term)} rounded to {node.Digits}",
        Arithmetic node => $"{Of(node.Left)} {node.Op switch { ArithmeticOp.Add => "+", ArithmeticOp.Subtract => "-", ArithmeticOp.Multiply => "*", _ => "/" }} {Of(node.Right)}",
        Aggregate node => $"{node.Kind.ToString().ToLowerInvariant()} of {node.Entity}.{node.Attribute} by {node.Role}{When(node.Where)}",
        _ => expr.ToString(),
    };

    private static string Of(RuleTrigger trigger) => trigger.Kind switch
    {
        TriggerKind.Always => "",
        TriggerKind.OnEnter => $"on {string.Join(", ", trigger.States)}: ",
        TriggerKind.OnChange => $"on change of {string.Join(", ", trigger.Attributes)}: ",
        _ => $"{trigger.Kind}: ",
    };

    private static string Of(Demand demand) => demand switch
    {
        Holds node => Of(node.Condition),
        NoOverlap node => $"no overlap of {node.Start}..{node.End} per {string.Join(", ", node.Keys)}{When(node.Where)}",
        AtMost node => $"at most {node.Limit}{(node.Sum is null ? "" : $" of {node.Sum}")} per {string.Join(", ", node.Per)}{(node.Window is { } window ? $" each {window.Unit} of {window.Attribute}" : "")}{When(node.Where)}",
        NoCycle node => $"{node.Role} {(node.DirectOnly ? "is another row" : "without cycles")}",
        AtLeast node => $"at least {node.Count} {node.ChildEntity}{(node.States.Count == 0 ? "" : $" from {string.Join(", ", node.States)}")}",
        Unchangeable node => $"{(node.Attributes.Count == 0 ? "row" : string.Join(", ", node.Attributes))} frozen{When(node.When)}",
        Determines node => $"{string.Join(", ", node.Determinant)} determines {string.Join(", ", node.Dependent)}",
        Gapless node => $"{node.Attribute} without gaps per {string.Join(", ", node.Per)}{(node.Anew is { } anew ? $" each {anew}" : "")}",
        NotDeletable node => $"not deletable{When(node.When)}",
        _ => demand.ToString(),
    };

    private static string When(Expr? condition) => condition is null ? "" : $" where {Of(condition)}";

    private static string Sign(CompareOp op) => op switch
    {
        CompareOp.Equal => "=", CompareOp.NotEqual => "<>", CompareOp.Less => "<", CompareOp.LessOrEqual => "<=", CompareOp.Greater => ">", _ => ">=",
    };
}
