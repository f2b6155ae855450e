using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>
/// The bullets of a document that each name a thing and list what is kept of it. Several in one list show it; in lists that are parted by other
/// text, as in stories that each tell of one thing, titles must say that they are of data: "boat details", "boat fields".
/// </summary>
internal sealed class ThingsInLists
{
    private const int FewestThings = 3;
    private const int FewestTitles = 2;

    private readonly Dictionary<ListBlock, ListedThings> _found = new(ReferenceEqualityComparer.Instance);

    /// <summary>Null when the list tells something else.</summary>
    public ListedThings? Of(ListBlock list) => _found.GetValueOrDefault(list);

    public static ThingsInLists In(ProductDocument document, FactCollector facts)
    {
        var lists = document.Blocks.OfType<ListBlock>().Where(list => !facts.IsClaimed(list) && !Subjects.IsInterface(list.Headings)).ToList();
        var found = new ThingsInLists();
        foreach (var list in lists)
        {
            var titles = NamedLists.Titles(list);
            var candidates = ListedThings.Of(list, nested: false, _ => false).Candidates.Select(Naming.EntityKey).ToHashSet(StringComparer.Ordinal);
            if ((titles.Count > 0 ? ListedThings.OfEachOther(list, titles) : ListedThings.Of(list, nested: false, candidates.Contains)) is var things && things.Show(list))
            {
                found._found[list] = things;
            }
        }

        found.AddAnnounced(lists.FindAll(list => !found._found.ContainsKey(list)));
        found.AddScattered(lists.Where(list => !found._found.ContainsKey(list) && !HeadingTopics.StatesNoData(list)).ToList());
        return found;
    }

    /// <summary>Lists that "Data" leads in, as each feature may have one: their bullets are things, and all such lists together tell which there are.</summary>
    private void AddAnnounced(List<ListBlock> lists)
    {
        var announced = lists.FindAll(list => list.LeadIn is { } leadIn && DataHeadings.IsOne(leadIn.TrimEnd(':', ' ')));
        var titles = announced.SelectMany(list => list.Items).Where(item => item.Depth == 0).Select(item => NamedLists.Labelled(item.Text)?.Title).OfType<string>().Where(title => Subjects.OfStateTitle(title) is null).Select(title => Naming.EntityKey(EntityNames.Undecorated(title))).ToHashSet(StringComparer.Ordinal);
        foreach (var list in announced)
        {
            if (ListedThings.OfEachOther(list, titles) is var things && things.Titles.Any())
            {
                _found[list] = things.Alone();
            }
        }
    }

    private void AddScattered(List<ListBlock> lists)
    {
        var named = lists.SelectMany(list => ListedThings.Of(list, nested: true, _ => false).Candidates).Select(Naming.EntityKey).ToHashSet(StringComparer.Ordinal);
        var all = lists.ConvertAll(list => (List: list, Things: ListedThings.Of(list, nested: true, named.Contains)));
        if (all.SelectMany(entry => entry.Things.OfData).Distinct(StringComparer.Ordinal).Count() < FewestTitles || all.SelectMany(entry => entry.Things.Titles).Select(Naming.EntityKey).Distinct(StringComparer.Ordinal).Count() < FewestThings)
        {
            return;
        }

        foreach (var (list, things) in all.Where(entry => entry.Things.Titles.Any()))
        {
            _found[list] = things.Alone();
        }
    }
}
