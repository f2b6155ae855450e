using Schemawright.Design;
using Schemawright.Diagnostics;

namespace Schemawright.Proof.Rules;

/// <summary>Names the sentences behind two rules that no row seems to obey together.</summary>
internal sealed class Contradictions(DataDesign design)
{
    private readonly ILookup<string, string> _sources = design.Tables.SelectMany(Rules).ToLookup(rule => rule.Name, rule => rule.Origin.ToString(), StringComparer.Ordinal);

    /// <summary>Which rule has to go so that a row is found; null when none does by itself.</summary>
    /// <param name="without">The same trial as if a rule were not there.</param>
    public string? Of(RuleTrial trial, Func<string, RuleTrial> without)
    {
        var other = design.Tables.Where(table => trial.Subject == $"{table.Name}.{trial.ObjectName}").SelectMany(Rules).Select(rule => rule.Name)
            .Where(name => name != trial.ObjectName).Distinct(StringComparer.Ordinal).FirstOrDefault(name => without(name).Scenes.Any());
        return other is null ? null : $"no row was found that shows {trial.Side}, only one that breaks {other}: {Between(trial.Source, other)}";
    }

    public string Between(string source, string other) =>
        $"the rules may contradict each other ({source}{string.Concat(_sources[other].Where(place => place != source).Take(1).Select(place => $" and {place}"))})";

    private static IEnumerable<(string Name, Origin Origin)> Rules(TableDesign table) =>
    [
        .. table.Checks.Select(rule => (rule.Name, rule.Origin)), .. table.RowRules.Select(rule => (rule.Name, rule.Origin)), .. table.Transitions.Select(rule => (rule.Name, rule.Origin)),
        .. table.Immutables.Select(rule => (rule.Name, rule.Origin)), .. table.DeleteGuards.Select(rule => (rule.Name, rule.Origin)), .. table.Quotas.Select(rule => (rule.Name, rule.Origin)),
        .. table.Minimums.Select(rule => (rule.Name, rule.Origin)), .. table.Balances.Select(rule => (rule.Name, rule.Origin)),
    ];
}
