using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Takes the figures out of one line and says what each counts.</summary>
internal static class ScaleSentences
{
    /// <param name="inSection">The line stands in a section on scale; elsewhere only what cannot be anything else is read.</param>
    public static IEnumerable<ScaleFact> Read(OutlineLine line, bool inSection)
    {
        var text = line.Text;
        var figures = Quantities.In(text).Where(figure => !IsHorizon(text, figure)).ToArray();
        var previous = "";
        for (var index = 0; index < figures.Length; index++)
        {
            var next = index + 1 < figures.Length ? figures[index + 1].Start : text.Length;
            var (subject, figure, each) = ScaleSubjects.Of(line, figures[index], next);
            subject = subject.Length == 0 ? previous : subject;
            var measure = ScaleMeasures.Of($"{line.Label} {subject} {(figure.Kind == QuantityKind.Percent ? text : "")}", figure);
            if (ScaleFilters.Fits(line, subject, measure, figure, inSection))
            {
                yield return Fact(line, subject, each ? previous : figure.PerNoun, measure, figure, text[figures[index].End..next]);
            }

            previous = subject;
        }
    }

    private static ScaleFact Fact(OutlineLine line, string subject, string? perWhat, ScaleMeasure measure, Quantity figure, string after)
    {
        var per = ScaleMeasures.Per(subject, figure);
        var isRate = measure == ScaleMeasure.RequestsPerSecond && per is not null;
        var share = isRate ? per!.ApproximateSeconds : 1;
        var clause = after.Split(',')[0];
        return new ScaleFact(
            subject, measure, Math.Round(figure.Low / share, 3), figure.High is { } high ? Math.Round(high / share, 3) : null, isRate ? new Period(1, PeriodUnit.Second) : per, perWhat,
            Horizon(line, after), measure == ScaleMeasure.Latency ? Percentiles.Of(clause) ?? Percentiles.Of(line.Whole.Split(',')[0]) : null, line.Span, line.Words);
    }

    /// <summary>The time named after the figure; else the time its label or the labels above name.</summary>
    private static int? Horizon(OutlineLine line, string after) =>
        (after.Says("initially", "at launch", "at first") ? (int?)0 : null) ?? Horizons.Of(after) ?? (Horizons.Within(line.Text) is { } within && line.Label is not null ? (int?)within : null)
        ?? (line.Text.Find("by year") is >= 0 and var by ? Horizons.Of(line.Text[by..]) : (int?)null)
        ?? (line.Label is { } label ? Horizons.Of(label) : null) ?? line.Keys.Select(Horizons.Of).LastOrDefault(months => months is not null);

    /// <summary>The "2 years" of "within 2 years" and the "1" of "Year 1" are no figures of their own.</summary>
    private static bool IsHorizon(string text, Quantity figure)
    {
        var before = text[..figure.Start].TrimEnd();
        return figure.Period is { Unit: PeriodUnit.Month or PeriodUnit.Year or PeriodUnit.Week or PeriodUnit.Day or PeriodUnit.Quarter }
            || before.EndsWith("year", StringComparison.OrdinalIgnoreCase) || before.EndsWith("month", StringComparison.OrdinalIgnoreCase) || before.EndsWith("phase", StringComparison.OrdinalIgnoreCase);
    }
}
