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
        var figures = Quantities.In(text).Where(figure => !IsHorizon(text, figure) && !ScaleOwners.IsShare(text, figure)).ToArray();
        var previous = "";
        for (var index = 0; index < figures.Length; index++)
        {
            var next = index + 1 < figures.Length ? figures[index + 1].Start : text.Length;
            var (subject, figure, each) = ScaleSubjects.Of(line, figures[index], next);
            figure = Shared(line, figures, index, ScaleRecords.Width(text, figure));
            subject = subject.Length == 0 ? previous : subject;
            figure = figure is { Kind: QuantityKind.Number, PerNoun: null } && line.Label is null && ScaleOwners.Of(text, figure) is { } owner ? figure with { PerNoun = owner } : figure;
            var measure = ScaleMeasures.Of($"{line.Label} {subject} {(figure.Kind == QuantityKind.Percent ? Around(text, figure) : "")}", figure);
            if (!(measure == ScaleMeasure.Rows && ScaleOwners.IsAverage(text, figure)) && ScaleFilters.Fits(line, subject, measure, figure, inSection))
            {
                yield return Fact(line, subject, each ? previous : figure.PerNoun, measure, figure, text[figures[index].End..next]);
            }

            previous = subject;
        }
    }

    /// <summary>In "15 pickers and 220 baskets per farm" both are counted per farm.</summary>
    private static Quantity Shared(OutlineLine line, Quantity[] figures, int index, Quantity figure)
    {
        if (figure.PerNoun is not null || figure.PerPeriod is not null || figure.Kind != QuantityKind.Number || index + 1 == figures.Length || figures[index + 1].Kind != QuantityKind.Number)
        {
            return figure;
        }

        var between = line.Text[figure.End..figures[index + 1].Start];
        var end = index + 2 < figures.Length ? figures[index + 2].Start : line.Text.Length;
        var (_, other, each) = ScaleSubjects.Of(line, figures[index + 1], end);
        return !each && between.Says("and") && !between.AsSpan().ContainsAny(";:.") && !between.Says("per", "each", "a year", "a day", "a month", "within", "in", "after") ? figure with { PerNoun = other.PerNoun, PerPeriod = other.PerPeriod } : figure;
    }

    /// <summary>The clause a figure stands in.</summary>
    private static string Around(string text, Quantity figure)
    {
        var start = text[..figure.Start].LastIndexOfAny([',', ';', '.']) + 1;
        var end = text.IndexOfAny([',', ';', '.'], Math.Min(figure.End, text.Length));
        return text[start..(end < 0 ? text.Length : end)];
    }

    private static ScaleFact Fact(OutlineLine line, string subject, string? perWhat, ScaleMeasure measure, Quantity figure, string after)
    {
        var per = ScaleMeasures.Per(subject, figure);
        var isRate = measure == ScaleMeasure.RequestsPerSecond && per is not null;
        var share = isRate ? per!.ApproximateSeconds : 1;
        var clause = after.Split(',')[0];
        return new ScaleFact(
            subject, measure, Math.Round(figure.Low / share, 3), figure.High is { } high ? Math.Round(high / share, 3) : null, isRate ? new Period(1, PeriodUnit.Second) : per, perWhat,
            Horizon(line, after), measure == ScaleMeasure.Latency ? Percentiles.Of(clause) ?? Percentiles.Of(Clause(line, figure)) : null, line.Span, line.Words);
    }

    /// <summary>The figure's own clause before it, with the label: "search" in "calendar p95 under 200 ms; search under 300 ms".</summary>
    private static string Clause(OutlineLine line, Quantity figure)
    {
        var before = line.Text[..Math.Min(figure.End, line.Text.Length)];
        var start = before.LastIndexOfAny([';', ',']);
        return start >= 0 ? before[(start + 1)..].TrimStart() : line.Label is null ? before.TrimStart() : $"{before.TrimStart()} {line.Label}";
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
