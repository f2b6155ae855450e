using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules;

/// <summary>The plans that head the columns of a table: by names that plans commonly have, or as the data model lists the values of a plan.</summary>
internal static class PlanColumns
{
    private static readonly string[] Corners = ["feature", "features", "limit", "limits", "resource", "capability", "plan", "tier", "quota", "included", "what", "item"];
    private static readonly string[] Known = ["free", "starter", "basic", "standard", "pro", "professional", "business", "team", "teams", "premium", "plus", "enterprise", "trial", "growth", "scale", "ultimate", "personal", "individual"];

    private static readonly string[] Nouns = ["plan", "tier", "package", "subscription", "membership", "edition"];

    public static bool Are(TableBlock table, FactCollector facts) =>
        table.Header.Count > 2 && (Corners.Contains(table.Header[0].Text.Trim().ToLowerInvariant(), StringComparer.Ordinal)
            ? table.Header.Skip(1).Count(cell => Common(cell.Text) is not null) >= 2 || Listed(table, facts)
            : table.Header[0].Text.Trim().Length == 0 && Listed(table, facts));

    /// <summary>Of each column the plan it is of; null where it is of none.</summary>
    public static IReadOnlyList<string?> Of(TableBlock table, FactCollector facts)
    {
        var values = Values(facts);
        return [.. table.Header.Select((cell, column) => column == 0 ? null : values.Contains(Name(cell.Text)) ? Name(cell.Text) : Common(cell.Text))];
    }

    /// <summary>Every column but the first is a plan of the data model.</summary>
    private static bool Listed(TableBlock table, FactCollector facts) => Values(facts) is { Count: > 1 } values && table.Header.Skip(1).All(cell => values.Contains(Name(cell.Text)));

    private static HashSet<string> Values(FactCollector facts) =>
        facts.Facts.OfType<AttributeFact>().Where(fact => fact.Type is { Values.Count: > 1 } && Naming.Words(fact.Name) is [.., var last] && Nouns.Contains(last, StringComparer.Ordinal)).SelectMany(fact => fact.Type!.Values.Select(value => value.ToLowerInvariant())).ToHashSet(StringComparer.Ordinal);

    private static string? Common(string header) => Name(header) is var name && Known.Contains(name, StringComparer.Ordinal) ? name : null;

    /// <summary>"Pro ($10/month)" is the plan pro.</summary>
    private static string Name(string header)
    {
        var name = ItemLists.WithoutParentheses(header).Trim().ToLowerInvariant();
        return name.EndsWith(" plan", StringComparison.Ordinal) ? name[..^5] : name;
    }
}
