using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>"Clubs and their teams", "owners with their boats": what is said to be theirs is of one of them each.</summary>
internal static class PlacePossessions
{
    public static void Run(Notes notes, Things things)
    {
        foreach (var (owner, owned, passage) in notes.Possessions)
        {
            if (things.Of(owned) is { General: null } part && things.Of(owner) is { } whole && part != whole && !part.IsLink && !whole.IsLink && !Related(part, whole, things))
            {
                part.Tie(whole, null, passage, "has");
            }
        }
    }

    /// <summary>The pairs of a clause: the noun right before in its list, else whose it was found to be.</summary>
    public static IEnumerable<(NounPhrase Owner, NounPhrase Owned)> Of(Clause clause)
    {
        foreach (var list in clause.Phrases.Select(phrase => phrase.Nouns).Append(clause.Subjects).Append(clause.Objects))
        {
            for (var index = 0; index < list.Count; index++)
            {
                if (list[index] is { Determiner: Determiner.Possessive, Their: true, Plural: true, IsPronoun: false } owned && !AttributeWords.IsOne(owned)
                    && (index > 0 && list[index - 1] is { Plural: true, IsPronoun: false, Determiner: not Determiner.Possessive } before ? before : owned.Owner) is { IsPronoun: false } owner)
                {
                    yield return (owner, owned);
                }
            }
        }
    }

    private static bool Related(Thing part, Thing whole, Things things) =>
        part.Ties.Exists(tie => tie.Parent == whole) || whole.Ties.Exists(tie => tie.Parent == part) || things.Meetings.Exists(meeting => (meeting.One, meeting.Other) == (part, whole) || (meeting.One, meeting.Other) == (whole, part));
}
