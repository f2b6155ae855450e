using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Prose;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>An attribute with its parts in brackets: "address (street, city, zip)", "price (amount, currency)" are columns of their own.</summary>
internal static class AttributeParts
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "type", "kind", "status", "state", "category", "role", "priority", "level", "method", "mode", "format", "field", "class" };

    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal) { "first", "last", "middle", "from", "to", "start", "end", "min", "max", "lat", "lng", "lon" };

    /// <summary>The line itself, or a line for each of its parts when all of them are names of attributes and none is a value or a constraint.</summary>
    public static IReadOnlyList<AttributeLine> Of(AttributeLine line)
    {
        var words = Naming.Words(line.Name);
        line = words is [.., "address"] && !line.Type.StartsWith('(') && line.Type.Contains(',', StringComparison.Ordinal) ? line with { Type = $"({line.Type})" } : line;
        if (words.Count == 0 || Kinds.Contains(words[^1]) || !AttributeWords.IsOne(line.Name) || !line.Type.StartsWith('(') || TextScan.Closing(line.Type, 0) != line.Type.Length - 1)
        {
            return [line];
        }

        var parts = TextScan.Split(line.Type[1..^1], ',').ConvertAll(part => AttributeLine.Parse(part.Trim()));
        return parts.Count > 1 && parts.TrueForAll(IsPart) ? parts.ConvertAll(part => part! with { Name = words[^1] == "name" ? $"{Naming.Snake(part.Name)}_{line.Name}" : $"{line.Name}_{Naming.Snake(part.Name)}", Optional = part.Optional || line.Optional }) : [line];
    }

    private static bool IsPart(AttributeLine? part) =>
        part is not null && char.IsLower(part.Name[0]) && SpokenNames.IsName(part.Name) && !TypeVocabulary.IsConstraint(part.Name) && (AttributeWords.IsOne(part.Name) || Parts.Contains(part.Name))
        && TypeVocabulary.KindOf(part.Name) is null or DataKind.CountryCode or DataKind.CurrencyCode or DataKind.Money;
}
