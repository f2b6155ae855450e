using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>Reads rule statements against the vocabulary of a domain whose entities and relationships are settled.</summary>
internal static class RuleParser
{
    /// <param name="facts">The rule statements, and the conditions of state machines' transitions.</param>
    /// <param name="domain">Entities, relationships and state machines are final; its rules are still empty.</param>
    public static ParsedRules Parse(FactBase facts, DomainModel domain, Findings findings)
    {
        var vocabulary = new Vocabulary(domain);
        Glosses.Learn(facts.Rules, vocabulary);
        var collected = new RuleCollection(findings);
        var leftovers = new Leftovers(facts, domain);
        var states = new StateConditions(vocabulary);
        foreach (var machine in facts.StateMachines)
        {
            states.Read(machine);
            foreach (var (line, reading) in states.Required(machine))
            {
                collected.Add(line, reading, 1);
            }
        }

        var nearby = new Nearby(vocabulary, facts.Rules);
        var told = new CodedSubjects();
        foreach (var block in RuleBlocks.Of([.. facts.Rules.Where(fact => !states.Moments.ContainsKey(fact.Source)), .. states.Lines]))
        {
            for (var at = 0; at < block.Count; at++)
            {
                var line = new RuleLine(block[at], vocabulary, block, told.Before(block[at])) { Near = nearby.Before(block[at]) };
                told.Remember(line);
                line = states.Moments.TryGetValue(block[at].Source, out var moment) ? line.At(moment.Moment) : line;
                collected.Add(line, RulePatterns.ReadAnySubject(line) ?? leftovers.Read(line), at + 1);
            }
        }

        foreach (var (line, reading) in facts.Surmises.Select(surmise => Surmised(surmise, vocabulary)).OfType<(RuleLine, Reading)>())
        {
            collected.Add(line, reading, 1);
        }

        var parsed = collected.ToParsedRules();
        return parsed with { Dispositions = [.. parsed.Dispositions, .. RuleLabels.Of(facts)] };
    }

    /// <summary>Fields and parts that all rows of a thing have tell what it is; a figure of scale is none.</summary>
    private static bool IsDemand(RuleDraft rule) => rule.Demand is not AtLeast { States.Count: 0 } && !(rule.Demand is Holds holds && Terms.ExprWalk.Nodes(holds.Condition).All(node => node is Terms.IsPresent or Terms.And or Terms.Ref));

    /// <summary>What the line makes, if it makes a rule of things the model has and leaves nothing open; null else.</summary>
    private static (RuleLine Line, Reading Reading)? Surmised(SurmiseFact surmise, Vocabulary vocabulary)
    {
        var line = new RuleLine(surmise.Rule, vocabulary, [surmise.Rule]);
        var reading = RulePatterns.ReadAnySubject(line);
        return reading is { Fate: null, Questions.Count: 0 } && reading.Rules.Count + reading.Keys.Count > 0 && line.Fields.Count == 0 && reading.Rules.All(IsDemand) ? (line, reading) : null;
    }
}
