using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.States;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>A bullet that states an attribute, with the bullets under it: remarks, values, or the parts of the attribute.</summary>
internal sealed record AttributeItem(ListItem Item, AttributeLine Line, List<ListItem> Under)
{
    /// <summary>The bullets under a parent as attributes when enough of them carry a type; empty otherwise.</summary>
    public static List<AttributeItem> Of(ILookup<int, (ListItem Item, int Index)> children, int parent, bool inDataModel)
    {
        var items = children[parent].ToList();
        var members = items.SelectMany(entry => SharedNames.Of(entry.Item).Select(AttributeLine.Parse).OfType<AttributeLine>().Select(line => (entry, line)))
            .Select(found => new AttributeItem(found.entry.Item, found.line, [.. children[found.entry.Index].Select(child => child.Item)])).ToList();
        var typed = members.Count(member => member.Line.IsTyped);
        var identifiers = members.Count(member => member.Line.IsIdentifier && IsCode(member.Item));
        var enough = typed >= 2 || (typed > 0 && typed == members.Count && inDataModel) || (inDataModel && identifiers >= 2 && identifiers == members.Count);
        var most = typed * 2 >= items.Count || (inDataModel && (identifiers == items.Count || typed * 3 >= items.Count));
        return enough && most ? members : [];
    }

    /// <summary>The bullets under a parent as attributes, with or without types; relationships are none.</summary>
    public static List<AttributeItem> All(ILookup<int, (ListItem Item, int Index)> children, int parent) =>
        [.. children[parent].Where(entry => !DescribedThing.IsLink(entry.Item.Text))
            .SelectMany(entry => SharedNames.Of(entry.Item).SelectMany(SpokenNames.ReadAll).SelectMany(AttributeParts.Of).Select(line => new AttributeItem(entry.Item, line, [.. children[entry.Index].Select(child => child.Item)])))];

    public void Write(string entity, FactWriter writer)
    {
        var parts = Parts();
        if (parts.Count >= 2)
        {
            WriteParts(entity, parts, writer);
            return;
        }

        if (StateListReader.Flow(Line.Type, Item.Span) is { States: > 1 } flow && StateListReader.IsStatusLabel(Line.Name))
        {
            writer.Attribute(writer.Blank(entity, Line.Name, Place, Item.Text));
            writer.StateMachine(flow.Fact(entity, writer.Form, writer.Document.Kind, Item.Span, Item.Text, complete: true) with { Attribute = Line.Name });
            return;
        }

        var fact = Line.Complete(writer.Blank(entity, Line.Name, Place, Item.Text));
        writer.Attribute(Noted(fact));
    }

    /// <summary>The bullet with the remarks under it.</summary>
    private SourceSpan Place => Under.Count == 0 ? Item.Span : Item.Span with { EndLine = Under[^1].Span.EndLine, EndColumn = Under[^1].Span.EndColumn };

    private static bool IsCode(ListItem item) => item.Raw.StartsWith('`') || item.Text.Contains('_');

    /// <summary>"address" with street, city and zip under it: attributes of their own, each with its type.</summary>
    private List<(ListItem Item, AttributeLine Line)> Parts() =>
        Under.Count >= 2 && Under.TrueForAll(item => AttributeLine.Parse(item.Text) is { IsTyped: true }) && !Line.Type.Holds("enum")
            ? Under.ConvertAll(item => (item, AttributeLine.Parse(item.Text)!))
            : [];

    /// <summary>Many of them are rows of their own; one is a group of columns.</summary>
    private void WriteParts(string entity, List<(ListItem Item, AttributeLine Line)> parts, FactWriter writer)
    {
        var many = Line.Type.Holds("array") || Line.Type.Holds("list") || Line.Type.Contains("[]", StringComparison.Ordinal);
        var owner = many ? $"{Naming.EntityKey(entity)}_{Naming.EntityKey(Line.Name)}" : entity;
        if (many)
        {
            writer.Entity(owner, null, Item.Span, Item.Text);
            writer.Relationship(new RelationshipFact(entity, owner, Cardinality.ExactlyOne, Cardinality.ZeroOrMore, null, null, null, writer.Form, writer.Document.Kind, Item.Span, Item.Text));
        }
        else
        {
            writer.Facts.Classify(Item.Span, StatementClass.Fact, $"a group of attributes of {entity}");
        }

        foreach (var (item, line) in parts)
        {
            var name = many ? line.Name : $"{Line.Name}_{line.Name}";
            writer.Attribute(line.Complete(writer.Blank(owner, name, item.Span, item.Text)));
        }
    }

    /// <summary>Bullets under an enumeration are its values, under anything else remarks.</summary>
    private AttributeFact Noted(AttributeFact fact)
    {
        var values = Under.ConvertAll(item => Value(item.Text));
        var lists = fact.Type is { Kind: DataKind.Enumeration, Values.Count: 0 } || (fact.Type is null && Naming.Words(fact.Name) is [.., "status" or "state" or "type" or "kind" or "category" or "role" or "priority" or "level"]);
        return lists && values.Count > 1 && values.TrueForAll(value => EntityNames.IsPlain(value))
            ? fact with { Type = new DataType(DataKind.Enumeration, Values: values.ToSeq()) }
            : Under.Aggregate(fact, (read, item) => AttributeNotes.Apply(read, item.Text));
    }

    /// <summary>"draft - not yet sent" is the value draft.</summary>
    private static string Value(string text)
    {
        var cut = Remarks.Cut(text);
        return EntityNames.Undecorated(cut < 0 ? text : text[..cut]);
    }
}
