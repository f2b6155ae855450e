using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>"A class may be part of a broader class", "lies under a parent category": each may have one of its own kind above it.</summary>
internal static class OwnSuperior
{
    private static readonly string[] Above = ["parent", "broader", "superior", "higher", "wider", "larger", "overarching", "enclosing", "containing", "upper", "head"];

    public static bool Read(Clause clause, Passage passage, Things things)
    {
        if (clause.Subjects is not [{ IsPronoun: false } subject] || things.Of(subject) is not { } thing)
        {
            return false;
        }

        var above = clause.Objects.Concat(clause.Objects.Select(item => item.Of).OfType<NounPhrase>()).Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns))
            .FirstOrDefault(noun => noun is { IsPronoun: false, Plural: false, Determiner: Determiner.Indefinite or Determiner.Counted } && Naming.Words(noun.Name) is [var first, _, ..] && Above.Contains(first.ToLowerInvariant()) && EndsAlike(Naming.EntityKey(noun.Name), thing.Key));
        if (above is null)
        {
            return false;
        }

        thing.Properties.RemoveAll(property => property.Key == Naming.Snake(above.Name));
        thing.Tie(thing, above.Name, passage, clause.Verb.Verb, false);
        return true;
    }

    private static bool EndsAlike(string noun, string key) => noun[(noun.LastIndexOf('_') + 1)..] == key[(key.LastIndexOf('_') + 1)..];
}
