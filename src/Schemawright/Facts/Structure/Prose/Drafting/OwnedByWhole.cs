using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Ties what a list is of to the whole that its own words name.</summary>
internal static class OwnedByWhole
{
    /// <summary>"every line of an order": a line belongs to an order.</summary>
    public static void Tie(Thing thing, NounPhrase owner, Passage passage, Things things)
    {
        if (owner.Tail is { Preposition: "per", Nouns: [{ IsPronoun: false } per] } && things.Of(per) is { } each && each != thing)
        {
            thing.Tie(each, null, passage, "of"); // "check per boat: date, remarks"
        }

        if (owner.Of is { IsPronoun: false } of && things.Of(of) is { } whole && whole != thing)
        {
            thing.Tie(whole, null, passage, "of");
        }
        else if (owner is { Determiner: Determiner.Possessive, Plural: true, Owner: { IsPronoun: false } holder } && things.Of(holder) is { } has && has != thing)
        {
            thing.Tie(has, null, passage, "has"); // "a stud has a name; its horses have …"
        }
        else if (owner is { Determiner: Determiner.Possessive, Plural: false, Owner: { IsPronoun: false } keeper } && things.Of(keeper) is { } with && with != thing && !thing.Ties.Exists(tie => tie.Parent == with))
        {
            with.Tie(thing, null, passage, "has"); // "its driver has a name"
        }
    }
}
