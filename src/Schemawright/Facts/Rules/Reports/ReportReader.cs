using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Reports;

/// <summary>Reads the figures that reports and dashboards show: "the dashboard shows the number of open claims per branch".</summary>
internal sealed class ReportReader : IFactReader
{
    private static readonly string[] Reports = ["report*", "dashboard*", "statistic*", "analytics", "chart*", "overview", "kpi*", "summary", "summaries", "figures"];
    private static readonly string[] Live = ["real-time", "real time", "live", "up to date", "up-to-date", "at all times"];
    private static readonly string[] Nights = ["every night", "each night", "nightly", "overnight", "every morning", "each morning", "every evening"];
    private static readonly string[] Renewed = ["refreshed", "updated", "recalculated", "calculated", "generated", "recomputed", "computed", "sent", "produced", "every", "nightly"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document).Where(line => line.Form is OutlineForm.Bullet or OutlineForm.Sentence && line.Topic is HeadingTopic.None or HeadingTopic.Interface && line.Text.Length <= 400))
        {
            if (!IsReport(line) || line.Whole.Says("unique") || document.Kind == DocumentKind.ScaleRequirements && !line.StandsUnder(Reports))
            {
                continue;
            }

            var every = Every(line.Text);
            foreach (var phrase in ReportPhrases.Read(line.Text))
            {
                facts.Add(new ReportFact(phrase.Figures, phrase.Groups, phrase.Span, phrase.Top, every, line.Text.Says(Live), line.Span, line.Words));
                facts.Classify(line.Span, StatementClass.Query, "says what a report shows");
            }
        }
    }

    private static bool IsReport(OutlineLine line) => line.Whole.Says(Reports) || line.StandsUnder(Reports) || ReportPhrases.OpensWithSpan(line.Text);

    private static Terms.Period? Every(string text) => text.Says(Nights) ? new(1, Terms.PeriodUnit.Day) : text.Says(Renewed) ? Periods.Frequency(text[Math.Max(0, text.After(Renewed) - 10)..])
        : ReportPhrases.Rhythm(text) is { } unit ? new(1, unit) : null;
}
