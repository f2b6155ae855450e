using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Gives things their keys: what identifies them, alone or within a parent.</summary>
internal static class PlaceKeys
{
    public static void Run(Notes notes, Things things)
    {
        foreach (var keyed in notes.Keys)
        {
            if (things.Of(keyed.Owner) is { } thing)
            {
                Place(keyed, thing, things);
            }
        }

        foreach (var thing in things.All)
        {
            foreach (var property in thing.Properties.Where(property => property.Item.Within is not null))
            {
                var beside = thing.Properties.FindAll(other => Naming.Snake(other.Name) == Naming.Snake(property.Item.Within!.Name)).Select(other => other.Name);
                thing.Keys.Add(([.. Parents([property.Item.Within!], thing, property.Passage, things), .. beside, property.Name], property.Passage));
            }
        }
    }

    private static void Place(Keyed keyed, Thing thing, Things things)
    {
        IReadOnlyList<NounPhrase> within = keyed.Within is { } inside ? [inside, .. keyed.Beside] : [];
        if (keyed.Items is [var only] && Column(thing, only, things) is null && Link(thing, only, within, things) is { } link)
        {
            thing = link; // "no two skippers share a sail number in a season": it stands on their start
        }

        var parents = Parents(within, thing, keyed.Passage, things);
        var names = keyed.Items.Select(item => Column(thing, item, things)).OfType<string>().ToList();
        if (names.Count == keyed.Items.Count && names.Count > 0)
        {
            thing.Keys.Add(([.. parents.Except(names, StringComparer.Ordinal), .. names], keyed.Passage));
        }
    }

    /// <summary>The columns that refer to the parents within which the key counts; what is unique within a thing belongs to it.</summary>
    private static List<string> Parents(IReadOnlyList<NounPhrase> within, Thing thing, Passage passage, Things things)
    {
        var columns = new List<string>();
        foreach (var parent in within.Select(things.Of).OfType<Thing>().Where(parent => parent != thing && !parent.Ties.Exists(tie => tie.Parent == thing)))
        {
            if (!thing.Ties.Exists(tie => tie.Parent == parent))
            {
                thing.Tie(parent, null, passage, "of", true);
            }

            var tie = thing.Ties.Find(tie => tie.Parent == parent)!;
            columns.Add(Naming.Snake(tie.Role ?? tie.Parent.Name) + "_id");
        }

        return columns;
    }

    private static Thing? Link(Thing thing, NounPhrase item, IReadOnlyList<NounPhrase> within, Things things) =>
        things.All.FirstOrDefault(link => link.IsLink && link.Ties.Exists(tie => tie.Parent == thing) && within.All(frame => things.Of(frame) is { } parent && link.Ties.Exists(tie => tie.Parent == parent)) && link.Properties.Exists(property => Naming.Snake(property.Name) == Naming.Snake(item.Name)));

    private static string? Column(Thing thing, NounPhrase item, Things things)
    {
        var name = Naming.Snake(PropertyNames.Of(item with { Owner = null, Of = null }));
        if (thing.Properties.Find(property => Naming.Snake(property.Name) == name) is { } property)
        {
            return property.Name;
        }

        if (!name.Contains('_', StringComparison.Ordinal) && thing.Properties.FindAll(property => Naming.Snake(property.Name).EndsWith("_" + name, StringComparison.Ordinal)) is [var longer])
        {
            return longer.Name; // "the code" of what has a course code
        }

        return things.Of(item.Of ?? item) is { } parent && thing.Ties.Find(tie => tie.Parent == parent) is { } tie ? Naming.Snake(tie.Role ?? tie.Parent.Name) + "_id" : null;
    }
}
