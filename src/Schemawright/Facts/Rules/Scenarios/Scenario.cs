using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Scenarios;

/// <summary>A sentence of the form "Given …, when …, then …": what it says happens in the end.</summary>
internal static class Scenario
{
    private static readonly string[] Refusals =
        ["reject*", "refuse*", "error", "not allowed", "not permitted", "denied", "prevent*", "block*", "fail*", "invalid", "cannot", "forbidden", "disallowed", "declined"];

    /// <summary>The words after "then"; null when the line is no scenario.</summary>
    public static string? Outcome(string text)
    {
        var words = text.TrimStart('[', ' ', 'x', ']');
        var then = words.Opens("given", "when") ? words.After("then") : -1;
        return then > 0 && then < words.Length ? words[then..].Trim() : null;
    }

    /// <summary>True when the outcome refuses or limits something.</summary>
    public static bool IsDemand(string outcome) => Modality.IsRule(outcome) || outcome.Says(Refusals);
}
