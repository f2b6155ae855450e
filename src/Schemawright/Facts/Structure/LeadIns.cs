using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>The entity a paragraph right before a list or table announces: "**Order** (what is bought):", "The `orders` table:", "Order fields".</summary>
internal static class LeadIns
{
    private const int LongestLeadIn = 160;

    private static readonly string[] Endings =
        [" has the following fields", " has the following attributes", " has the following properties", " has these fields", " has the following columns", " contains", " includes", " has", " have", " stores", " holds", " records", " is described by", " comprises", " consists of", " fields", " attributes", " properties", " columns", " table", " entity", " model", " schema"];

    private static readonly string[] Openings = ["Each ", "The ", "A ", "An ", "Entity: ", "Table: ", "Entity ", "Table ", "Model: ", "Entities: ", "Object: ", "Collection: ", "Record: ", "Class: ", "Aggregate: ", "Child entity: "];

    /// <param name="raw">The paragraph's Markdown; null when there is none.</param>
    public static string? Entity(string? raw)
    {
        if (raw is null || raw.Length > LongestLeadIn)
        {
            return null;
        }

        if (raw.Contains('\n'))
        {
            return AttributeLabels.Close(raw) ? Entity(raw[..raw.LastIndexOf('\n')]) : null; // "Boats", and "Fields:" on the next line
        }

        if (Marked(raw) is { } marked)
        {
            return marked;
        }

        var text = EntityNames.Undecorated(raw);
        foreach (var opening in Openings)
        {
            text = text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) ? text[opening.Length..] : text;
        }

        var cut = Array.Find(Endings, ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        var name = cut is null ? text : text[..^cut.Length];
        name = Array.Find(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } again ? name[..^again.Length] : name;
        return !Prose.Keepers.IsNothing(Naming.EntityKey(name)) && (cut is not null || raw.TrimEnd().EndsWith(':') || Naming.Words(name).Count <= 2) && EntityNames.IsTitle(name) ? name.Trim() : null;
    }

    /// <summary>The whole paragraph is one bold or code term, or such a term and a remark in brackets.</summary>
    private static string? Marked(string raw)
    {
        var text = raw.Trim();
        foreach (var mark in (string[])["**", "`"])
        {
            var close = text.StartsWith(mark, StringComparison.Ordinal) ? text.IndexOf(mark, mark.Length, StringComparison.Ordinal) : -1;
            if (close > 0 && (close + mark.Length == text.Length || text[close + mark.Length] is ':' or ' '))
            {
                var name = EntityNames.Undecorated(text[mark.Length..close]);
                var rest = text[(close + mark.Length)..].Trim(' ', ':');
                var stands = rest.Length == 0 || rest[0] is '(' or '-' or '–' or '—' || rest is "table" or "entity" or "model" or "fields" or "attributes";
                return stands && EntityNames.IsTitle(name) ? name : null;
            }
        }

        return null;
    }
}
