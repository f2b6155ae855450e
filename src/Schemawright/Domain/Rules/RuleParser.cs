using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Rules.Patterns;
using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>Reads rule statements against the vocabulary of a domain whose entities and relationships are settled.</summary>
internal static class RuleParser
{
    /// <summary>The patterns, the most specific forms first: the first that understands a line has it.</summary>
    private static readonly IRulePattern[] Patterns =
    [
        new ComparesValues(),
        new RequiresPresence(),
        new RequiresReferenceState(),
    ];

    /// <param name="facts">The rule statements, and the conditions of state machines' transitions.</param>
    /// <param name="domain">Entities, relationships and state machines are final; its rules are still empty.</param>
    public static ParsedRules Parse(FactBase facts, DomainModel domain, Findings findings)
    {
        var vocabulary = new Vocabulary(domain);
        var collected = new RuleCollection(vocabulary, findings);
        foreach (var block in RuleBlocks.Of(facts.Rules))
        {
            for (var at = 0; at < block.Count; at++)
            {
                var line = new RuleLine(block[at], vocabulary, block);
                collected.Add(line, Read(line), at + 1);
            }
        }

        return collected.ToParsedRules();
    }

    private static Reading Read(RuleLine line)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern.Read(line) is { } reading)
            {
                return reading;
            }
        }

        return Reading.Unclear("it reads like a rule, but no attribute or entity of the model is recognised in it");
    }
}
