using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>Gathers what the lines say: gives rules their ids and sources and merges what is said twice.</summary>
internal sealed class RuleCollection(Findings findings)
{
    private readonly Recommendations _recommendations = new(findings);
    private readonly List<Rule> _rules = [];
    private readonly Dictionary<(string Entity, RuleTrigger Trigger, Demand Demand), int> _known = [];
    private readonly Dictionary<string, HashSet<string>> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<Disposition> _dispositions = [];
    private readonly List<(string, NaturalKey)> _keys = [];
    private readonly List<(string, EntityAttribute)> _attributes = [];
    private readonly List<(string, string, Terms.Literal, Origin)> _defaults = [];

    /// <summary>Fields that the author keeps elsewhere, with the question that was answered.</summary>
    private readonly Dictionary<(string Entity, string Field), string> _outside = [];

    /// <param name="ordinal">The line's place in its block, from 1.</param>
    public void Add(RuleLine line, Reading read, int ordinal)
    {
        var reading = _recommendations.Weigh(line, read);
        var origin = Origin.At(line.Fact.Source);
        foreach (var field in line.Fields)
        {
            Add(field, origin, line);
        }

        foreach (var key in reading.Keys)
        {
            _keys.Add((key.Entity, new NaturalKey(key.Attributes, key.IgnoreCase, key.Global, key.Where, origin)));
        }

        _defaults.AddRange(reading.Defaults.Select(value => (value.Entity, value.Attribute, value.Default, origin)));
        foreach (var draft in reading.Rules)
        {
            Add(draft, origin, line.Fact, ordinal);
        }

        foreach (var question in reading.Questions)
        {
            findings.Ask(question);
        }

        if (reading.Rules.Count == 0)
        {
            _dispositions.Add(Fated(line, reading));
        }
    }

    public ParsedRules ToParsedRules()
    {
        _recommendations.Ask();
        GivenNumbers.Keep(_rules, _keys, findings);
        var rules = _rules.FindAll(rule => !DemandNames.Of(rule.Demand).Any(name => _outside.ContainsKey((rule.Entity, name))));
        return new(ImpliedRules.Without(StrictestBounds.Of(BoundPairs.Apart([.. LaterFields.Open([.. OtherFigures.Settle(rules, findings)])]), findings)).ToSeq(), [.. _dispositions, .. _rules.Except(rules).SelectMany(Outside)]) { Keys = _keys.ToSeq(), Attributes = _attributes.ToSeq(), Defaults = _defaults.ToSeq() };
    }

    /// <summary>A rule about a field of which the author answered that it lives elsewhere.</summary>
    private IEnumerable<Disposition> Outside(Rule rule)
    {
        var id = DemandNames.Of(rule.Demand).Select(name => _outside.GetValueOrDefault((rule.Entity, name))).First(id => id is not null);
        return rule.Origin.Sources.Select(source => new Disposition(source, Fate.AnsweredElsewhere, $"The author answered {id}: the field it speaks of is kept elsewhere.", rule.Words));
    }

    private void Add(RuleDraft draft, Origin origin, RuleFact fact, int ordinal)
    {
        var identity = (draft.Entity, draft.Trigger, draft.Demand);
        if (_known.TryGetValue(identity, out var at))
        {
            _rules[at] = _rules[at] with { Origin = _rules[at].Origin.And(origin) };
            return;
        }

        if (!_names.TryGetValue(draft.Entity, out var taken))
        {
            _names.Add(draft.Entity, taken = new(StringComparer.Ordinal));
        }

        var name = RuleNames.Unique(RuleNames.From(draft.Name), taken);
        _known.Add(identity, _rules.Count);
        _rules.Add(new(Id(draft, fact, ordinal, name), name, draft.Entity, draft.Trigger, draft.Demand, fact.Words, origin));
    }

    private string Id(RuleDraft draft, RuleFact fact, int ordinal, string name)
    {
        var first = fact.Code is null ? $"{draft.Entity}.{name}" : $"{fact.Code}.{ordinal}";
        var id = first;
        for (var number = 2; !_ids.Add(id); number++)
        {
            id = $"{first}-{number}";
        }

        return id;
    }

    private void Add(AttributeDraft field, Origin origin, RuleLine line)
    {
        var attribute = new EntityAttribute(field.Name, field.Type, false, origin) { TypeAssumed = true, Description = $"Stated by the rule: {line.Fact.Words.Trim()}" };
        var question = Questions.FieldOfRule(field, line.Fact);
        findings.Ask(question);
        if (findings.Choice(question.Id, [.. question.Alternatives]) == 1)
        {
            _outside[(field.Entity, field.Name)] = question.Id;
            return;
        }

        _attributes.Add((field.Entity, attribute));
    }

    private Disposition Fated(RuleLine line, Reading reading)
    {
        if (reading.Fate is Fate.Unclear && reading.Questions.Count == 0 && line.Fact.Document != Documents.DocumentKind.Answers)
        {
            findings.Ask(Questions.NotUnderstood(line, reading.Reason));
        }

        var reason = reading.Fate is null && reading.Keys.Count > 0 ? $"a unique key of {reading.Keys[0].Entity}: {string.Join(", ", reading.Keys[0].Attributes)}" : reading.Reason;
        var fate = reading.Fate ?? (reading.Keys.Count > 0 ? Fate.Enforced : Fate.Modelled);
        return new(line.Fact.Source, fate, reason, line.Fact.Words) { Presumed = reading.Presumed };
    }
}
