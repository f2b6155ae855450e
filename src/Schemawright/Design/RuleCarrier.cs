using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;

namespace Schemawright.Design;

/// <summary>Places each rule on its table and keeps account of what became of it.</summary>
internal sealed class RuleCarrier(DataDesign design, ObjectNames names, Findings findings)
{
    private readonly Dictionary<string, RuleOutcome> _outcomes = new(StringComparer.Ordinal);
    private readonly RuleMechanisms _mechanisms = new(design, names);

    public IReadOnlyDictionary<string, RuleOutcome> Outcomes => _outcomes;

    public TableDesign CarryAll(TableDesign table, List<Rule> rules)
    {
        var conflicts = RuleConflicts.Of(table, rules);
        foreach (var rule in rules)
        {
            table = conflicts.TryGetValue(rule.Id, out var conflict) ? Refuse(table, rule, conflict) : Carry(table, rule);
        }

        return WithoutImplied(table, rules);
    }

    /// <summary>A check that another one includes would never be the one that refuses, so the other answers for both.</summary>
    private TableDesign WithoutImplied(TableDesign table, List<Rule> rules)
    {
        var implied = ImpliedChecks.Of(table).ToDictionary(pair => pair.Implied.Name, pair => pair.By, StringComparer.Ordinal);
        foreach (var check in table.Checks.Where(check => implied.ContainsKey(check.Name)))
        {
            var by = implied[check.Name];
            while (implied.TryGetValue(by.Name, out var wider))
            {
                by = wider;
            }

            foreach (var outcome in rules.Select(rule => _outcomes[rule.Id]).Where(outcome => outcome.ObjectName == check.Name).ToList())
            {
                _outcomes[outcome.RuleId] = outcome with { Mechanism = $"CHECK {by.Name}", ObjectName = by.Name, Reason = "Another check is stricter: whatever breaks this rule breaks that one." };
            }
        }

        return table with { Checks = table.Checks.Where(check => !implied.ContainsKey(check.Name)).ToSeq() };
    }

    private TableDesign Refuse(TableDesign table, Rule rule, string conflict)
    {
        var placed = RuleMechanisms.Unclear(table, rule, conflict);
        _outcomes[rule.Id] = placed.Outcome;
        findings.Ask(new(
            ClarificationId.From("conflict", rule.Id), ClarificationReason.Contradiction,
            $"When does \"{Shortened(rule.Words)}\" hold, since {conflict}?", ["Only in a case the documents must name", "Always, and the other rule is wrong"],
            "The rule is not enforced.", rule.Origin.Sources, [rule.Id], 2, 4));
        return table;
    }

    private TableDesign Carry(TableDesign table, Rule rule)
    {
        var placed = _mechanisms.Place(table, rule);
        _outcomes[rule.Id] = placed.Outcome;
        if (placed.Outcome.Fate == Fate.Unclear)
        {
            Ask(rule, placed.Outcome.Reason);
        }

        return placed.Table;
    }

    /// <summary>A rule about something that is no table: the audit trail, or an entity the model left out.</summary>
    public void CarryOutside(Rule rule)
    {
        var trail = design.Domain.Find(rule.Entity) is { Kind: EntityKind.AuditTrail };
        var held = trail && rule.Demand is Unchangeable or NotDeletable;
        _outcomes[rule.Id] = held
            ? new(rule.Id, Fate.Enforced, $"{design.Audit.Table} is append-only", null, null, "The audit log refuses every change and every deletion.")
            : new(rule.Id, trail ? Fate.Modelled : Fate.Unclear, "", null, null, trail ? $"{design.Audit.Table} records it for every table." : $"{rule.Entity} has no table.");
        if (!trail)
        {
            Ask(rule, $"{rule.Entity} has no table");
        }
    }

    public IEnumerable<Decision> Decisions()
    {
        var enforced = _outcomes.Values.Where(outcome => outcome.Fate == Fate.Enforced)
            .GroupBy(outcome => outcome.Mechanism.StartsWith("NOT NULL", StringComparison.Ordinal) ? "NOT NULL" : outcome.Mechanism.Split(' ')[0], StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (enforced.Count > 0)
        {
            yield return new("D13-rules", 13,
                $"{enforced.Sum(group => group.Count())} of {design.Domain.Rules.Count} rules are held by the database: {string.Join(", ", enforced.Select(group => $"{group.Count()} by {group.Key}"))}.",
                "A check is used where one row decides, because it also holds for old rows; a trigger where the clock, another row or the moment of a change decides.", []);
        }
    }

    private void Ask(Rule rule, string reason) => findings.Ask(new(
        ClarificationId.From("rule", rule.Id), ClarificationReason.Unclear,
        $"What should the database compare for \"{Shortened(rule.Words)}\" ({reason.TrimEnd('.')})?",
        ["Leave it to the application", "Add what is missing to the entity"], "The rule is left to the application.",
        rule.Origin.Sources, [rule.Id], 2, 3));

    private static string Shortened(string words) => words.Length > 120 ? words[..117] + "…" : words;
}
