using System.Globalization;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules;

/// <summary>Reads tables of what each plan includes, <c>Feature | Free | Pro</c>: each figure is a limit of one plan.</summary>
internal sealed class PlanLimitReader : IFactReader
{
    private static readonly string[] Corners = ["feature", "features", "limit", "limits", "resource", "capability", "plan", "tier", "quota", "included", "what", "item"];
    private static readonly string[] Plans = ["free", "starter", "basic", "standard", "pro", "professional", "business", "team", "teams", "premium", "plus", "enterprise", "trial", "growth", "scale", "ultimate", "personal", "individual"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>().Where(table => !facts.IsClaimed(table) && !HeadingTopics.StatesNoData(table) && IsOfPlans(table)))
        {
            facts.Claim(table);
            foreach (var row in table.Rows.Where(row => row.Cells.Count > 1))
            {
                ReadRow(document, table, row, facts);
            }
        }
    }

    private static bool IsOfPlans(TableBlock table) =>
        table.Header.Count > 2 && Corners.Contains(table.Header[0].Text.Trim().ToLowerInvariant(), StringComparer.Ordinal)
        && table.Header.Skip(1).Count(cell => PlanOf(cell.Text) is not null) >= 2;

    /// <summary>"Pro ($10/month)" is the plan pro.</summary>
    private static string? PlanOf(string header)
    {
        var name = ItemLists.WithoutParentheses(header).Trim().ToLowerInvariant();
        name = name.EndsWith(" plan", StringComparison.Ordinal) ? name[..^5] : name;
        return Plans.Contains(name, StringComparer.Ordinal) ? name : null;
    }

    private static void ReadRow(ProductDocument document, TableBlock table, TableRow row, FactCollector facts)
    {
        var thing = row.Cells[0].Text.Trim();
        var limits = 0;
        for (var column = 1; column < Math.Min(row.Cells.Count, table.Header.Count); column++)
        {
            if (PlanOf(table.Header[column].Text) is { } plan && Figure(row.Cells[column].Text) is { } figure)
            {
                limits++;
                var words = $"{thing} | {table.Header[column].Text.Trim()} | {row.Cells[column].Text.Trim()}";
                facts.Add(new RuleFact(null, null, table.Headings, [plan], "plan limit", string.Create(CultureInfo.InvariantCulture, $"at most {figure} {thing}"), RuleSubjects.Of(table.Headings), FactForm.Table, document.Kind, row.Span, words));
            }
        }

        facts.Classify(row.Span, limits > 0 ? StatementClass.Rule : StatementClass.Prose, limits > 0 ? "a limit for each plan" : "says what a plan includes; no figure of rows");
    }

    /// <summary>A plain count; sizes and words are none.</summary>
    private static decimal? Figure(string cell) =>
        decimal.TryParse(cell.Trim().TrimStart('<', '≤', ' ').Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : null;
}
