using Schemawright.Design;
using Schemawright.Diagnostics;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The rules a table carries: in words, with the object that enforces each and its source.</summary>
internal static class TableRules
{
    public static IEnumerable<IReadOnlyList<string>> Of(TablePair pair)
    {
        if (pair.Design is not { } table)
        {
            return [];
        }

        IEnumerable<(string Words, string Kind, string Name, Origin Origin)> rules =
        [
            .. table.Uniques.Select(rule => (Unique(rule), rule.IsConstraint ? "unique" : "unique index", rule.Name, rule.Origin)),
            .. table.Checks.Select(rule => (rule.Description, "check", rule.Name, rule.Origin)),
            .. table.Exclusions.Select(rule => (rule.Description, "exclusion", rule.Name, rule.Origin)),
            .. table.Transitions.Select(rule => (Transitions(rule), "trigger", rule.Name, rule.Origin)),
            .. table.RowRules.Select(rule => (rule.Description, "trigger", rule.Name, rule.Origin)),
            .. table.Quotas.Select(rule => (rule.Description, "trigger", rule.Name, rule.Origin)),
            .. table.Balances.Select(rule => (rule.Description, "deferred trigger", rule.Name, rule.Origin)),
            .. table.DeletedAlong.Select(rule => (rule.Description, "trigger", rule.Name, rule.Origin)),
            .. table.Cycles.Select(rule => (rule.Description, "trigger", rule.Name, rule.Origin)),
            .. table.Numberings.Select(rule => (rule.Description, "trigger", rule.Name, rule.Origin)),
            .. table.Minimums.Select(rule => (rule.Description, "deferred trigger", rule.Name, rule.Origin)),
            .. table.Immutables.Select(rule => (rule.Description, "trigger", rule.Name, rule.Origin)),
            .. table.DeleteGuards.Select(rule => (rule.Description, "trigger", rule.Name, rule.Origin)),
        ];
        return rules.Select(rule => new[] { Phrases.Words(rule.Words), $"{rule.Kind} {MarkdownEscape.Code(rule.Name)}", Phrases.Source(rule.Origin) });
    }

    private static string Unique(UniqueDesign rule) =>
        rule.Columns.Count == 1 ? $"No two rows share {rule.Columns[0]}" : $"No two rows share ({string.Join(", ", rule.Columns)})";

    private static string Transitions(TransitionDesign rule)
    {
        var ways = string.Join("; ", rule.Allowed.GroupBy(allowed => allowed.From, StringComparer.Ordinal)
            .Select(group => $"{group.Key} → {string.Join(", ", group.Select(allowed => allowed.To))}"));
        var start = rule.Initial.Count > 0 ? $"starts as {English.List(rule.Initial, "or")}; " : "";
        return $"{rule.Column} {start}{ways}";
    }
}
