using System.Runtime.CompilerServices;
using Schemawright.Facts.Language.Grammar;
using Schemawright.Facts.Structure.Prose.Drafting;

namespace Schemawright.Facts.Structure.Prose.Weighing;

/// <summary>The nouns of a clause that a mention stands beside, looked up once for all mentions of the clause.</summary>
internal sealed class Spoken(Things things)
{
    private readonly ConditionalWeakTable<Clause, List<(NounPhrase Phrase, bool IsThing)>> _nouns = [];

    public List<(NounPhrase Phrase, bool IsThing)> In(Clause clause)
    {
        if (!_nouns.TryGetValue(clause, out var nouns))
        {
            nouns = clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(part => part.Nouns)).SelectMany(noun => new[] { noun, noun.Of, noun.Owner }).OfType<NounPhrase>().Select(noun => (noun, things.Of(noun) is not null)).ToList();
            _nouns.Add(clause, nouns);
        }

        return nouns;
    }
}
