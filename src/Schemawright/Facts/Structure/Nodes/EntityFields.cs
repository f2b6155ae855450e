using Schemawright.Facts.Structure.Calls;
using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Nodes;

/// <summary>Reads the fields of an entity as trees write them: <c>name: string, required</c>, <c>name: { type: string, max: 80 }</c>, <c>- name: id</c> with more under it.</summary>
internal static class EntityFields
{
    private static readonly string[] Names = ["name", "field", "column", "attribute", "property", "key"];

    private static readonly string[] Types = ["type", "data_type", "datatype", "dataType", "kind", "sql_type"];

    /// <summary>The field a list's item states; null when it states none.</summary>
    public static AttributeFact? OfItem(FactWriter writer, string entity, DataNode item) => item switch
    {
        ScalarNode scalar => AttributeLine.Parse(scalar.Text) is { } line ? line.Complete(writer.Blank(entity, line.Name, item.Place, scalar.Text)) : null,
        MapNode map when map.Text(Names) is { } name && EntityNames.IsPlain(name) && map.Entries.Count > 1 => Described(writer.Blank(entity, name, map.Entries[0].Line with { EndLine = map.Last.EndLine, EndColumn = map.Last.EndColumn }, map.Entries[0].Words), map),
        MapNode { Entries: [var single] } => OfEntry(writer, entity, single),
        MapNode { Entries: [var first, ..] } map when first.Value is ScalarNode type && TypeReads(type.Text, first.Key) => Described(OfEntry(writer, entity, first)!, map),
        _ => null,
    };

    public static AttributeFact? OfEntry(FactWriter writer, string entity, MapEntry entry)
    {
        var name = entry.Key.TrimEnd('?', '!', '*');
        if (!EntityNames.IsPlain(name))
        {
            return null;
        }

        var blank = writer.Blank(entity, name, entry.Place, entry.Words);
        return entry.Value switch
        {
            ScalarNode scalar => new AttributeLine(name, scalar.Text, entry.Key.EndsWith('?')).Complete(blank),
            MapNode map when map.At(Types) is not null || map.At("references", "ref", "enum", "values", "required") is not null => Described(blank, map),
            ListNode list when list.Items.Count > 1 && list.Items.TrueForAll(item => item is ScalarNode) => blank with { Type = new DataType(DataKind.Enumeration, Values: list.Items.Select(item => ((ScalarNode)item).Text).ToSeq()) },
            _ => blank with { Type = DataType.Of(DataKind.Json) },
        };
    }

    /// <summary>True when the entry's value is a type or describes one.</summary>
    public static bool IsTyped(MapEntry entry) => entry.Value switch
    {
        ScalarNode scalar => TypeReads(scalar.Text, entry.Key),
        MapNode map => map.Text(Types) is { } type && TypeReads(type, entry.Key),
        _ => false,
    };

    private static bool TypeReads(string text, string name) => Language.TypeWords.Read(text, name) is not null;

    private static AttributeFact Described(AttributeFact blank, MapNode map)
    {
        var typed = map.Text(Types) is { } type ? new AttributeLine(blank.Name, type, false).Complete(blank) : blank;
        return map.Entries.Where(entry => !Types.Contains(entry.Key, StringComparer.OrdinalIgnoreCase) && !Names.Contains(entry.Key, StringComparer.OrdinalIgnoreCase)).Aggregate(typed, Option);
    }

    private static AttributeFact Option(AttributeFact fact, MapEntry entry) => (entry.Key.ToLowerInvariant().Replace("_", "", StringComparison.Ordinal), entry.Value) switch
    {
        ("description" or "note" or "notes" or "comment" or "constraints" or "constraint" or "validation" or "rules", ScalarNode scalar) => AttributeNotes.Apply(fact, scalar.Text),
        ("constraints" or "rules" or "validations" or "validation", ListNode list) => list.Items.OfType<ScalarNode>().Aggregate(fact, (known, item) => AttributeNotes.Apply(known, item.Text)),
        ("enum" or "values" or "options" or "allowed" or "allowedvalues" or "choices", ListNode list) => fact with { Type = new DataType(DataKind.Enumeration, Values: list.Items.OfType<ScalarNode>().Select(item => item.Text).ToSeq()) },
        ("foreignkey" or "fk" or "references" or "ref" or "reference" or "relation", ScalarNode { IsTrue: false } scalar) => fact with { References = ReferenceWords.Target("references " + scalar.Text, fact.Name) ?? fact.References },
        ("foreignkey" or "fk" or "references", MapNode map) when map.Text("table", "entity", "model") is { } table => fact with { References = table, OnDelete = ReferenceWords.OnDelete($"on delete {map.Text("on_delete", "onDelete")}") },
        ("foreignkey" or "fk", ScalarNode { IsTrue: true }) => fact with { References = ReferenceWords.Stem(fact.Name) ?? fact.References },
        ("primarykey" or "primary" or "pk" or "id", ScalarNode { IsTrue: true }) => fact with { PrimaryKey = true },
        ("encrypted" or "hashed" or "masked" or "calculated" or "computed" or "immutable", ScalarNode { IsTrue: true }) => AttributeNotes.Apply(fact, entry.Key),
        (_, ScalarNode scalar) => CallMarks.Option(fact, entry.Key, scalar.Text),
        _ => fact,
    };
}
