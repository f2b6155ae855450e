using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Finds things of which only a name can be known: "one of our porters looks after the case", "each coin is of a series, and a series belongs to a realm".</summary>
internal static class FindMembers
{
    public static void Run(Notes notes, Things things)
    {
        foreach (var told in notes.Told.Where(told => told.Clause is { Kind: not ClauseKind.Condition, Verb.Negated: false }))
        {
            foreach (var member in Nouns(told.Clause).Where(noun => IsOneOf(noun, things) && Nouns(told.Clause).Any(other => other != noun && things.Of(other) is not null)).ToList())
            {
                Add(member, told.Passage, things);
            }
        }

        var parts = notes.Told.Where(told => Part(told.Clause) is not null).ToList();
        foreach (var (clause, passage) in parts.Select(told => (told.Clause, told.Passage)))
        {
            var (part, whole) = (clause.Subjects[0], Part(clause)!);
            if (things.Of(part) is null && MayBeNamed(part, things) && things.Of(whole) is null && MayBeNamed(whole, things) && parts.Exists(other => things.Of(other.Clause.Subjects[0]) is not null && Naming.EntityKey(Part(other.Clause)!.Name) == Naming.EntityKey(part.Name)))
            {
                Add(part, passage, things);
                Add(whole, passage, things);
            }
        }
    }

    private static void Add(NounPhrase noun, Passage passage, Things things) =>
        things.Add(Naming.EntityKey(noun.Name), FindThings.Singular(noun), passage).Add("name", noun with { Remark = null, Count = null, Plural = false, Determiner = Determiner.None }, passage);

    private static IEnumerable<NounPhrase> Nouns(Clause clause) => clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns));

    /// <summary>"one of my porters", "one of the paths": of several that are known.</summary>
    private static bool IsOneOf(NounPhrase noun, Things things) =>
        noun is { Determiner: Determiner.Counted, Plural: true, Count: { Min: 1, Max: 1 }, IsPronoun: false, Of: null, Another: false } && noun.End - noun.First > 2 && MayBeNamed(noun, things);

    private static bool MayBeNamed(NounPhrase noun, Things things) =>
        FindThings.MayBeNamed(noun) && !Keepers.IsOne(noun) && things.Of(noun) is null && (!AttributeWords.IsOne(noun) || AttributeWords.MayBeThing(Naming.EntityKey(noun.Name))) && noun.Name is not ("following" or "options" or "ways" or "reasons" or "cases");

    /// <summary>What the subject belongs to or is of.</summary>
    private static NounPhrase? Part(Clause clause) =>
        clause is { Kind: not ClauseKind.Condition, Verb: { Negated: false }, Subjects: [{ IsPronoun: false, SpeaksOfEach: true }] } && clause.Objects.Count == 0
            ? clause.Verb.Verb switch
            {
                "belong" => clause.After("to"),
                "be" => clause.After("of"),
                "lie" or "sit" or "stand" => clause.After("in"),
                _ => [],
            } is [{ IsPronoun: false, Plural: false, Determiner: Determiner.Indefinite or Determiner.Counted } whole] ? whole : null
            : null;
}
