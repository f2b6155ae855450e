using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Finds the occasion at which something has what is listed of it: the mechanic in the job, the wheel at the halt.</summary>
internal sealed class Attendances(Notes notes, Things things)
{
    public Thing? Of(Listed list, Thing thing) => TookPart(list, thing) ?? AtEach(list, thing);

    /// <summary>What it is like is listed elsewhere.</summary>
    private bool Named(Listed list) => notes.ListsNamed(list.Key).Any(other => !ReferenceEquals(other, list) && other.Manner is not Manner.Records && other.Items.Any(AttributeWords.IsOne));

    private List<Thing> Met(Clause told) =>
        [.. told.Subjects.Concat(told.Objects).Concat(told.Phrases.Where(phrase => phrase.Preposition is not ("as" or "with")).SelectMany(phrase => phrase.Nouns)).Select(things.Of).OfType<Thing>().Distinct()];

    /// <summary>"A shift is run on a day, and the hours are recorded for every stoker who took part": of the stoker in the shift.</summary>
    private Thing? TookPart(Listed list, Thing thing)
    {
        var named = list is { Manner: Manner.Records or Manner.OfEach } && list.Owner is { IsPronoun: false } owner && (owner.Determiner == Determiner.Each || owner.Plural) && list.After is not null && Named(list);
        if (!named || notes.ToldIn(list.Passage).FirstOrDefault(told => told.Clause.Kind == ClauseKind.Attached && told.Clause.Subjects is [var who] && who.First == list.Owner.First && !told.Clause.Verb.Negated && (told.Clause.Verb.Verb is "participate" or "attend" or "come" or "help" or "assist" || (told.Clause.Verb.Passive && told.Clause.Verb.Verb is "use" or "need" or "involve" or "consume" or "deploy")) && Met(told.Clause).TrueForAll(met => met == thing)) is not { } relative
            || list.After!.Subjects.Select(things.Of).FirstOrDefault(other => other is not null && other != thing) is not { } occasion)
        {
            return null;
        }

        return new Pairs(things).Of([occasion, thing], relative.Clause.Verb.Verb, list.Passage);
    }

    /// <summary>"At every halt one engine is checked and, for each wheel, the wear is noted": of the wheel at the halt.</summary>
    private Thing? AtEach(Listed list, Thing thing)
    {
        var frame = list is { Manner: Manner.Records, Owner: { Determiner: Determiner.Each, Of: null }, After: { Kind: ClauseKind.Main } told } && PlaceLists.SameSentence(list, told) && Named(list)
            ? told.With("at", "on", "in", "during").SelectMany(phrase => phrase.Nouns).Where(noun => noun is { Determiner: Determiner.Each, IsPronoun: false }).Select(things.Of).FirstOrDefault(other => other is not null && other != thing) : null;
        return frame is null || thing.Ties.Exists(tie => tie.Parent == frame) ? null : new Pairs(things).Of([frame, thing], "", list.Passage);
    }
}
