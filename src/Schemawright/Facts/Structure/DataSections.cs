using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>
/// The sections of a document that describe things by what is kept of each, found by their likeness: sections beside one another, each with a name
/// and a list of what sounds like attributes. One such list alone may be of anything.
/// </summary>
internal sealed class DataSections
{
    private const int FewestThings = 2;
    private const int FewestSure = 4;
    private const int LongestLeadIn = 80;

    private readonly Dictionary<Block, string> _subjects = new(ReferenceEqualityComparer.Instance);
    /// <summary>The headings as keys: what has a section of its own may be referred to.</summary>
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private readonly HashSet<Block> _nested = new(ReferenceEqualityComparer.Instance);

    /// <summary>The thing whose attributes a list or table holds; null when it describes none.</summary>
    public string? SubjectOf(Block block) => _subjects.GetValueOrDefault(block);

    /// <summary>True when the outer bullets are things and the inner ones their attributes.</summary>
    public bool Nests(ListBlock list) => _nested.Contains(list);

    public static DataSections Of(ProductDocument document)
    {
        var found = new DataSections();
        found._titles.UnionWith(document.Blocks.OfType<HeadingBlock>().Select(heading => Naming.EntityKey(EntityNames.Undecorated(heading.Text))));
        foreach (var siblings in Candidates(document).GroupBy(part => part.Parent, StringComparer.Ordinal).Select(part => part.ToList()))
        {
            found.Judge(siblings);
        }

        foreach (var list in document.Blocks.OfType<ListBlock>().Where(list => !Subjects.IsInterface(list.Headings)))
        {
            found.JudgeNested(list);
        }

        return found;
    }

    private void Judge(List<DescribedThing> siblings)
    {
        var known = siblings.Select(thing => Naming.EntityKey(thing.Title)).Concat(_titles).ToHashSet(StringComparer.Ordinal);
        var told = Subjects.IsDataModel(siblings[0].Block.Headings);
        var fitting = siblings.Where(thing => thing.Fits(known, told)).ToList();
        if ((told && fitting.Count > 0) || (fitting.Count >= FewestThings && fitting.Count * 2 >= siblings.Count))
        {
            var alike = told || fitting.Count >= FewestSure ? siblings.FindAll(thing => !fitting.Contains(thing) && thing.AlmostFits(known)) : [];
            fitting.Concat(alike).ToList().ForEach(thing => _subjects.TryAdd(thing.Block, thing.Title));
        }
    }

    private void JudgeNested(ListBlock list)
    {
        var inner = list.Items.SelectMany(item => SharedNames.Of(item).Select(text => (item.Parent, text))).ToLookup(piece => piece.Parent, piece => piece.text);
        var outer = list.Items.Select((item, index) => (item, index)).Where(entry => entry.item.Depth == 0 && inner.Contains(entry.index)).ToList();
        var things = outer.ConvertAll(entry => new DescribedThing(list, "", DescribedThing.NameOf(entry.item), [.. inner[entry.index]]));
        var known = things.Select(thing => Naming.EntityKey(thing.Title)).ToHashSet(StringComparer.Ordinal);
        var told = Subjects.IsDataModel(list.Headings) || (list.LeadIn is { } leadIn && DataHeadings.IsOne(leadIn));
        if (things.Count >= FewestThings && things.TrueForAll(thing => EntityNames.IsTitle(thing.Title) && thing.Fits(known, told)))
        {
            _nested.Add(list);
        }
    }

    private static IEnumerable<DescribedThing> Candidates(ProductDocument document)
    {
        Block? before = null;
        foreach (var block in document.Blocks)
        {
            if (block is ListBlock or TableBlock && !Subjects.IsInterface(block.Headings) && Candidate(block, before) is { } thing)
            {
                yield return thing;
            }

            before = block;
        }
    }

