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
        var leftovers = new Leftovers(facts);
        var states = new StateConditions(vocabulary);
        foreach (var machine in facts.StateMachines)
        {
            states.Read(machine);
            foreach (var (line, reading) in states.Required(machine))
            {
                collected.Add(line, reading, 1);
            }
        }

        var told = new CodedSubjects();
        foreach (var block in RuleBlocks.Of([.. facts.Rules.Where(fact => !states.Moments.ContainsKey(fact.Source)), .. states.Lines]))
        {
            for (var at = 0; at < block.Count; at++)
            {
                var line = new RuleLine(block[at], vocabulary, block, told.Before(block[at]));
                told.Remember(line);
                line = states.Moments.TryGetValue(block[at].Source, out var moment) ? line.At(moment.Moment) : line;
                collected.Add(line, RulePatterns.ReadAnySubject(line) ?? leftovers.Read(line), at + 1);
            }
        }

        var parsed = collected.ToParsedRules();
        return parsed with { Dispositions = [.. parsed.Dispositions, .. RuleLabels.Of(facts)] };
    }
}
