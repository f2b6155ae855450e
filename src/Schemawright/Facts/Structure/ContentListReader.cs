using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Reads lists of the things a product keeps ("Content types", "Entities"): each bullet names one, weakly, with its description.</summary>
internal sealed class ContentListReader : IFactReader
{
    private static readonly string[] Announcements =
        ["content types", "content type", "entities", "core entities", "main entities", "key entities", "data entities", "domain objects", "key concepts", "structured data", "domain entities", "business objects", "business entities", "data objects"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        foreach (var list in document.Blocks.OfType<ListBlock>().Where(list => !facts.IsClaimed(list) && IsAnnounced(list)))
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

    private static void ReadItem(ListItem item, FactWriter writer)
    {
        var cut = Remarks.Cut(item.Text);
        var name = EntityNames.Undecorated(item.Label ?? (cut < 0 ? item.Text : item.Text[..cut]));
        if (EntityNames.IsName(name) && Naming.Words(name).Count <= 3)
        {
            writer.Entity(name, Remarks.After(item.Text, cut), item.Span, item.Text, weak: true);
        }
    }
}
