using Schemawright.Design;
using Schemawright.Domain;

namespace Schemawright.Proof.Obligations;

/// <summary>Rules the design says are enforced, but which no attempt showed refusing a row: a promise nobody tried.</summary>
internal static class RulesWithoutRefusal
{
    public static IEnumerable<ProofVector> Of(DataDesign design, IEnumerable<ProofVector> shown)
    {
        var refused = shown.Where(vector => vector.Expected.StartsWith("refused", StringComparison.Ordinal)).Select(vector => vector.Subject).ToHashSet(StringComparer.Ordinal);
        var rules = design.Domain.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        return design.RuleOutcomes
            .Where(outcome => outcome is { Fate: Fate.Enforced, Table: not null, ObjectName: not null } && !refused.Contains($"{outcome.Table}.{outcome.ObjectName}"))
            .Select(outcome => new Attempt($"{outcome.Table}.{outcome.ObjectName}", $"rule {outcome.RuleId}", rules.GetValueOrDefault(outcome.RuleId)?.Origin.ToString() ?? outcome.RuleId)
                .CouldNotVerify("a refused row", "no attempt has shown it"));
    }
}
