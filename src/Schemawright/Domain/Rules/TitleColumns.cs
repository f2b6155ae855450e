using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>The attributes a rule block is about by its title: "Valid Email Format", "Order Amounts", "Tax ID Validation".</summary>
internal static class TitleColumns
{
    private static readonly string[] MoneyWords = ["currency", "money", "monetary", "financial", "price", "cost", "payment"];

    public static IReadOnlyList<Column> Of(RuleLine line)
    {
        var named = Named(line);
        if (named is not null)
        {
            return [named];
        }

        var words = line.Title.SelectMany(token => Naming.Words(token.Text)).Select(Nouns.Singular).ToHashSet(StringComparer.Ordinal);
        var matching = Scope(line).SelectMany(terms => terms.Columns).Where(column => !column.IsForeignKey && Fits(column, words)).ToArray();
        var own = line.Subject is null ? [] : matching.Where(column => column.Entity == line.Subject.Name).ToArray();
        return own.Length > 0 && line.Vocabulary.EntitiesIn(line.Title).Any() ? own : matching;
    }

    private static IEnumerable<EntityTerms> Scope(RuleLine line) => line.Vocabulary.All.Where(terms => terms.Entity.Kind != EntityKind.AuditTrail);

    /// <summary>An attribute the title names in two words or more, or in one that the subject has.</summary>
    private static Column? Named(RuleLine line)
    {
        for (var at = 0; at < line.Title.Count; at++)
        {
            for (var length = Math.Min(4, line.Title.Count - at); length > 0; length--)
            {
                if (Phrase.Key(line.Title, at, length) is { } key && (line.Subject?.Exact(key) ?? (length > 1 ? line.Vocabulary.OnlyColumn(key) : null)) is { IsForeignKey: false } column)
                {
                    return column;
                }
            }
        }

        return null;
    }

    private static bool Fits(Column column, HashSet<string> title) => column.Type.Kind switch
    {
        DataKind.Email => title.Contains("email") || title.Contains("e-mail"),
        DataKind.Phone => title.Contains("phone") || title.Contains("mobile") || title.Contains("telephone"),
        DataKind.Url => title.Contains("url") || title.Contains("link"),
        _ => column.IsNumber && column.Type.Kind is DataKind.Money or DataKind.Decimal && (title.Contains(Nouns.Singular(column.Words[^1])) || column.Type.Kind == DataKind.Money && title.Overlaps(MoneyWords)),
    };
}
