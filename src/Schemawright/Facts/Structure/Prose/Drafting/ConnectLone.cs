using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>What no sentence has tied to anything is a kind of what its name ends in: "tower cranes" beside "cranes".</summary>
internal static class ConnectLone
{
    public static void Run(Notes notes, Things things)
    {
        Occur(notes, things);
        var parents = things.All.SelectMany(thing => thing.Ties.Where(tie => tie.Parent != thing).Select(tie => tie.Parent)).Concat(things.Meetings.SelectMany(meeting => new[] { meeting.One, meeting.Other })).ToLookup(thing => thing);
        foreach (var bare in things.All.Where(thing => thing is { IsLink: false, Links: false, General: null, Properties.Count: 0 } && !thing.Ties.Exists(tie => tie.Parent != thing) && parents[thing].Count() > (thing.Weighed ? 0 : 1) && HeadNounTypes.Guess(thing.Key) is null))
        {
            bare.Add("name", new NounPhrase(0, 0) { Name = "name" }, bare.First); // what others refer to and nothing more is said of is known by its name
        }

        var tied = Tied(things);
        foreach (var lone in things.All.Where(thing => !tied.Contains(thing) && thing.General is null && !thing.IsLink && thing.Properties.Count > 0).ToList())
        {
            lone.General = lone.Key.LastIndexOf('_') is var cut and > 0 && things.Exact(lone.Key[(cut + 1)..]) is { Properties.Count: > 1 } general && general != lone && !AttributeWords.IsOne(general.Key) ? general : null;
        }
    }

    /// <summary>"A dive has a date and a depth. Incidents are noted with a time and a text.": what has neither name nor number and is tied to nothing occurs in what the talk is about.</summary>
    private static void Occur(Notes notes, Things things)
    {
        var tied = Tied(things);
        foreach (var list in notes.Lists.Where(list => list is { Manner: Manner.Records, Topic: { IsPronoun: false }, Owner: { Plural: true, Determiner: Determiner.None, Of: null } }))
        {
            if (things.Exact(list.Key) is { IsNamed: false, IsLink: false, General: null } lone && !tied.Contains(lone) && things.Of(list.Topic!) is { IsLink: false, IsEvent: true } about && about != lone && ReferenceEquals(lone.First, list.Passage) && !Persons.IsOne(list.Owner)
                && !lone.Properties.Exists(property => property.Name is "number" or "code" || property.Name.EndsWith(" number", StringComparison.Ordinal) || property.Name.EndsWith(" code", StringComparison.Ordinal)))
            {
                lone.Tie(about, null, list.Passage, "of");
            }
        }
    }

    private static HashSet<Thing> Tied(Things things) =>
        things.All.SelectMany(thing => thing.Ties.Select(tie => tie.Parent).Prepend(thing).Where(_ => thing.Ties.Count > 0)).Concat(things.All.Select(thing => thing.General).OfType<Thing>())
            .Concat(things.Meetings.SelectMany(meeting => new[] { meeting.One, meeting.Other })).ToHashSet();
}
