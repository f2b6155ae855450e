using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Gives a value whose earlier ones stay known a table of its own: the value and from when it held.</summary>
internal static class PlaceHistories
{
    public static void Run(Notes notes, Things things)
    {
        foreach (var history in notes.ValueHistories)
        {
            if (Holder(history, things) is not { } thing)
            {
                continue;
            }

            var child = things.Add(Naming.EntityKey($"{thing.Name} {history.Value}"), $"{thing.Name} {history.Value}", history.Passage);
            child.Add(history.Value, new NounPhrase(0, 0) { Name = history.Value }, history.Passage);
            child.Add("valid from", new NounPhrase(0, 0) { Name = "valid from" }, history.Passage);
            child.Tie(thing, null, history.Passage, "has", true);
        }
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
