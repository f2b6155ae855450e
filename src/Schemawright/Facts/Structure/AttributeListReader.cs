using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Structure.Relations;

namespace Schemawright.Facts.Structure;

/// <summary>Reads Markdown lists of attributes under a name, a bold term, a heading, or an outer bullet.</summary>
internal sealed class AttributeListReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.EntityBlock);
        var section = new Section();
        var sections = DataSections.Of(document);
        foreach (var block in document.Blocks)
        {
            if (block is ListBlock list && !facts.IsClaimed(list) && !Subjects.IsInterface(list.Headings) && NamedLists.Titles(list).Count == 0)
            {
                var children = list.Items.Select((item, index) => (item, index)).ToLookup(entry => entry.item.Parent);
                ReadFlat(list, children, section, sections, writer);
                ReadNested(list, children, sections, writer);
            }

            section.Pass(block);
        }
    }

    private static void ReadFlat(ListBlock list, ILookup<int, (ListItem Item, int Index)> children, Section section, DataSections sections, FactWriter writer)
    {
        var before = section.LeadIn;
        var announced = before is not null && AttributeLabels.Announce(before.Text);
        var subject = announced ? Subjects.OfData(list.Headings) ?? Bare(list.Headings) : LeadIns.Entity(before?.Raw) ?? Subjects.OfData(list.Headings);
        if (sections.SubjectOf(list) is { } described)
        {
            var members = AttributeItem.All(children, -1);
            Write(described, members, list, section, writer);
            ClassifyUnread(described, children[-1].Select(child => child.Item), members, writer);
            WriteLinks(described, children[-1].Select(child => child.Item), writer);
        }
        else if (subject is not null && AttributeItem.Of(children, -1, announced || Subjects.IsDataModel(list.Headings)) is { Count: > 0 } members)
        {
            Write(subject, members, list, section, writer);
        }
    }

    private static void Write(string subject, List<AttributeItem> members, ListBlock list, Section section, FactWriter writer)
    {
        section.Announce(writer, subject, members[0].Item.Span, EntityNames.IsTransient(subject));
        members.ForEach(member => member.Write(subject, writer));
        writer.Facts.Claim(list);
    }

    /// <summary>What stands among attributes and is neither one nor a link is asked about, not dropped.</summary>
    private static void ClassifyUnread(string subject, IEnumerable<ListItem> items, List<AttributeItem> members, FactWriter writer)
    {
        foreach (var item in items.Where(item => !DescribedThing.IsLink(item.Text) && !members.Exists(member => member.Item == item)))
        {
            writer.Facts.Classify(item.Span, StatementClass.Fact, $"stands among the attributes of {subject}, in a form that no reader knows");
        }
    }

    /// <summary>"belongs to one gallery" and "unique (row, seat)" among the attributes.</summary>
    private static void WriteLinks(string subject, IEnumerable<ListItem> items, FactWriter writer)
    {
        foreach (var item in items)
        {
            if (KeyLineReader.Key(subject, item.Text, item.Span) is { } key)
            {
                writer.Key(key);
                continue;
            }

            foreach (var phrase in DescribedThing.IsLink(item.Text) ? RelationPhrase.ParseAll(item.Text).Where(phrase => phrase.From is null) : [])
            {
                RelationWriter.Write(writer, phrase, subject, item.Span, item.Text);
            }
        }
    }

    /// <summary>Outer bullets name entities, inner ones their attributes, be it under a bullet "Attributes:" in between.</summary>
    private static void ReadNested(ListBlock list, ILookup<int, (ListItem Item, int Index)> children, DataSections sections, FactWriter writer)
    {
        if (writer.Facts.IsClaimed(list))
        {
            return;
        }

        var read = new HashSet<int>();
        for (var index = 0; index < list.Items.Count; index++)
        {
            var item = list.Items[index];
            var name = DescribedThing.NameOf(item);
            if (!EntityNames.IsTitle(name) || !children[index].Any())
            {
                continue;
            }

            var labelled = children[index].FirstOrDefault(child => AttributeLabels.Announce(child.Item.Text) && children[child.Index].Any());
            var at = labelled.Item is null ? index : labelled.Index;
            var members = sections.Nests(list) && item.Depth == 0 ? AttributeItem.All(children, at) : AttributeItem.Of(children, at, labelled.Item is not null || Subjects.IsDataModel(list.Headings));
            if (members.Count > 0)
            {
                writer.Entity(name, Description(item), item.Span, item.Text);
                members.ForEach(member => member.Write(name, writer));
                WriteLinks(name, children[at].Select(child => child.Item), writer);
                read.UnionWith([item.Span.Line, .. members.SelectMany(member => member.Under.Append(member.Item)).Select(part => part.Span.Line)]);
            }
        }

        if (read.Count > 0 && list.Items.All(item => read.Contains(item.Span.Line)))
        {
            writer.Facts.Claim(list);
        }
    }

    private static string? Description(ListItem item)
    {
        var colon = item.Text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && item.Text[(colon + 1)..].Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Under "Attributes:" the heading above is the entity, whatever it is called.</summary>
    private static string? Bare(Seq<string> headings) =>
        headings.Count > 0 && EntityNames.Undecorated(headings[^1]) is var name && EntityNames.IsTitle(name) ? name : null;
}
