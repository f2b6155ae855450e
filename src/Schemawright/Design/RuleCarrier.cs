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
        Seq<string> alternatives = ["Not at all times: the application sees to it", "Always, whatever contradicts it is wrong"];
        var id = ClarificationId.From("conflict", rule.Entity, rule.Words);
        findings.Ask(new(
            id, ClarificationReason.Contradiction, $"When does \"{Shortened(rule.Words)}\" hold, since {conflict}?", alternatives,
            "The rule is not enforced.", rule.Origin.Sources, [rule.Id], 2, 4));
        if (findings.Choice(id, [.. alternatives]) == 1)
        {
            return Carry(table, rule);
        }

        var placed = RuleMechanisms.Unclear(table, rule, conflict);
        _outcomes[rule.Id] = findings.IsSettled(id) ? placed.Outcome with { Fate = Fate.AnsweredElsewhere, Reason = $"The author answered {id}: the application sees to it." } : placed.Outcome;
        return table;
    }

    private TableDesign Carry(TableDesign table, Rule rule)
    {
        var placed = _mechanisms.Place(table, rule);
        _outcomes[rule.Id] = placed.Outcome;
        if (placed.Outcome.Fate == Fate.Unclear)
        {
            Ask(rule, placed.Outcome.Reason);
            Settle(rule);
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
            Settle(rule);
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

    /// <summary>A rule the author left to the application is unclear no more.</summary>
    private void Settle(Rule rule)
    {
        if (findings.IsSettled(QuestionOf(rule)))
        {
            _outcomes[rule.Id] = _outcomes[rule.Id] with { Fate = Fate.AnsweredElsewhere, Reason = $"The author answered {QuestionOf(rule)}: the application sees to it." };
        }
    }

    private void Ask(Rule rule, string reason) => findings.Ask(new(
        QuestionOf(rule), ClarificationReason.Unclear,
        $"What should the database compare for \"{Shortened(rule.Words)}\" ({reason.TrimEnd('.')})?",
        ["Nothing: the application sees to it", "What the answer states as a sentence of its own"], "The rule is left to the application.",
        rule.Origin.Sources, [rule.Id], 2, 3));

    /// <summary>From the words: the rule's own id counts lines.</summary>
    private static string QuestionOf(Rule rule) => ClarificationId.From("carry", rule.Entity, rule.Words);

    private static string Shortened(string words) => words.Length > 120 ? words[..117] + "…" : words;
}
