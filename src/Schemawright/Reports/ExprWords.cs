using Schemawright.Collections;
using Schemawright.Rendering;
using Schemawright.Terms;

namespace Schemawright.Reports;

/// <summary>A condition's tree in words.</summary>
public static class ExprWords
{
    public static string Of(Expr expr) => expr switch
    {
        Ref node => (node.Old ? "the earlier " : "") + string.Join("'s ", node.Path),
        Literal node => Constant(node),
        Clock node => node.Kind == ClockKind.Today ? "today" : "now",
        Interval node => node.Period.ToString(),
        Compare node => $"{Of(node.Left)} {Sign(node.Op)} {Of(node.Right)}",
        And node => English.List(node.Terms.Select(Inner)),
        Or node => English.List(node.Terms.Select(Inner), "or"),
        Not { Term: IsPresent present } => $"{Of(present.Term)} is not given",
        Not node => $"it is not so that {Inner(node.Term)}",
        Implies node => $"if {Of(node.When)}, then {Of(node.Then)}",
        IsPresent node => $"{Of(node.Term)} is given",
        OneOf node => $"{Of(node.Term)} is {English.List(node.Values.Select(Constant), "or")}",
        Matches node => $"{Of(node.Term)} matches {node.Pattern}{(node.IgnoreCase ? " in any case" : "")}",
        Aggregate node => Figure(node),
        _ => OfText(expr),
    };

    private static string OfText(Expr expr) => expr switch
    {
        LengthOf node => $"the length of {Of(node.Term)}",
        Rounded node => $"{Of(node.Term)} rounded to {node.Digits} decimal places",
        DecimalPlaces node => $"the decimal places of {Of(node.Term)}",
        CalendarPart node => node.Unit == CalendarUnit.Weekday ? $"the weekday (1 for Monday, 7 for Sunday) of {Of(node.Term)}" : $"the day of the month of {Of(node.Term)}",
        Lower node => $"{Of(node.Term)} in lower case",
        Trimmed node => $"{Of(node.Term)} without blanks at its ends",
        Arithmetic node => $"{Inner(node.Left)} {Sign(node.Op)} {Inner(node.Right)}",
        _ => throw new InvalidOperationException($"no words for {expr.GetType().Name}"),
    };

    /// <summary>What would be read wrong beside its neighbours stands in brackets.</summary>
    private static string Inner(Expr expr) => expr is And or Or or Implies or Arithmetic ? $"({Of(expr)})" : Of(expr);

    private static string Constant(Literal literal) => literal.Kind switch
    {
        LiteralKind.Null => "nothing",
        LiteralKind.Text => $"“{literal.Text}”",
        LiteralKind.Boolean => literal.Text == "true" ? "yes" : "no",
        _ => literal.Text,
    };

    private static string Figure(Aggregate node)
    {
        var what = node.Kind switch
        {
            AggregateKind.Count => $"the number of {node.Entity} rows",
            AggregateKind.Sum => $"the sum of {node.Attribute} of its {node.Entity} rows",
            AggregateKind.Min => $"the least {node.Attribute} of its {node.Entity} rows",
            _ => $"the greatest {node.Attribute} of its {node.Entity} rows",
        };
        return node.Where is null ? what : $"{what} where {Of(node.Where)}";
    }

    private static string Sign(CompareOp op) => op switch
    {
        CompareOp.Equal => "is",
        CompareOp.NotEqual => "is not",
        CompareOp.Less => "is less than",
        CompareOp.LessOrEqual => "is at most",
        CompareOp.Greater => "is greater than",
        CompareOp.GreaterOrEqual => "is at least",
        _ => throw new InvalidOperationException($"unknown comparison {op}"),
    };

    private static string Sign(ArithmeticOp op) => op switch
    {
        ArithmeticOp.Add => "plus",
        ArithmeticOp.Subtract => "minus",
        ArithmeticOp.Multiply => "times",
        _ => "divided by",
    };
}
