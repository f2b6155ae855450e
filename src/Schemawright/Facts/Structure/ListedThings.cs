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

    private readonly List<(ListItem Item, string Title, List<AttributeLine> Attributes)> _things = [];
    private readonly List<(ListItem Item, string Title)> _others = [];
    private readonly HashSet<SourceSpan> _covered = [];

    /// <summary>Null when the list tells something else.</summary>
    public static ListedThings? Of(ListBlock list)
    {
        var found = new ListedThings();
        var top = list.Items.Where(item => item.Depth == 0).ToList();
        foreach (var item in top)
        {
            found.Take(item);
        }

        return found._things.Count >= FewestThings && found._things.Count * 2 >= top.Count ? found : null;
    }

    public bool Covers(SourceSpan span) => _covered.Contains(span);

    public void Write(FactWriter writer)
    {
        foreach (var (item, title, attributes) in _things)
        {
            writer.Entity(title, null, item.Span, item.Text);
            InlineAttributes.Write(title, attributes, item.Span, item.Text, writer);
        }

        foreach (var (item, title) in _others)
        {
            writer.Facts.Classify(item.Span, StatementClass.Fact, $"names {title} among things that are kept");
        }
    }

    private void Take(ListItem item)
    {
        // "Invoices (date, amount)" may be an example of what the bullet means; a colon or a dash says what it is.
        if (InlineListReader.Parts(item.Text, inDataModel: true) is not var (words, list) || item.Text[words.Length] == '(')
        {
            return;
        }

        var title = EntityNames.Undecorated(words);
        if (!EntityNames.IsName(title) || !char.IsUpper(title[0]) || Naming.Words(title).Count > MostWordsOfATitle || Screens.Contains(Naming.EntityKey(title)))
        {
            return;
        }

        _covered.Add(item.Span);
        var pieces = TextScan.Split(list.Trim().TrimEnd('.'), TextScan.IndexOf(list, ';', 0) >= 0 ? ';' : ',').Select(piece => piece.Trim()).Where(piece => piece.Length > 0).ToList();
        var names = pieces.Select(SpokenNames.Read).OfType<AttributeLine>().ToList();
        var known = names.Count(line => line.IsTyped || SpokenNames.IsKnown(line.Name));
        if (names.Count == pieces.Count && names.Count > 1 && known * 2 >= names.Count && !AttributeWords.IsOne(title))
        {
            _things.Add((item, title, names));
        }
        else
        {
            _others.Add((item, title));
        }
    }
}
