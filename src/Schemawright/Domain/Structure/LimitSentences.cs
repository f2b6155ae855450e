using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Sentences that limit how many there may be within something: "a boat may have up to two entries in one race". What they name beside the limited is
/// where it is counted; it ties no row to another, and no "one" in it says that there is one only.
/// </summary>
internal sealed class LimitSentences
{
    private static readonly string[] Limits = [" up to ", " at most ", " no more than ", " not more than ", " a maximum of ", " maximum of ", " only one ", " more than "];

    private static readonly string[] Windows = [" per ", " for each ", " for every ", " in each ", " in one ", " in any ", " within one ", " within each ", " on each ", " at a time", " a year", " a month", " a week", " a day"];

    private readonly HashSet<(string Words, string From)> _many;

    public LimitSentences(IEnumerable<RelationshipFact> facts) =>
        _many = facts.Where(fact => fact is { Form: FactForm.Sentence, ToCardinality.IsMany: true } && Limited(fact.Words)).Select(fact => (fact.Words, Naming.EntityKey(fact.From))).ToHashSet();

    /// <summary>The fact without what the limit does not say; null when it says nothing of the two.</summary>
    public RelationshipFact? Without(RelationshipFact fact) =>
        fact.Form != FactForm.Sentence || fact.ToCardinality is not { IsMany: false } ? fact
        : _many.Contains((fact.Words, Naming.EntityKey(fact.From))) ? null
        : Array.Exists(Windows, words => fact.Words.Holds(words)) && fact.FromCardinality is null && fact.Words.Holds(" one ") ? fact with { FromCardinality = Cardinality.ExactlyOne, ToCardinality = Cardinality.ZeroOrMore }
        : fact;

    private static bool Limited(string words) => Array.Exists(Limits, limit => words.Holds(limit)) && Array.Exists(Windows, window => words.Holds(window));
}
