using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Nodes;

/// <summary>
/// Reads a JSON object that shows an entity: its values are types (<c>"id": "uuid"</c>), or samples of what is stored
/// (<c>"price": 12.5</c>), which count in a data model only. What an interface sends and gets is none.
/// </summary>
internal sealed class ExampleObjectReader : IFactReader
{
    private const int Deepest = 3;

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.EntityBlock);
        var section = new Section();
        foreach (var block in document.Blocks)
        {
            if (block is CodeFence fence && !facts.IsClaimed(fence) && fence.Lines.Any(line => line.Text.TrimStart().StartsWith('{')) && !Subjects.IsInterface(fence.Headings) && NodeFences.Parse(fence) is MapNode root)
            {
                ReadRoot(root, fence, section, writer);
            }

            section.Pass(block);
        }
    }

    private static void ReadRoot(MapNode root, CodeFence fence, Section section, FactWriter writer)
    {
        var inDataModel = Subjects.IsDataModel(fence.Headings);
        var title = fence.Headings.Count > 0 ? EntityNames.Undecorated(fence.Headings[^1]) : "";
        var subject = LeadIns.Entity(section.LeadIn?.Raw) ?? Subjects.OfData(fence.Headings) ?? (EntityNames.IsTitle(title) && !ScreenWords.Name(title) && Naming.Words(title).Count <= 2 ? title : null);
        if (subject is not null && IsEntity(root, inDataModel))
        {
            section.Announce(writer, subject, root.Entries[0].Line, weak: false);
            Write(subject, root, writer, 0);
        }
        else if (root.Entries.Count > 0 && root.Entries.TrueForAll(entry => entry.Value is MapNode map && EntityNames.IsTitle(entry.Key) && IsEntity(map, inDataModel)))
        {
            root.Entries.ForEach(entry => WriteNamed(entry, writer));
        }
        else
        {
            return;
        }

        writer.Facts.Claim(fence);
        writer.Facts.Classify(fence.Span, StatementClass.Fact, "an object that shows an entity");
    }

    private static void WriteNamed(MapEntry entry, FactWriter writer)
    {
        writer.Entity(entry.Key, null, entry.Line, entry.Words);
        Write(entry.Key, (MapNode)entry.Value, writer, 0);
    }

    /// <summary>Half of the values at least are types; in a data model samples do as well.</summary>
    private static bool IsEntity(MapNode map, bool inDataModel)
    {
        var scalars = map.Entries.FindAll(entry => entry.Value is ScalarNode);
        var types = scalars.Count(IsType);
        return scalars.Count >= 2 && ((types >= 2 && types * 2 >= scalars.Count) || (inDataModel && map.Entries.TrueForAll(entry => EntityNames.IsPlain(entry.Key) && !entry.Key.Contains(' '))));
    }

    private static bool IsType(MapEntry entry) => entry.Value is ScalarNode { IsQuoted: true } scalar && TypeWords.Read(scalar.Text, entry.Key) is not null && !(scalar.Text.Length > 0 && char.IsUpper(scalar.Text[0]) && scalar.Text.Contains(' '));

    private static void Write(string entity, MapNode map, FactWriter writer, int depth)
    {
        var showsTypes = map.Entries.Count(IsType) * 2 >= map.Entries.Count(entry => entry.Value is ScalarNode);
        foreach (var entry in map.Entries.Where(entry => EntityNames.IsPlain(entry.Key)))
        {
            if (entry.Value is ListNode { Items: [MapNode part, ..] } && depth < Deepest && part.Entries.Count > 1)
            {
                WritePart(entity, entry, part, writer, depth);
            }
            else
            {
                writer.Attribute(Fact(writer.Blank(entity, entry.Key, entry.Place, entry.Words), entry.Value, showsTypes));
            }
        }
    }

    /// <summary>A list of objects holds rows of their own.</summary>
    private static void WritePart(string entity, MapEntry entry, MapNode part, FactWriter writer, int depth)
    {
        var name = $"{Naming.EntityKey(entity)}_{Naming.EntityKey(entry.Key)}";
        writer.Entity(name, null, entry.Line, entry.Words);
        writer.Relationship(new RelationshipFact(entity, name, Cardinality.ExactlyOne, Cardinality.ZeroOrMore, null, null, null, writer.Form, writer.Document.Kind, entry.Line, entry.Words));
        Write(name, part, writer, depth + 1);
    }

    private static AttributeFact Fact(AttributeFact blank, DataNode value, bool showsTypes) => value switch
    {
        ScalarNode { IsQuoted: true } scalar when showsTypes => new AttributeLine(blank.Name, scalar.Text, false).Complete(blank),
        ScalarNode scalar => blank with { Type = SampleTypes.Of(scalar, blank.Name) },
        ListNode { Items: [ScalarNode item, ..] } => Listed(blank, item, showsTypes),
        MapNode => blank with { Type = DataType.Of(DataKind.Json) },
        _ => blank with { Type = new DataType(DataKind.Unknown, IsArray: true) },
    };

    private static AttributeFact Listed(AttributeFact blank, ScalarNode item, bool showsTypes)
    {
        var read = showsTypes && item.IsQuoted ? new AttributeLine(blank.Name, item.Text, false).Complete(blank) : blank with { Type = SampleTypes.Of(item, blank.Name) ?? DataType.Of(DataKind.ShortText) };
        return read with { Type = (read.Type ?? DataType.Of(DataKind.Unknown)) with { IsArray = true } };
    }
}
