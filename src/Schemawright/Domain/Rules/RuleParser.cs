using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>What parsing gave: the rules, and what became of every statement that no rule came of.</summary>
internal sealed record ParsedRules(Seq<Rule> Rules, Seq<Disposition> Dispositions);

/// <summary>Reads rule statements against the vocabulary of a domain whose entities and relationships are settled.</summary>
internal static class RuleParser
{
    /// <param name="facts">The rule statements, and the conditions of state machines' transitions.</param>
    /// <param name="domain">Entities, relationships and state machines are final; its rules are still empty.</param>
    public static ParsedRules Parse(FactBase facts, DomainModel domain, Findings findings) => new([], []);
}
