using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure;

/// <summary>
/// Reads lists of the things a product keeps ("Content types", "Entities", bold names in a data model): each bullet names one with its
/// description, weakly unless the description closes with a list of attributes in brackets.
/// </summary>
internal sealed class ContentListReader : IFactReader
{
    private static readonly string[] Announcements =
        ["content types", "content type", "entities", "core entities", "main entities", "key entities", "data entities", "domain objects", "key concepts", "structured data", "domain entities", "business objects", "business entities", "data objects", "key data entities", "primary entities", "main data entities", "tables", "database tables", "core tables", "main tables", "key tables", "core objects", "domain concepts", "core concepts", "collections", "data tables"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        foreach (var list in document.Blocks.OfType<ListBlock>().Where(list => !facts.IsClaimed(list) && (IsAnnounced(list) || ListsNames(list))))
        {
            foreach (var item in list.Items.Where(item => item.Depth == 0))
            {
                ReadItem(item, writer);
            }
        }
    }

    private static bool IsAnnounced(ListBlock list) =>
        list.LeadIn is { } leadIn ? Announces(leadIn) : list.Headings.Count > 0 && Announces(list.Headings[^1]);

    private static bool Announces(string text) => Announcements.Contains(EntityNames.Undecorated(text).ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Right under a data model's own heading, bullets that all begin with a marked name.</summary>
    private static bool ListsNames(ListBlock list)
    {
        var top = list.Items.Where(item => item.Depth == 0).ToList();
        return list.LeadIn is null && Subjects.IsDataModel(list.Headings) && Subjects.OfData(list.Headings) is null && !RelationshipBullets.IsAboutRelationships(list)
            && top.Count >= 2 && top.TrueForAll(item => item.Label is { } label && EntityNames.IsTitle(EntityNames.Undecorated(label)));
    }

    private static void ReadItem(ListItem item, FactWriter writer)
    {
        var cut = Remarks.Cut(item.Text);
        var name = EntityNames.Undecorated(item.Label ?? (cut < 0 ? item.Text : item.Text[..cut]));
        if (!EntityNames.IsName(name) || Naming.Words(name).Count > 3)
        {
            return;
        }

        var remark = Remarks.After(item.Text, cut);
        var told = writer.Facts.Facts.Any(fact => fact is AttributeFact && fact.Source == item.Span); // its brackets belong to one of the attributes
        var members = remark is null || told ? [] : InBrackets(remark);
        writer.Entity(name, remark, item.Span, item.Text, weak: members.Count == 0);
        InlineAttributes.Write(name, members, item.Span, item.Text, writer);
    }

    /// <summary>"A paper for what was bought (subtotal, tax, total)": the names in the last brackets; examples are none.</summary>
    private static List<AttributeLine> InBrackets(string remark)
    {
        var text = remark.TrimEnd('.', ' ');
        var open = text.LastIndexOf('(');
        if (open < 0 || !text.EndsWith(')'))
        {
            return [];
        }

        var list = text[(open + 1)..^1];
        var says = TextScan.HasWord(list, "e.g") || TextScan.HasWord(list, "etc") || TextScan.HasWord(list, "such as") || TextScan.HasWord(list, "i.e");
        return !says && NounLists.Count(list) >= 2 && InlineAttributes.Of(list) is { Count: >= 2 } lines && !NamesKinds(list) ? lines : [];
    }

    /// <summary>"(dates, amounts, owner)" tells kinds of things in the plural, "(date, amount, owner)" what each has.</summary>
    private static bool NamesKinds(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Count(name => Naming.Words(name) is { Count: > 0 } words && Nouns.Singular(words[^1]) != words[^1]) * 2 > names.Length;
    }
}
