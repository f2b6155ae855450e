using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Reads tables of figures to plan for: Metric | Target, Entity | Rows | Row size | Growth per year.</summary>
internal sealed class TargetTableReader : IFactReader
{
    private static readonly string[] Heads = ["metric", "metrics", "measure", "indicator", "parameter", "kpi", "requirement", "item", "aspect", "quantity", "entity", "table", "record", "records", "data", "object", "area", "dimension", "operation", "what", "criterion", "attribute", "load"];
    private static readonly string[] Figures = ["target", "targets", "value", "expected", "goal", "requirement", "figure", "estimate", "estimated", "count", "rows", "records", "volume", "number", "initial", "size", "row size", "avg size", "growth", "per day", "per month", "per year", "/day", "/month", "/year", "amount", "limit", "expected volume", "daily", "monthly", "yearly", "annual", "peak"];
    private static readonly string[] Elsewhere = ["market*", "cost*", "budget", "pricing", "success metric*", "kpi*", "business metric*", "goals", "test*", "alert*", "risk*", "price*"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>().Where(table => !facts.IsClaimed(table) && !HeadingTopics.StatesNoData(table) && IsTargets(table, document)))
        {
            var read = table.Rows.SelectMany(row => Row(table, row)).ToArray();
            if (read.Length * 2 < table.Rows.Count)
            {
                continue;
            }

            facts.Claim(table);
            foreach (var fact in read)
            {
                facts.Add(fact);
                facts.Classify(fact.Source, StatementClass.Scale, "a figure to plan for");
            }
        }
    }

    private static bool IsTargets(TableBlock table, ProductDocument document) =>
        table.Header.Count >= 2 && table.Header[0].Text.Says(Heads) && table.Header.Skip(1).Any(cell => cell.Text.Says(Figures))
        && !table.Headings.Any(heading => heading.Says(Elsewhere))
        && (document.Kind == DocumentKind.ScaleRequirements || table.Headings.Any(heading => heading.Says("scale", "scalability", "performance", "capacity", "volume*", "load", "growth", "non-functional*", "sizing", "throughput", "size*", "targets")));

    private static IEnumerable<ScaleFact> Row(TableBlock table, TableRow row)
    {
        var words = string.Join(" | ", row.Cells.Select(cell => cell.Text));
        var head = row.Cells.Count > 0 ? row.Cells[0].Text.Trim() : "";
        for (var column = 1; column < Math.Min(row.Cells.Count, table.Header.Count); column++)
        {
            if (table.Header[column].Text.Says(Figures) && Quantities.First(row.Cells[column].Text) is { } figure && Fact(head, table.Header[column].Text, row.Cells[column].Text, figure, row, words) is { } fact)
            {
                yield return fact;
            }
        }
    }

    private static ScaleFact? Fact(string head, string header, string cell, Quantity figure, TableRow row, string words)
    {
        var subject = ItemLists.WithoutParentheses(head);
        var context = $"{head} {header} {cell[figure.End..]}";
        var isWidth = header.Says("row size", "record size", "avg size", "average size", "size per row", "bytes per row");
        var sized = figure with { PerNoun = figure.PerNoun ?? (isWidth ? subject : null) };
        var measure = ScaleMeasures.Of(context, sized);
        var per = ScaleMeasures.Per(context, figure) ?? (header.Says("growth") && measure == ScaleMeasure.Rows ? new Terms.Period(1, Terms.PeriodUnit.Year) : null);
        measure = measure == ScaleMeasure.Rows && per is not null ? ScaleMeasure.RowsPerPeriod : measure;
        var share = measure == ScaleMeasure.RequestsPerSecond && per is not null ? per.ApproximateSeconds : 1;
        return measure == ScaleMeasure.Other || (measure == ScaleMeasure.Latency && figure.Period is { Unit: Terms.PeriodUnit.Day or Terms.PeriodUnit.Week or Terms.PeriodUnit.Month or Terms.PeriodUnit.Year or Terms.PeriodUnit.Hour }) || head.Says("rpo", "rto", "recovery*", "backup*", "retention*")
            ? null
            : new(subject, measure, Math.Round(sized.Low / share, 3), sized.High is { } high ? Math.Round(high / share, 3) : null, measure == ScaleMeasure.RequestsPerSecond ? new(1, Terms.PeriodUnit.Second) : per, sized.PerNoun, Horizons.Of(header) ?? Horizons.Of(ItemLists.InParentheses(head) ?? ""), measure == ScaleMeasure.Latency ? Percentiles.Of(context) : null, row.Span, words);
    }
}
