using Schemawright.Collections;
using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>Puts the statements of one rule block together: same document, code, title and headings.</summary>
internal static class RuleBlocks
{
    public static IEnumerable<Seq<RuleFact>> Of(Seq<RuleFact> facts) =>
        facts.GroupBy(fact => (fact.Source.Document, fact.Code, fact.Title, Heading: string.Join('\u001f', fact.Headings)))
            .Select(block => block.ToSeq());
}
