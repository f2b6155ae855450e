using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Relations;

namespace Schemawright.Facts.Structure.Nodes;

/// <summary>Reads trees of entities in YAML and JSON: <c>entity:</c> with <c>fields:</c>, a map of entities, or names over maps of types. Settings and examples are none.</summary>
internal sealed class EntityNodeReader : IFactReader
{
    private static readonly string[] Holders = ["entities", "models", "tables", "collections", "data_model", "dataModel", "domain", "data_models", "aggregates"];

    private static readonly string[] Fields = ["fields", "attributes", "columns", "properties", "key_attributes"];

    private static readonly string[] Titles = ["entity", "table", "model", "name", "collection", "aggregate"];

    private static readonly string[] Relations = ["relationships", "relations", "associations", "references"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.EntityBlock);
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence) && Mentions(fence)))
        {
            var read = NodeFences.Parse(fence) switch
            {
                MapNode map => Root(map, fence, writer),
                ListNode list => list.Items.OfType<MapNode>().Count(item => Titled(item, writer)),
                _ => 0,
            };
            if (read > 0)
            {
                facts.Claim(fence);
                facts.Classify(fence.Span, StatementClass.Fact, "a tree of entities");
            }
        }
    }

    private static bool Mentions(CodeFence fence) =>
        Subjects.IsDataModel(fence.Headings)
        || fence.Lines.Any(line => Array.Exists(Fields, word => line.Text.Contains(word, StringComparison.Ordinal)) || Array.Exists(Holders, word => line.Text.Holds(word)));

    private static int Root(MapNode root, CodeFence fence, FactWriter writer)
    {
        if (Titled(root, writer))
        {
            return 1;
        }

        if (Array.Find(Holders, holder => root.At(holder) is not null) is { } key)
        {
            return root.At(key) switch
            {
                MapNode map => Named(map, writer, isHolder: true),
                ListNode list => list.Items.OfType<MapNode>().Count(item => Titled(item, writer) || (item.Entries is [var single] && Entity(single, writer, isHolder: true))),
                _ => 0,
            };
        }

        return Named(root, writer, isHolder: false, Subjects.IsDataModel(fence.Headings));
    }

    /// <summary>A map whose keys name entities.</summary>
    private static int Named(MapNode map, FactWriter writer, bool isHolder, bool inDataModel = false)
    {
        var entries = map.Entries.FindAll(entry => entry.Value is MapNode or ListNode);
        var described = entries.FindAll(entry => entry.Value is MapNode inner && Array.Exists(Fields, word => inner.At(word) is not null));
        if (!isHolder && described.Count == 0 && !(inDataModel && entries.Count == map.Entries.Count))
        {
            return 0;
        }

        return (isHolder || (inDataModel && described.Count == 0) ? entries : described).Count(entry => Entity(entry, writer, isHolder));
    }

    private static bool Entity(MapEntry entry, FactWriter writer, bool isHolder)
    {
        var name = EntityNames.Undecorated(entry.Key);
        if (!EntityNames.IsTitle(name))
        {
            return false;
        }

        if (entry.Value is MapNode map && Array.Find(Fields, word => map.At(word) is not null) is { } key)
        {
            return Write(name, map.Text("description", "purpose"), map.At(key)!, map, entry.Line, entry.Words, writer);
        }

        var typed = entry.Value is MapNode own ? own.Entries.Count(EntityFields.IsTyped) : 0;
        var enough = entry.Value is MapNode all ? typed >= 1 && typed * 2 >= all.Entries.Count : isHolder;
        return enough && Write(name, null, entry.Value, null, entry.Line, entry.Words, writer);
    }

    /// <summary><c>entity: Boat</c> with its fields beside it.</summary>
    private static bool Titled(MapNode map, FactWriter writer)
    {
        var title = Array.Find(Titles, word => map.At(word) is ScalarNode);
        var fields = Array.Find(Fields, word => map.At(word) is not null);
        var name = title is null ? "" : EntityNames.Undecorated(map.Text(title)!);
        return fields is not null && EntityNames.IsTitle(name) && Write(name, map.Text("description", "purpose"), map.At(fields)!, map, map.Entries[0].Line, map.Entries[0].Words, writer);
    }

    private static bool Write(string name, string? description, DataNode fields, MapNode? around, SourceSpan place, string words, FactWriter writer)
    {
        var facts = fields switch
        {
            MapNode map => map.Entries.Where(entry => !Array.Exists(Relations, word => string.Equals(word, entry.Key, StringComparison.OrdinalIgnoreCase))).Select(entry => EntityFields.OfEntry(writer, name, entry)).OfType<AttributeFact>().ToList(),
            ListNode list => list.Items.Select(item => EntityFields.OfItem(writer, name, item)).OfType<AttributeFact>().ToList(),
            _ => [],
        };
        if (facts.Count == 0)
        {
            return false;
        }

        writer.Entity(name, description, place, words);
        facts.ForEach(writer.Attribute);
        WriteRelations(name, around?.At(Relations) ?? (fields as MapNode)?.At(Relations), writer);
        return true;
    }

    /// <summary><c>- has many Trips</c>, <c>belongs_to: [Member]</c>, <c>trips: has_many Trip</c>.</summary>
    private static void WriteRelations(string entity, DataNode? relations, FactWriter writer)
    {
        var phrases = relations switch
        {
            ListNode list => list.Items.SelectMany(Phrases),
            MapNode map => map.Entries.SelectMany(Phrases),
            _ => [],
        };
        foreach (var (text, place) in phrases)
        {
            if (RelationPhrase.Parse(text.Replace('_', ' ')) is { } phrase)
            {
                RelationWriter.Write(writer, phrase, phrase.From ?? entity, place, text);
            }
        }
    }

    private static IEnumerable<(string Text, SourceSpan Place)> Phrases(DataNode node) => node switch
    {
        ScalarNode scalar => [(scalar.Text, scalar.Place)],
        MapNode map when map.Text("type", "kind", "cardinality") is { } type && map.Text("entity", "target", "to", "model", "with", "table") is { } target => [($"{type} {target}", map.Place)],
        MapNode map => map.Entries.SelectMany(Phrases),
        _ => [],
    };

    private static IEnumerable<(string Text, SourceSpan Place)> Phrases(MapEntry entry) => entry.Value switch
    {
        ScalarNode scalar => RelationPhrase.Parse(scalar.Text.Replace('_', ' ')) is not null ? [(scalar.Text, entry.Place)] : [($"{entry.Key} {scalar.Text}", entry.Place)],
        ListNode list => list.Items.OfType<ScalarNode>().Select(item => ($"{entry.Key} {item.Text}", item.Place)),
        MapNode map => Phrases(map),
        _ => [],
    };
}
