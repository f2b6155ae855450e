using System.Globalization;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules;

/// <summary>Reads tables of what each plan includes, <c>Feature | Free | Pro</c>: each figure is a limit of one plan.</summary>
internal sealed class PlanLimitReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>().Where(table => !facts.IsClaimed(table) && !HeadingTopics.StatesNoData(table) && PlanColumns.Are(table, facts)))
        {
            facts.Claim(table);
            var plans = PlanColumns.Of(table, facts);
            foreach (var row in table.Rows.Where(row => row.Cells.Count > 1))
            {
                ReadRow(document, table, row, plans, facts);
            }
        }
    }

    private static void ReadRow(ProductDocument document, TableBlock table, TableRow row, IReadOnlyList<string?> plans, FactCollector facts)
    {
        var thing = row.Cells[0].Text.Trim();
        var limits = 0;
        for (var column = 1; column < Math.Min(row.Cells.Count, table.Header.Count); column++)
        {
            if (plans[column] is { } plan && Figure(row.Cells[column].Text) is { } figure)
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
