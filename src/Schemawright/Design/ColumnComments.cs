using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Says what a column holds when the documents name it without a word of explanation.</summary>
internal static class ColumnComments
{
    public static string Of(EntityAttribute attribute, Entity entity)
    {
        if (attribute.Description.Trim().Length > 0)
        {
            return attribute.Description.Trim();
        }

        var thing = LayOutTables.Words(entity.Name);
        var words = attribute.Name.Replace('_', ' ').Trim();
        return attribute.Type.Kind switch
        {
            DataKind.Boolean when Rest(words, "is ") is { } state => $"Whether the {thing} is {state}.",
            DataKind.Boolean when Rest(words, "has ") is { } thingHad => $"Whether the {thing} has {thingHad}.",
            DataKind.Boolean => $"Whether the {thing} is {words}.",
            DataKind.Timestamp or DataKind.LocalTimestamp when words.EndsWith(" at", StringComparison.Ordinal) => $"When the {thing} was {words[..^3]}.",
            DataKind.Date when words.EndsWith(" on", StringComparison.Ordinal) => $"The day on which the {thing} was {words[..^3]}.",
            _ when attribute.Type.IsArray => $"The {words} of the {thing}.",
            _ => $"{char.ToUpperInvariant(words[0])}{words[1..]} of the {thing}.",
        };
    }

    private static string? Rest(string words, string start) => words.StartsWith(start, StringComparison.Ordinal) && words.Length > start.Length ? words[start.Length..] : null;
}
