using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules;

/// <summary>Reads tables of rules: ID | Rule | Note, or Rule | Condition | Action; one rule a row.</summary>
internal sealed class RuleTableReader : IFactReader
{
    private static readonly string[] Conditions = ["condition", "conditions"];
    private static readonly string[] Heads = ["rule", "business rule", "validation", "validation rule", "constraint", "invariant", "requirement"];
    private static readonly string[] Outcomes = ["action", "actions", "outcome", "result", "consequence", "then", "effect"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>())
        {
            var topic = HeadingTopics.Of(HeadingTopics.Path(table));
            var column = Column(table, Conditions) is >= 0 and var condition ? condition : Column(table, Heads);
            if (column < 0 || facts.IsClaimed(table) || topic != HeadingTopic.None || RuleRows.Are(table))
            {
                continue;
            }

            facts.Claim(table);
            foreach (var row in table.Rows.Where(row => row.Cells.Count > column && row.Cells[column].Text.Length > 0))
            {
                ReadRow(document, table, row, column, facts);
            }
        }
    }

    private static void ReadRow(ProductDocument document, TableBlock table, TableRow row, int column, FactCollector facts)
    {
        var code = row.Cells.Select(cell => RuleCodes.IsWhole(cell.Text) ? cell.Text.Trim() : RuleCodes.Split(cell.Text).Code).FirstOrDefault(found => found is not null);
        var outcome = Column(table, Outcomes);
        var text = outcome > 0 && outcome != column && outcome < row.Cells.Count ? $"if {row.Cells[column].Text} then {row.Cells[outcome].Text}" : RuleCodes.Split(row.Cells[column].Text).Title;
        var label = column > 0 && !RuleCodes.IsWhole(row.Cells[0].Text) ? row.Cells[0].Text.Trim() : null;
        var words = string.Join(" | ", row.Cells.Select(cell => cell.Text));
        facts.Add(new RuleFact(code, null, table.Headings, [], label, text, label ?? RuleSubjects.Of(table.Headings), FactForm.Table, document.Kind, row.Span, words));
        facts.Classify(row.Span, StatementClass.Rule, "a row of a table of rules");
    }

    private static int Column(TableBlock table, string[] names)
    {
        for (var column = 0; column < table.Header.Count; column++)
        {
            if (names.Contains(table.Header[column].Text.Trim().ToLowerInvariant(), StringComparer.Ordinal))
            {
                return column;
            }
        }

        return -1;
    }
}
