using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>What no sentence has tied to anything is a kind of what its name ends in: "tower cranes" beside "cranes".</summary>
internal static class ConnectLone
{
    public static void Run(Things things)
    {
        var parents = things.All.SelectMany(thing => thing.Ties.Where(tie => tie.Parent != thing).Select(tie => tie.Parent)).Concat(things.Meetings.SelectMany(meeting => new[] { meeting.One, meeting.Other })).ToLookup(thing => thing);
        foreach (var bare in things.All.Where(thing => thing is { IsLink: false, Links: false, General: null, Properties.Count: 0 } && !thing.Ties.Exists(tie => tie.Parent != thing) && parents[thing].Count() > 1 && HeadNounTypes.Guess(thing.Key) is null))
        {
            bare.Add("name", new NounPhrase(0, 0) { Name = "name" }, bare.First); // what others refer to and nothing more is said of is known by its name
        }

        var tied = things.All.SelectMany(thing => thing.Ties.Select(tie => tie.Parent).Prepend(thing).Where(_ => thing.Ties.Count > 0)).Concat(things.All.Select(thing => thing.General).OfType<Thing>())
            .Concat(things.Meetings.SelectMany(meeting => new[] { meeting.One, meeting.Other })).ToHashSet();
        foreach (var lone in things.All.Where(thing => !tied.Contains(thing) && thing.General is null && !thing.IsLink && thing.Properties.Count > 0).ToList())
        {
            lone.General = lone.Key.LastIndexOf('_') is var cut and > 0 && things.Exact(lone.Key[(cut + 1)..]) is { Properties.Count: > 1 } general && general != lone && !AttributeWords.IsOne(general.Key) ? general : null;
        }
    }
}
