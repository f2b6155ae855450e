using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>"Each parcel is handed to exactly one courier", "a job is done by a fitter": what each of a thing has one of is a thing, known by its name when nothing more is said of it.</summary>
internal static class PlaceOnes
{
    public static void Run(Notes notes, Things things)
    {
        foreach (var (clause, passage) in notes.Told.Where(told => told.Clause is { Kind: not ClauseKind.Condition, Verb.Negated: false } && !Senses.IsIdle(told.Clause.Verb.Verb)).Select(told => (told.Clause, told.Passage)).ToList())
        {
            if (!clause.Subjects.Concat(clause.Objects).Any(noun => things.Of(noun) is { IsLink: false }))
            {
                continue;
            }

            foreach (var noun in clause.Objects.Concat(clause.Phrases.Where(phrase => phrase.Preposition is "by" or "to" or "in" or "at" or "from" or "into" or "with" or "on" or "under").SelectMany(phrase => phrase.Nouns)).Where(noun => IsOne(noun, clause, notes, things)).ToList())
            {
                Name(noun, passage, things);
            }
        }

        foreach (var list in notes.Lists.Where(list => list is { Manner: Manner.Has, Owner: { Plural: false, Determiner: Determiner.Each or Determiner.Indefinite or Determiner.Counted } } && notes.Mentions(list.Key) > 1 && MayBeNamed(list.Owner, things)).ToList())
        {
            if (list.Items.Any(item => item is { IsMany: true, Count: not null } && things.Of(item) is { IsLink: false }))
            {
                Name(list.Owner, list.Passage, things); // "one client can have several sites"
            }
        }

        foreach (var list in notes.Lists.Where(list => things.Of(list.Owner) is not null && list.Manner is Manner.Has or Manner.With or Manner.Label or Manner.Records))
        {
            foreach (var item in list.Items.Where(item => IsCounted(item) && MayBeNamed(item, things) && (Persons.IsOne(item) || notes.Mentions(Naming.EntityKey(item.Name)) > 1)).ToList())
            {
                Name(item, list.Passage, things);
            }
        }
    }

    private static void Name(NounPhrase noun, Passage passage, Things things) =>
        things.Add(Naming.EntityKey(noun.Name), FindThings.Singular(noun), passage).Add("name", noun with { Name = "name", Remark = null, Count = null, Plural = false, Determiner = Determiner.None }, passage);

    /// <summary>Counted as one wherever it stands, or the doer of what is done.</summary>
    private static bool IsOne(NounPhrase noun, Clause clause, Notes notes, Things things) =>
        MayBeNamed(noun, things) && (IsCounted(noun) || (noun is { Determiner: Determiner.Indefinite, Plural: false } && clause.Verb.Passive && clause.After("by").Contains(noun) && (Persons.IsOne(noun) || notes.Mentions(Naming.EntityKey(noun.Name)) > 1)));

    private static bool IsCounted(NounPhrase noun) => noun is { Determiner: Determiner.Counted, Plural: false, Count: { Min: 0 or 1, Max: 1 } };

    private static bool MayBeNamed(NounPhrase noun, Things things) =>
        noun is { IsPronoun: false, Another: false, Of: null, Owner: null, Done: null } && FindThings.MayBeNamed(noun) && !Keepers.IsOne(noun) && things.Of(noun) is null && !AttributeWords.IsOne(noun) && !ComplementReader.IsTime(noun.Name) && !MeasureNouns.IsUnit(noun.Name);
}
