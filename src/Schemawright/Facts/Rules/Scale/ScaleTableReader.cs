using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Reads tables of figures over time: Metric | Current | 6 Months | Year 3.</summary>
internal sealed class ScaleTableReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>().Where(table => !facts.IsClaimed(table) && !HeadingTopics.StatesNoData(table)))
        {
            var horizons = table.Header.Select((cell, column) => column == 0 ? null : Horizons.Of(cell.Text)).ToArray();
            if (horizons.Count(horizon => horizon is not null) < 2)
            {
                continue;
            }

            facts.Claim(table);
            foreach (var row in table.Rows)
            {
                ReadRow(row, horizons, facts);
            }
        }
    }

    private static void ReadRow(TableRow row, int?[] horizons, FactCollector facts)
    {
        for (var column = 1; column < Math.Min(row.Cells.Count, horizons.Length); column++)
        {
            if (horizons[column] is { } months && Quantities.First(row.Cells[column].Text) is { } figure)
            {
                Add(row, row.Cells[0].Text.Trim(), figure, months, facts);
            }
        }
    }

    private static void Add(TableRow row, string head, Quantity figure, int months, FactCollector facts)
    {
        var unit = ItemLists.InParentheses(head);
        var bytes = unit is not null && figure.Kind == QuantityKind.Number ? Units.Bytes(unit) : null;
        var subject = bytes is null ? head : ItemLists.WithoutParentheses(head);
        var scaled = bytes is { } factor ? figure with { Low = figure.Low * factor, High = figure.High * factor, Kind = QuantityKind.Bytes } : figure;
        var words = string.Join(" | ", row.Cells.Select(cell => cell.Text));
        facts.Add(new ScaleFact(
            subject, ScaleMeasures.Of(subject, scaled), Math.Round(scaled.Low, 3), scaled.High is { } high ? Math.Round(high, 3) : null, ScaleMeasures.Per(head, scaled), scaled.PerNoun, months, null, row.Span, words));
        facts.Classify(row.Span, StatementClass.Scale, "figures over time");
    }
}