    /// <summary>A line right before names the thing, or the heading does when the list is the first after it.</summary>
    private static DescribedThing? Candidate(Block block, Block? before)
    {
        var items = Items(block);
        if (items.Count == 0 || before is not (HeadingBlock or ParagraphBlock))
        {
            return null;
        }

        var leadIn = before as ParagraphBlock;
        if (leadIn is { Text.Length: < LongestLeadIn } && LeadIns.Entity(leadIn.Raw) is { } named && EntityNames.IsTitle(named))
        {
            return ScreenWords.Name(named) ? null : new(block, string.Join('\n', block.Headings), named, items);
        }

        var heading = Subjects.OfData(block.Headings) ?? Subjects.OfBareTitle(block.Headings);
        var ofOther = leadIn is not null && leadIn.Text.EndsWith(':') && !AttributeLabels.Announce(leadIn.Text);
        return heading is null || ofOther || ScreenWords.Name(block.Headings[^1]) ? null : new(block, string.Join('\n', block.Headings.Take(block.Headings.Count - 1)), heading, items);
    }

    private static Seq<string> Items(Block block) => block switch
    {
        ListBlock list => list.Items.Where(item => item.Depth == 0).SelectMany(SharedNames.Of).ToSeq(),
        TableBlock table when FieldTable.NamesFields(table) => table.Rows.Select(row => TableColumns.Cell(row, FieldTable.NameColumn(table))).ToSeq(),
        _ => [],
    };
}

/// <summary>A name with the pieces listed under it, which may be its attributes.</summary>
/// <param name="Parent">What stands above the name; things with one parent are beside one another.</param>
internal sealed record DescribedThing(Block Block, string Parent, string Title, Seq<string> Pieces)
{
    private const int FewestPieces = 2;

    private const int FewestToOneUnread = 4;

    /// <summary>Titles of lists that hold anything but what a thing is made of.</summary>
    private static readonly HashSet<string> NoThings = new(StringComparer.Ordinal)
    {
        "constraints", "indexes", "indices", "keys", "rules", "relationships", "roles", "permissions", "policies", "notes", "types", "statuses", "requirements", "features", "queries", "reports", "steps", "benefits",
        "examples", "actions", "views", "pages", "screens", "filters", "notifications", "settings", "options", "goals", "metrics", "integrations", "tools", "values", "states", "defaults", "limits", "inputs", "outputs",
    };

    /// <summary>No piece but relationships may be other than a name, and enough of the names must be known ones.</summary>
    /// <param name="things">The keys of the things beside it: an attribute may refer to one.</param>
    /// <param name="told">The headings say that data is described.</param>
    public bool Fits(HashSet<string> things, bool told) => Fits(things, unread: 0, told ? 1.0 / 3 : 1.0 / 2);

    /// <summary>Beside things that fit, one piece in four may be said in words that are not read, when nearly all the others are known.</summary>
    public bool AlmostFits(HashSet<string> things) => Fits(things, unread: Pieces.Count / FewestToOneUnread, 2.0 / 3);

    private bool Fits(HashSet<string> things, int unread, double share)
    {
        var links = Pieces.Count(IsLink);
        var pieces = Pieces.Where(piece => !IsLink(piece)).Select(SpokenNames.ReadAll).ToList();
        var names = pieces.SelectMany(piece => piece).ToList();
        if (names.Exists(line => line.Points && !things.Contains(Naming.EntityKey(line.PointsTo))))
        {
            return false; // "open → closed" leads to no thing
        }

        var known = names.Count(line => line.IsTyped || line.Points || SpokenNames.IsKnown(line.Name) || things.Contains(Naming.EntityKey(line.Name)));
        return EntityNames.IsName(Title) && !NoThings.Contains(Naming.Words(Title) is [.., var last] ? last : "") && names.Count > 0 && names.Count + links >= FewestPieces && pieces.Count(piece => piece.Count == 0) <= unread && known >= names.Count * share;
    }

    /// <summary>"belongs to one dock"; "skipper → Person" names an attribute.</summary>
    public static bool IsLink(string piece) => KeyLineReader.IsKey(piece) || Relations.RelationPhrase.Parse(piece) is not null && AttributeLine.Parse(piece) is not { Points: true };

    /// <summary>"**Boat**", "`boats`: hired out", "Boat - hired out", "Boat (hired out)".</summary>
    public static string NameOf(ListItem item)
    {
        var title = item.Label ?? item.Text;
        var cut = Remarks.Cut(title);
        return EntityNames.Undecorated(cut < 0 ? title : title[..cut]);
    }
}
