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
            if (things.Of(keyed.Owner) is not { } thing)
            {
                continue;
            }

            if (keyed.Within is { } inside && things.Of(inside) is { } whole && whole != thing && !thing.Ties.Exists(tie => tie.Parent == whole))
            {
                thing.Tie(whole, null, keyed.Passage, "of", true);
            }

            var names = keyed.Items.Select(item => Column(thing, item, things)).OfType<string>().ToList();
            var within = keyed.Within is { } phrase && things.Of(phrase) is { } parent && parent != thing ? thing.Ties.Find(tie => tie.Parent == parent) : null;
            if (names.Count == keyed.Items.Count && names.Count > 0)
            {
                thing.Keys.Add((within is null ? names : [Naming.Snake(within.Role ?? within.Parent.Name) + "_id", .. names], keyed.Passage));
            }
        }

        foreach (var thing in things.All)
        {
            foreach (var property in thing.Properties.Where(property => property.Item.Within is not null))
            {
                var within = things.Of(property.Item.Within!) is { } parent ? thing.Ties.Find(tie => tie.Parent == parent) : null;
                thing.Keys.Add((within is null ? [property.Name] : [Naming.Snake(within.Role ?? within.Parent.Name) + "_id", property.Name], property.Passage));
            }
        }
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
