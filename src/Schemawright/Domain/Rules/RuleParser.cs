using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Rules.Patterns;
using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>Reads rule statements against the vocabulary of a domain whose entities and relationships are settled.</summary>
internal static class RuleParser
{
    /// <summary>Nobody states a rule in more words; nesting beyond it could only be there to harm.</summary>
    private const int LongestDemand = 400;

    /// <summary>The patterns, the most specific forms first: the first that understands a line has it.</summary>
    private static readonly IRulePattern[] Patterns =
    [
        new IsolatesTenants(),
        new RefusesInCode(),
        new MatchesFormat(),
        new ListsCategories(),
        new RoutesApproval(),
        new SeparatesDuties(),
        new PermitsDeletion(),
        new RequiresReason(),
        new RequiresUniqueness(),
        new ForbidsOverlap(),
        new RequiresOneOf(),
        new RequiresForAction(),
        new DependsOnCondition(),
        new LimitsLength(),
        new LimitsDecimalPlaces(),
        new LimitsFileSize(),
        new ListsValues(),
        new LimitsTime(),
        new RequiresAge(),
        new ComparesValues(),
        new BoundsByLabel(),
        new LimitsCount(),
        new MatchesKind(),
        new RequiresListed(),
        new RequiresPresence(),
        new RequiresReferenceState(),
        new GatesState(),
        new LimitsChanges(),
        new ShapesText(),
        new RecordsEvidence(),
        new ChangesState(),
        new StatesDefault(),
        new RequiresAllFields(),
        new StatesStorage(),
        new NamesUnknownCase(),
        new NamesField(),
    ];

    /// <param name="facts">The rule statements, and the conditions of state machines' transitions.</param>
    /// <param name="domain">Entities, relationships and state machines are final; its rules are still empty.</param>
    public static ParsedRules Parse(FactBase facts, DomainModel domain, Findings findings)
    {
        var vocabulary = new Vocabulary(domain);
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

        foreach (var block in RuleBlocks.Of([.. facts.Rules.Where(fact => !states.Moments.ContainsKey(fact.Source)), .. states.Lines]))
        {
            for (var at = 0; at < block.Count; at++)
            {
                var line = new RuleLine(block[at], vocabulary, block);
                line = states.Moments.TryGetValue(block[at].Source, out var moment) ? line.At(moment.Moment) : line;
                collected.Add(line, Read(line) ?? leftovers.Read(line), at + 1);
            }
        }

        var parsed = collected.ToParsedRules();
        return parsed with { Dispositions = [.. parsed.Dispositions, .. RuleLabels.Of(facts)] };
    }

    private static Reading? Read(RuleLine line)
    {
        if (line.Whole.Count > LongestDemand)
        {
            return null;
        }

        if (line.Demand.Any(token => token.Is(";")) && Clauses(line) is { } several)
        {
            return several;
        }

        foreach (var pattern in Patterns)
        {
            if (pattern.Read(line) is { } reading)
            {
                return reading;
            }
        }

        return Clauses(line);
    }

    /// <summary>Several demands in one sentence, "A must …; B must …": all are read, or none.</summary>
    private static Reading? Clauses(RuleLine line)
    {
        var parts = ClauseCuts.Of(line.Demand);
        if (parts.Count < 2)
        {
            return null;
        }

        var rules = new List<RuleDraft>();
        foreach (var part in parts)
        {
            if (Read(line.With(part)) is not { Fate: null, Rules.Count: > 0 } reading)
            {
                return null;
            }

            rules.AddRange(reading.Rules);
        }

        return Reading.Of(rules);
    }
}
