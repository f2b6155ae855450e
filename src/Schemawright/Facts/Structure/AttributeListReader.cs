using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Facts.Structure;

/// <summary>Reads Markdown lists of attributes under a name, a bold term, a heading, or an outer bullet.</summary>
internal sealed class AttributeListReader : IFactReader
{
    private static readonly string[] AttributeLeadIns =
        ["attributes", "fields", "properties", "columns", "key attributes", "main attributes", "key fields", "data fields", "required fields", "core fields", "schema", "stored fields", "entity attributes", "entity fields", "main fields", "data", "structure"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.EntityBlock);
        var section = new Section();
        foreach (var block in document.Blocks)
        {
            if (block is ListBlock list && !facts.IsClaimed(list) && !Subjects.IsInterface(list.Headings))
            {
                var children = list.Items.Select((item, index) => (item, index)).ToLookup(entry => entry.item.Parent);
                ReadFlat(list, children, section, writer);
                ReadNested(list, children, writer);
            }

            section.Pass(block);
        }
    }

    private static void ReadFlat(ListBlock list, ILookup<int, (ListItem Item, int Index)> children, Section section, FactWriter writer)
    {
        var before = section.LeadIn;
        var announced = before is not null && IsAttributeLeadIn(before.Text);
        var subject = announced ? Subjects.OfData(list.Headings) ?? Bare(list.Headings) : LeadIns.Entity(before?.Raw) ?? Subjects.OfData(list.Headings);
        if (subject is not null && AttributeItem.Of(children, -1, announced || Subjects.IsDataModel(list.Headings)) is { Count: > 0 } members)
        {
            section.Announce(writer, subject, members[0].Item.Span, EntityNames.IsTransient(subject));
            members.ForEach(member => member.Write(subject, writer));
            writer.Facts.Claim(list);
        }
    }

    /// <summary>Outer bullets name entities, inner ones their attributes, be it under a bullet "Attributes:" in between.</summary>
    private static void ReadNested(ListBlock list, ILookup<int, (ListItem Item, int Index)> children, FactWriter writer)
    {
        if (writer.Facts.IsClaimed(list))
        {
            return;
        }

        var read = new HashSet<int>();
        for (var index = 0; index < list.Items.Count; index++)
        {
            var item = list.Items[index];
            var name = Name(item);
            if (!EntityNames.IsTitle(name) || !children[index].Any())
            {
                continue;
            }

            var labelled = children[index].FirstOrDefault(child => IsAttributeLeadIn(child.Item.Text) && children[child.Index].Any());
            var at = labelled.Item is null ? index : labelled.Index;
            if (AttributeItem.Of(children, at, labelled.Item is not null || Subjects.IsDataModel(list.Headings)) is { Count: > 0 } members)
            {
                writer.Entity(name, Description(item), item.Span, item.Text);
                members.ForEach(member => member.Write(name, writer));
                read.UnionWith([item.Span.Line, .. members.SelectMany(member => member.Under.Append(member.Item)).Select(part => part.Span.Line)]);
            }
        }

        if (read.Count > 0 && list.Items.All(item => read.Contains(item.Span.Line)))
        {
            writer.Facts.Claim(list);
        }
    }

    /// <summary>"**Boat**", "`boats`: hired out", "Boat - hired out", "Boat (hired out)".</summary>
    private static string Name(ListItem item)
    {
        var title = item.Label ?? item.Text;
        var cut = Remarks.Cut(title);
        return EntityNames.Undecorated(cut < 0 ? title : title[..cut]);
    }

    private static string? Description(ListItem item)
    {
        var colon = item.Text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && item.Text[(colon + 1)..].Trim() is { Length: > 0 } text ? text : null;
    }

    private static bool IsAttributeLeadIn(string text) => AttributeLeadIns.Contains(text.TrimEnd(':', ' ').ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Under "Attributes:" the heading above is the entity, whatever it is called.</summary>
    private static string? Bare(Seq<string> headings) =>
        headings.Count > 0 && EntityNames.Undecorated(headings[^1]) is var name && EntityNames.IsTitle(name) ? name : null;
}
