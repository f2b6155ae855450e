using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Prose;

namespace Schemawright.Facts.Structure;

/// <summary>
/// A list whose bullets each name a thing and what is kept of it: "Plots - number (unique), size, yearly rent". That several bullets read so
/// shows it; one alone may be anything. A bullet among them that reads otherwise is asked about.
/// </summary>
internal sealed class ListedThings
{
    private const int FewestThings = 3;
    private const int MostWordsOfATitle = 3;

    /// <summary>Titles of bullets on screens and deeds, whose lists tell what is entered or shown.</summary>
    private static readonly HashSet<string> Screens = new(StringComparer.Ordinal)
    {
        "login", "log_in", "sign_in", "sign_up", "signup", "registration", "register", "checkout", "search", "filter", "sorting", "setting", "dashboard", "report", "notification", "export", "import", "integration", "authentication", "input", "output", "role", "user_role", "stack", "technology",
        "frontend", "backend", "language", "format", "note", "example", "feature", "status", "state", "type",
    };

    private readonly List<(ListItem Item, string Title, List<AttributeLine> Attributes, TrailingSentences Told)> _things = [];
    private readonly List<(ListItem Item, string Title)> _others = [];
    private readonly List<(ListItem Item, string Title, string Piece)> _unread = [];
    private readonly HashSet<SourceSpan> _covered = [];

    /// <summary>What the bullets of a list tell that name a thing and what is kept of it.</summary>
    /// <param name="nested">Looks at bullets under bullets, too.</param>
    /// <param name="isThing">Tells a thing by its key: an attribute may refer to it.</param>
    public static ListedThings Of(ListBlock list, bool nested, Func<string, bool> isThing)
    {
        var found = new ListedThings();
        foreach (var item in list.Items.Where(item => item.Depth == 0 || nested))
        {
            found.Take(item, isThing, label => char.IsUpper(label[0]));
        }

        return found;
    }

    /// <summary>What a list tells whose bullets name each other: "unit: property, label" beside "property: name, street" is one of things, however they are spelled.</summary>
    public static ListedThings OfEachOther(ListBlock list, IReadOnlySet<string> titles)
    {
        var found = new ListedThings();
        foreach (var item in list.Items.Where(item => item.Depth == 0))
        {
            found.Take(item, titles.Contains, label => titles.Contains(Naming.EntityKey(label)), fewest: 1);
        }

        return found;
    }

    /// <summary>So many bullets read so that they show what the list is for.</summary>
    public bool Show(ListBlock list) => _things.Count >= FewestThings && _things.Count * 2 >= list.Items.Count(item => item.Depth == 0);

    public IEnumerable<string> Titles => _things.Select(thing => thing.Title);

    /// <summary>The titles of all bullets that name something, whatever they list.</summary>
    public IEnumerable<string> Candidates => Titles.Concat(_others.Select(other => other.Title));

    /// <summary>Titles of bullets that say they list data: "boat fields", "boat details".</summary>
    public HashSet<string> OfData { get; } = new(StringComparer.Ordinal);

    /// <summary>The things alone: what else the list holds is none of them.</summary>
    public ListedThings Alone()
    {
        _others.Clear();
        _covered.IntersectWith(_things.Select(thing => thing.Item.Span));
        return this;
    }

    public bool Covers(SourceSpan span) => _covered.Contains(span);

    public void Write(FactWriter writer, Findings findings)
    {
        AskAbout(_unread.Select(entry => (entry.Title, entry.Piece, entry.Item.Span)), findings);
        foreach (var (item, title, attributes, told) in _things)
        {
            writer.Entity(title, null, item.Span, item.Text);
            InlineAttributes.Write(title, attributes, item.Span, item.Text, writer);
            told.Relate(title, writer, item.Span, item.Text);
        }

        foreach (var (item, title) in _others)
        {
            writer.Facts.Classify(item.Span, StatementClass.Fact, $"names {title} among things that are kept");
        }
    }

    /// <summary>Asks about pieces of a list of attributes that are none.</summary>
    public static void AskAbout(IEnumerable<(string Title, string Piece, SourceSpan Place)> pieces, Findings findings)
    {
        foreach (var (title, piece, place) in pieces)
        {
            findings.Ask(new(
                ClarificationId.From("piece of a list", title, piece), ClarificationReason.Unclear, $"What is kept of {title} by “{piece}”?",
                ["nothing: it describes the others", "the attribute or the rule that the answer states in a sentence"], "No column was made of it.", [place], [title], 2, 3));
        }
    }

    /// <summary>"a hull. Number, length": what it is stands before what it has.</summary>
    private static string WithoutDescription(string list)
    {
        var dot = list.IndexOf(". ", StringComparison.Ordinal);
        return dot > 0 && dot + 2 < list.Length && !list[..dot].AsSpan().ContainsAny(",;(") && char.IsUpper(list[dot + 2]) && list[(dot + 2)..].Contains(',', StringComparison.Ordinal) && Array.Exists(Openings, opening => list.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) ? list[(dot + 2)..] : list;
    }

    private static readonly string[] Openings = ["a ", "an ", "the ", "one ", "any "];

    private void Take(ListItem item, Func<string, bool> isThing, Func<string, bool> isTitle, int fewest = 2)
    {
        // "Invoices (date, amount)" may be an example of what the bullet means; a colon or a dash says what it is.
        if ((fewest == 1 ? NamedLists.Labelled(item.Text) : InlineListReader.Parts(item.Text, inDataModel: true)) is not var (words, list) || item.Text[words.Length] == '(')
        {
            return;
        }

        var label = EntityNames.Undecorated(words);
        var title = Subjects.OfDataTitle(label) ?? label; // "Boat fields" and "Boat details" are of boats
        if (!EntityNames.IsName(title) || !isTitle(title) || Naming.Words(title).Count > MostWordsOfATitle || Screens.Contains(Naming.EntityKey(title)))
        {
            return;
        }

        _covered.Add(item.Span);
        var told = TrailingSentences.Of(WithoutDescription(list.Trim().TrimEnd('.')));
        var pieces = TextScan.Split(told.List, TextScan.IndexOf(told.List, ';', 0) >= 0 ? ';' : ',').Select(piece => piece.Trim()).Where(piece => piece.Length > 0).ToList();
        var names = pieces.Select(SpokenNames.Read).OfType<AttributeLine>().ToList();
        var known = names.Count(line => line.IsTyped || SpokenNames.IsKnown(line.Name) || isThing(Naming.EntityKey(line.Name)));
        if (names.Count >= fewest && (fewest == 1 ? names.Count * 4 >= pieces.Count * 3 : names.Count == pieces.Count && known * 2 >= names.Count) && (title != label || fewest == 1 || !AttributeWords.IsOne(title) || InlineAttributes.HoldKey(names) || (AttributeWords.MayBeThing(Naming.EntityKey(title)) && names.Count > 2)))
        {
            _things.Add((item, title, names, told));
            _unread.AddRange(pieces.Where(piece => SpokenNames.Read(piece) is null).Select(piece => (item, title, piece)));
            OfData.UnionWith(title == label ? [] : [title]);
        }
        else
        {
            _others.Add((item, title));
        }
    }
}
