using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>
/// Lists whose bullets name each other: "property: name, street", "unit: property, label", "lease: unit, start_date". That the labels of some
/// stand among the parts of others shows that all are things and their parts are stored, whatever heads the list and however names are spelled.
/// </summary>
internal static class NamedLists
{
    private const int FewestLabels = 4;
    private const int FewestNamed = 2;
    private const int LongestLabel = 40;
    private const int MostWords = 3;

    /// <summary>The keys of the things listed; empty when the bullets do not name each other.</summary>
    public static IReadOnlySet<string> Titles(ListBlock list)
    {
        var lines = list.Items.Where(item => item.Depth == 0).Select(item => Labelled(item.Text)).ToList();
        var labelled = lines.OfType<(string Title, string List)>().ToList();
        if (labelled.Count < FewestLabels || labelled.Count * 4 < lines.Count * 3)
        {
            return new HashSet<string>(StringComparer.Ordinal);
        }

        var titles = labelled.Select(line => Naming.EntityKey(EntityNames.Undecorated(line.Title))).ToHashSet(StringComparer.Ordinal);
        var parted = labelled.Count(line => TextScan.Split(line.List, ',').Count > 2);
        var named = labelled.SelectMany(line => TextScan.Split(line.List, ',').Select(Bare).Select(Naming.EntityKey).Where(key => titles.Contains(key) && key != Naming.EntityKey(EntityNames.Undecorated(line.Title)))).Distinct(StringComparer.Ordinal).Count();
        return named >= FewestNamed && parted * 2 >= labelled.Count ? titles : new HashSet<string>(StringComparer.Ordinal);
    }

    /// <summary>"lease: unit, start_date": a short name, a colon, and the rest.</summary>
    public static (string Title, string List)? Labelled(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is > 1 and <= LongestLabel && EntityNames.IsName(EntityNames.Undecorated(text[..colon])) && Naming.Words(text[..colon]).Count <= MostWords && text[(colon + 1)..].Trim().Length > 1
            ? (text[..colon], text[(colon + 1)..])
            : null;
    }

    /// <summary>A part without its remark: "unit" of "unit (optional)", "customer" of "customer_id".</summary>
    private static string Bare(string part)
    {
        var open = part.IndexOf('(', StringComparison.Ordinal);
        var name = (open > 0 ? part[..open] : part).Trim().TrimEnd('.', '?');
        return name.EndsWith("_id", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" id", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
    }
}
