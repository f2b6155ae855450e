using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Facts.Structure;

/// <summary>Reads Markdown lists of attributes under a name, a bold term, a heading, or an outer bullet.</summary>
internal sealed class AttributeListReader : IFactReader
{
    private static readonly string[] AttributeLeadIns = ["attributes", "fields", "properties", "columns", "key attributes", "main attributes", "key fields", "data fields", "required fields", "core fields", "schema"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.EntityBlock);
        var section = new Section();
        foreach (var block in document.Blocks)
        {
            if (block is ListBlock list && !facts.IsClaimed(list) && !Subjects.IsInterface(list.Headings))
            {
                ReadFlat(list, section, writer);
                ReadNested(list, writer);
            }

            section.Pass(block);
        }
    }

    private static void ReadFlat(ListBlock list, Section section, FactWriter writer)
    {
        var before = section.LeadIn;
        var top = list.Items.Where(item => item.Depth == 0).ToList();
        var announced = before is not null && IsAttributeLeadIn(before.Text);
        var subject = announced ? Subjects.OfData(list.Headings) ?? Bare(list.Headings) : LeadIns.Entity(before?.Raw) ?? Subjects.OfData(list.Headings);
        if (subject is not null && Members(top, announced || Subjects.IsDataModel(list.Headings)) is { Count: > 0 } members)
        {
            section.Announce(writer, subject, members[0].Item.Span, EntityNames.IsTransient(subject));
            Write(subject, members, writer);
            writer.Facts.Claim(list);
        }
    }

    /// <summary>Outer bullets name entities, inner ones their attributes.</summary>
    private static void ReadNested(ListBlock list, FactWriter writer)
    {
        if (writer.Facts.IsClaimed(list))
        {
            return;
        }

        var children = list.Items.ToLookup(item => item.Parent);
        for (var index = 0; index < list.Items.Count; index++)
        {
            var item = list.Items[index];
            var name = EntityNames.Undecorated(item.Label ?? item.Text);
            var inner = children[index].ToList();
            if (inner.Count > 0 && EntityNames.IsTitle(name) && Members(inner, Subjects.IsDataModel(list.Headings)) is { Count: > 0 } members)
            {
                writer.Entity(name, Description(item), item.Span, item.Text);
                Write(name, members, writer);
            }
        }
    }

    private static string? Description(ListItem item)
    {
        var colon = item.Text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && item.Text[(colon + 1)..].Trim() is { Length: > 0 } text ? text : null;
    }

    private static void Write(string entity, List<(ListItem Item, AttributeLine Line)> members, FactWriter writer)
    {
        foreach (var (item, line) in members)
        {
            writer.Attribute(line.Complete(writer.Blank(entity, line.Name, item.Span, item.Text)));
        }
    }

    /// <summary>The bullets as attributes when enough of them carry a type; empty otherwise.</summary>
    private static List<(ListItem Item, AttributeLine Line)> Members(List<ListItem> items, bool inDataModel)
    {
        var members = items.Select(item => (Item: item, Line: AttributeLine.Parse(item.Text))).Where(entry => entry.Line is not null).Select(entry => (entry.Item, Line: entry.Line!)).ToList();
        var typed = members.Count(entry => entry.Line.IsTyped);
        var identifiers = members.Count(entry => entry.Line.IsIdentifier && IsCode(entry.Item));
        var enough = typed >= 2 || (typed > 0 && typed == members.Count && inDataModel) || (inDataModel && identifiers >= 2 && identifiers == members.Count);
        var most = typed * 2 >= items.Count || (inDataModel && (identifiers == items.Count || typed * 3 >= items.Count));
        return enough && most ? members : [];
    }

    private static bool IsCode(ListItem item) => item.Raw.StartsWith('`') || item.Text.Contains('_');

    private static bool IsAttributeLeadIn(string text) => AttributeLeadIns.Contains(text.TrimEnd(':', ' ').ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Under "Attributes:" the heading above is the entity, whatever it is called.</summary>
    private static string? Bare(Seq<string> headings) =>
        headings.Count > 0 && EntityNames.Undecorated(headings[^1]) is var name && EntityNames.IsTitle(name) ? name : null;
}
