
using Schemawright.Domain;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The accesses the documents state, as queries whose plan can be looked at without running them.</summary>
internal sealed class QueryOptimization : IDocumentSection
{
    /// <summary>A reader wants the pattern and the important paths, not all of a thousand.</summary>
    private const int MostQueries = 12;

    public int Level => 3;

    public string Heading(DocumentSource source) => "Query Optimization";

    public void Write(DocumentSource source, MarkdownText text)
    {
        WriteFigures(source, text);
        WriteAccesses(source, text);
        ReportChapter.Write(source, text);
    }

    private static void WriteAccesses(DocumentSource source, MarkdownText text)
    {
        var queries = source.Domain.AccessPaths
            .Select(path => (Path: path, Query: AccessQuery.Of(source, path)))
            .Where(pair => pair.Query is not null)
            .DistinctBy(pair => pair.Query!.Text, StringComparer.Ordinal)
            .Take(MostQueries).ToArray();
        if (queries.Length == 0)
        {
            text.Paragraph("The documents state no way of finding rows beyond their keys, so there is no query to tune yet; a slow one shows itself in the metrics below.");
            return;
        }

        text.Paragraph("EXPLAIN without ANALYZE shows the plan and runs nothing. The accesses the documents state:");
        foreach (var (path, query) in queries)
        {
            text.Paragraph($"{Phrases.Words(path.Words)} ({Phrases.Source(path.Origin)})");
            text.Sql([query!]);
        }
    }

    private static void WriteFigures(DocumentSource source, MarkdownText text)
    {
        var figures = source.Domain.Scale.Where(figure => figure.Entity is null).ToArray();
        if (figures.Length > 0)
        {
            text.Paragraph("What the documents demand of the whole system:");
            text.Table(["Demand", "Figures", "Source"], figures.GroupBy(figure => (figure.Words, Source: Phrases.Source(figure.Origin)))
                .Select(group => (string[])[Phrases.Words(group.Key.Words), string.Join("; ", group.Select(Figure).Distinct(StringComparer.Ordinal)), group.Key.Source]));
        }
    }

    private static string Figure(ScaleFigure figure)
    {
        var value = figure.Kind switch
        {
            ScaleKind.Bytes => English.Bytes(figure.Value),
            ScaleKind.LatencyMilliseconds => $"{English.Figure(figure.Value)} ms",
            ScaleKind.AvailabilityPercent => $"{English.Figure(figure.Value)} % available",
            ScaleKind.GrowthPercentPerYear => $"{English.Figure(figure.Value)} % growth a year",
            ScaleKind.PeakFactor => $"{English.Figure(figure.Value)} × at peak",
            ScaleKind.ConcurrentUsers => $"{English.Figure(figure.Value)} users at once",
            ScaleKind.RequestsPerSecond => $"{English.Figure(figure.Value)} requests a second",
            ScaleKind.TransactionsPerDay => $"{English.Figure(figure.Value)} transactions a day",
            ScaleKind.Connections => $"{English.Figure(figure.Value)} connections",
            ScaleKind.RowsPerYear => $"{English.Figure(figure.Value)} rows a year",
            ScaleKind.Rows => $"{English.Figure(figure.Value)} rows",
            _ => throw new InvalidOperationException($"unknown kind {figure.Kind}"),
        };
        var percentile = figure.Percentile is { } share ? $" at the {share}th percentile" : "";
        var horizon = figure.HorizonMonths switch { null => "", 0 => " now", 1 => " after 1 month", var months => $" after {months} months" };
        return value + percentile + horizon;
    }
}
