using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Reads tables of response times: Operation | Target | p95 | 99th Percentile.</summary>
internal sealed class LatencyTableReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>().Where(table => !facts.IsClaimed(table) && !HeadingTopics.StatesNoData(table) && IsLatency(table)))
        {
            facts.Claim(table);
            foreach (var row in table.Rows)
            {
                ReadRow(table, row, facts);
            }
        }
    }

    private static bool IsLatency(TableBlock table) =>
        table.Header.Skip(1).Any(cell => cell.Text.Says("percentile", "p50", "p95", "p99", "response time", "latency"))
        || (table.Headings.Count > 0 && table.Headings[^1].Says("response time*", "latency") && table.Header.Skip(1).Any(cell => cell.Text.Says("target")));

    private static void ReadRow(TableBlock table, TableRow row, FactCollector facts)
    {
        var words = string.Join(" | ", row.Cells.Select(cell => cell.Text));
        facts.Classify(row.Span, StatementClass.Technology, "a response time that depends on sizes outside the database");
        for (var column = 1; column < Math.Min(row.Cells.Count, table.Header.Count); column++)
        {
            if (Quantities.First(row.Cells[column].Text) is { Kind: QuantityKind.Time, PerNoun: null } figure)
            {
                facts.Add(new ScaleFact(
                    row.Cells[0].Text.Trim(), ScaleMeasure.Latency, figure.Low, figure.High, null, null, null, Percentiles.Of(table.Header[column].Text), row.Span, words));
            }
        }
    }
}
