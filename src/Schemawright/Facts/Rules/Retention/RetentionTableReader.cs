using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Retention;

/// <summary>Reads tables with a column for the retention period: Data Type | Retention Period | Disposal.</summary>
internal sealed class RetentionTableReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>())
        {
            var period = Column(table, "retention", "retention period", "keep for", "kept for");
            if (period <= 0 || facts.IsClaimed(table) || HeadingTopics.StatesNoData(table))
            {
                continue;
            }

            facts.Claim(table);
            var disposal = Column(table, "disposal", "action", "after", "method", "then");
            foreach (var row in table.Rows.Where(row => row.Cells.Count > period))
            {
                ReadRow(row, period, disposal, facts);
            }
        }
    }

    private static void ReadRow(TableRow row, int periodColumn, int disposalColumn, FactCollector facts)
    {
        var (subject, text) = (row.Cells[0].Text.Trim(), row.Cells[periodColumn].Text);
        if (RetentionWords.IsLookalike(subject) || Periods.In(text) is not { } period)
        {
            facts.Classify(row.Span, StatementClass.Technology, "a retention of copies or caches, not of the product's data");
            return;
        }

        var disposal = disposalColumn > 0 && disposalColumn < row.Cells.Count && row.Cells[disposalColumn].Text.Trim() is { Length: > 0 } words ? words : null;
        var sentence = string.Join(" | ", row.Cells.Select(cell => cell.Text));
        facts.Add(new RetentionFact(subject, period, RetentionWords.Kind(subject, sentence), RetentionWords.From(text), disposal, row.Span, sentence));
        facts.Classify(row.Span, StatementClass.Rule, $"says how long {subject} are kept");
    }

    private static int Column(TableBlock table, params string[] names)
    {
        for (var column = 1; column < table.Header.Count; column++)
        {
            if (table.Header[column].Text.Says(names))
            {
                return column;
            }
        }

        return -1;
    }
}
