using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Weighing;

/// <summary>One place where a sentence speaks of a noun.</summary>
/// <param name="Place">Its part in the clause: subject, object, item (of a list of several), of, owner, or the preposition before it.</param>
internal sealed record Mention(NounPhrase Phrase, string Place, Clause Clause, Passage Passage)
{
    /// <summary>Every noun a clause speaks of, those inside other phrases included.</summary>
    public static IEnumerable<Mention> In(Clause clause, Passage passage)
    {
        var several = clause.Objects.Count > 2;
        return clause.Subjects.SelectMany(phrase => Of(phrase, "subject"))
            .Concat(clause.Objects.SelectMany(phrase => Of(phrase, several ? "item" : "object")))
            .Concat(clause.Phrases.SelectMany(part => part.Nouns.SelectMany(phrase => Of(phrase, part.Preposition))))
            .Select(found => new Mention(found.Phrase, found.Place, clause, passage))
            .Where(mention => !mention.Phrase.IsPronoun);
    }

    private static IEnumerable<(NounPhrase Phrase, string Place)> Of(NounPhrase phrase, string place)
    {
        yield return (phrase, place);
        foreach (var (inner, name) in new[] { (phrase.Of, "of"), (phrase.Owner, "owner") })
        {
            if (inner is not null && inner.First != phrase.First)
            {
                yield return (inner, AttributeWords.IsOne(phrase) ? name + " measure" : name);
            }
            else if (inner is not null && name is "owner")
            {
                yield return (inner, AttributeWords.IsOne(phrase) ? "owner measure" : name);
            }
        }

        foreach (var tail in phrase.Tail?.Nouns ?? [])
        {
            yield return (tail, phrase.Tail!.Preposition);
        }
    }
}
