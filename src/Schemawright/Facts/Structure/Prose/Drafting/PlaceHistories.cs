using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Gives a value whose earlier ones stay known a table of its own: the value and from when it held.</summary>
internal static class PlaceHistories
{
    public static void Run(Notes notes, Things things)
    {
        foreach (var (value, items, topic, passage) in notes.Changes)
        {
            if (Holder(new(value.Name, items, topic, passage), things) is { } thing)
            {
                Change(thing, value, items, passage, things);
            }
        }

        foreach (var history in notes.ValueHistories)
        {
            if (things.Of(Naming.EntityKey(history.Value)) is { } other)
            {
                Change(other, history, things);
                continue;
            }

            if (!AttributeWords.IsOne(history.Value) || Holder(history, things) is not { } thing)
            {
                continue;
            }

            var child = things.Add(Naming.EntityKey($"{thing.Name} {history.Value}"), $"{thing.Name} {history.Value}", history.Passage);
            child.Add(history.Value, new NounPhrase(0, 0) { Name = history.Value }, history.Passage);
            child.Add("valid from", new NounPhrase(0, 0) { Name = "valid from" }, history.Passage);
            child.Tie(thing, null, history.Passage, "has", true);
        }
    }

    /// <summary>"Former keepers of a lighthouse remain known": one keeper after the other, each for a time.</summary>
    private static void Change(Thing other, History history, Things things)
    {
        var topic = history.Topic is { } phrase && things.Of(phrase) is { } said && said != other ? said : null;
        var thing = topic ?? (things.All.Where(known => known != other && !known.IsLink && known.Ties.Exists(tie => tie.Parent == other && tie.Role is null)).ToList() is [var only] ? only : null);
        if (thing is null || other.IsEvent || thing.IsEvent || !thing.Ties.Exists(tie => tie.Parent == other && tie.Role is null))
        {
            return;
        }

        thing.Ties.RemoveAll(tie => tie.Parent == other && tie.Role is null);
        things.Meetings.RemoveAll(meeting => (meeting.One, meeting.Other) == (thing, other) || (meeting.One, meeting.Other) == (other, thing));
        var link = new Pairs(things).Of([thing, other], "", history.Passage);
        foreach (var name in (string[])["from", "until"])
        {
            link.Add(name, new NounPhrase(0, 0) { Name = name }, history.Passage);
        }
    }

    private static void Change(Thing thing, NounPhrase value, IReadOnlyList<NounPhrase> items, Passage passage, Things things)
    {
        var name = things.Exact(Naming.EntityKey($"{value.Name} change")) is null ? $"{value.Name} change" : $"{thing.Name} {value.Name} change";
        var change = things.Add(Naming.EntityKey(name), name, passage);
        var kept = items.Count > 0 ? items : [value with { Name = $"former {value.Name}", Of = null }, value with { Name = "changed at", Of = null }];
        foreach (var item in kept)
        {
            change.Add(PropertyNames.Of(item), item, passage);
        }

        change.Tie(thing, null, passage, "has", true);
    }

    /// <summary>The thing spoken of when it has such a value, else the only one that has.</summary>
    private static Thing? Holder(History history, Things things)
    {
        var value = Naming.Snake(history.Value);
        var having = things.All.Where(thing => thing.Properties.Exists(property => Has(Naming.Snake(property.Name), value))).ToList();
        var topic = history.Topic is { } phrase ? things.Of(phrase) : null;
        return topic is not null && (having.Contains(topic) || having.Count != 1) ? topic : having is [var only] ? only : null;
    }

    private static bool Has(string property, string value) => property == value || property.EndsWith("_" + value, StringComparison.Ordinal) || property.StartsWith(value + "_", StringComparison.Ordinal);
}
