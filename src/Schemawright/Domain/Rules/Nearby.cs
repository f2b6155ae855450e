using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>What the statements right above one under the same heading begin with: a statement without a thing of its own goes on about it.</summary>
internal sealed class Nearby(Vocabulary vocabulary, IEnumerable<RuleFact> facts)
{
    private const int Furthest = 4;

    private readonly Dictionary<(string Document, string Heading), List<RuleFact>> _places = facts.GroupBy(Place).ToDictionary(place => place.Key, place => place.OrderBy(fact => fact.Source).ToList());

    /// <summary>The things, the nearest first; of one statement the first that it names.</summary>
    public IReadOnlyList<EntityTerms> Before(RuleFact fact)
    {
        if (!_places.TryGetValue(Place(fact), out var place))
        {
            return [];
        }

        var at = place.BinarySearch(fact, Comparer<RuleFact>.Create((one, other) => one.Source.CompareTo(other.Source)));
        var found = new List<EntityTerms>();
        for (var back = 1; at - back >= 0 && back <= Furthest; back++)
        {
            if (vocabulary.EntitiesIn(Lexer.Read(place[at - back].Text)).FirstOrDefault() is { } named && !found.Contains(named))
            {
                found.Add(named);
            }
        }

        return found;
    }

    private static (string, string) Place(RuleFact fact) => (fact.Source.Document, string.Join('\u001f', fact.Headings));
}
