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
                thing.Keys.Add(([.. Parents([property.Item.Within!], thing, property.Passage, things), property.Name], property.Passage));
            }
        }
    }

    private static void Place(Keyed keyed, Thing thing, Things things)
    {
        IReadOnlyList<NounPhrase> within = keyed.Within is { } inside ? [inside, .. keyed.Beside] : [];
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

    private static string? Column(Thing thing, NounPhrase item, Things things)
    {
        var name = Naming.Snake(PropertyNames.Of(item with { Owner = null, Of = null }));
        if (thing.Properties.Find(property => Naming.Snake(property.Name) == name) is { } property)
        {
            return property.Name;
        }

        return things.Of(item.Of ?? item) is { } parent && thing.Ties.Find(tie => tie.Parent == parent) is { } tie ? Naming.Snake(tie.Role ?? tie.Parent.Name) + "_id" : null;
    }
}
