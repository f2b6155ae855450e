using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Domain.Structure;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Takes over the figures of size and speed, each with the entity it counts.</summary>
internal sealed class ResolveScale(DomainDraft domain, EntityWords words)
{
    public Seq<ScaleFigure> Run()
    {
        var figures = new List<(ScaleFigure Figure, ScaleFact Fact)>();
        foreach (var fact in domain.Facts.Scale)
        {
            if (Kind(fact.Measure) is { } kind && IsUsable(fact, kind))
            {
                figures.Add((Figure(fact, kind), fact));
            }
        }

        AskAboutDifferences(figures);
        return figures.Select(entry => entry.Figure).Concat(PerParent(figures)).Distinct().ToSeq();
    }

    private bool IsUsable(ScaleFact fact, ScaleKind kind) =>
        fact.PerWhat is null && !IsThroughput(fact) && (kind is not (ScaleKind.Rows or ScaleKind.RowsPerYear) || words.Find(fact.Subject) is not null);

    /// <summary>"100 imports a second" is how fast, not how many rows a year.</summary>
    private static bool IsThroughput(ScaleFact fact) => fact.Measure == ScaleMeasure.RowsPerPeriod && fact.Per is { ApproximateSeconds: < 86400 };

    private ScaleFigure Figure(ScaleFact fact, ScaleKind kind)
    {
        var entity = kind is ScaleKind.Rows or ScaleKind.RowsPerYear or ScaleKind.Bytes or ScaleKind.GrowthPercentPerYear ? words.Find(fact.Subject)?.Name : null;
        return new(entity, kind, InYears(fact.High ?? fact.Low, fact.Per, kind), fact.HorizonMonths, fact.Percentile, fact.Words, Origin.At(fact.Source));
    }

    /// <summary>"4 lines per order" becomes lines, once the orders are counted.</summary>
    private IEnumerable<ScaleFigure> PerParent(List<(ScaleFigure Figure, ScaleFact Fact)> figures)
    {
        var rows = figures.Where(entry => entry.Figure is { Kind: ScaleKind.Rows, Entity: not null })
            .GroupBy(entry => entry.Figure.Entity!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.MaxBy(entry => entry.Figure.Value).Figure, StringComparer.Ordinal);
        foreach (var fact in domain.Facts.Scale.Where(fact => fact.PerWhat is not null && fact.Measure is ScaleMeasure.Rows or ScaleMeasure.RowsPerPeriod))
        {
            if (words.Find(fact.Subject) is { } entity && words.Find(fact.PerWhat) is { } parent && entity != parent && rows.TryGetValue(parent.Name, out var counted))
            {
                var kind = fact.Measure == ScaleMeasure.Rows ? ScaleKind.Rows : ScaleKind.RowsPerYear;
                yield return new(entity.Name, kind, InYears(Product(fact.High ?? fact.Low, counted.Value), fact.Per, kind), counted.HorizonMonths, null, fact.Words, Origin.At(fact.Source).And(counted.Origin));
            }
        }
    }

    private void AskAboutDifferences(List<(ScaleFigure Figure, ScaleFact Fact)> figures)
    {
        var comparable = figures.Where(entry => entry.Figure.Kind is ScaleKind.Rows or ScaleKind.RowsPerYear or ScaleKind.ConcurrentUsers or ScaleKind.AvailabilityPercent or ScaleKind.PeakFactor or ScaleKind.Connections);
        foreach (var same in comparable.GroupBy(entry => (entry.Figure.Entity, entry.Figure.Kind, entry.Figure.HorizonMonths, Subject: entry.Figure.Entity is null ? Naming.EntityKey(entry.Fact.Subject) : words.Noun(entry.Fact.Subject))))
        {
            var different = same.DistinctBy(entry => entry.Figure.Value).OrderByDescending(entry => entry.Figure.Value).ToList();
            if (different.Select(entry => entry.Fact.Source.Document).Distinct(StringComparer.Ordinal).Skip(1).Any())
            {
                var subject = same.Key.Entity ?? "the system";
                var topic = $"{subject}/{same.Key.Kind}/{same.Key.HorizonMonths}/{same.Key.Subject}";
                Side[] sides = [.. different.Select(entry => new Side($"{entry.Figure.Value:0.####}: {entry.Fact.Words.Trim()}", [entry.Fact.Source]))];
                domain.Findings.Contradiction(
                    "scale", topic, $"Which figure holds for {Noun(same.Key.Kind)} of {subject}{Horizon(same.Key.HorizonMonths)}: {string.Join(" or ", different.Select(entry => $"{entry.Figure.Value:0.####}"))}?",
                    sides, $"The largest figure, {different[0].Figure.Value:0.####}, is planned for.", impact: 2, uncertainty: 3, affects: [subject]);
                Answered(topic, sides, [.. different.Select(entry => entry.Figure)], [.. same.Select(entry => entry.Figure)], figures);
            }
        }
    }

    /// <summary>The figure the author chose or wrote stands alone.</summary>
    private void Answered(string topic, Side[] sides, List<ScaleFigure> different, List<ScaleFigure> all, List<(ScaleFigure Figure, ScaleFact Fact)> figures)
    {
        var chosen = domain.Findings.Chosen("scale", topic, sides);
        var written = domain.Findings.Read("scale", topic, sides, words => Numbers.TryRead(words, 0, out var value, out _) ? (decimal?)value : null);
        if (chosen == 0 && written is null)
        {
            return;
        }

        var at = figures.FindIndex(entry => entry.Figure == different[chosen]);
        var kept = (Figure: written is { } figure ? different[0] with { Value = figure } : different[chosen], figures[at].Fact);
        figures.RemoveAll(entry => all.Contains(entry.Figure));
        figures.Add(kept);
    }

    /// <summary>No database holds more than this many of anything, whatever a document says.</summary>
    private static decimal Product(decimal one, decimal other)
    {
        const decimal Most = 1_000_000_000_000_000_000m;
        return one <= 0 || other <= 0 ? 0 : one > Most / other ? Most : one * other;
    }

    private static string Noun(ScaleKind kind) => Words.Plain(Naming.Snake(kind.ToString()));

    private static string Horizon(int? months) => months switch { null => "", 0 => " at the start", _ => $" after {months} months" };

    private static decimal InYears(decimal value, Period? per, ScaleKind kind) =>
        kind is ScaleKind.RowsPerYear or ScaleKind.GrowthPercentPerYear && per is not null && per.ApproximateSeconds > 0 ? Math.Round(Product(value, 365 * 86400) / per.ApproximateSeconds)
        : kind == ScaleKind.TransactionsPerDay && per is not null && per.ApproximateSeconds > 0 ? Math.Round(Product(value, 86400) / per.ApproximateSeconds)
        : value;

    private static ScaleKind? Kind(ScaleMeasure measure) => measure switch
    {
        ScaleMeasure.Rows => ScaleKind.Rows,
        ScaleMeasure.RowsPerPeriod => ScaleKind.RowsPerYear,
        ScaleMeasure.Bytes => ScaleKind.Bytes,
        ScaleMeasure.ConcurrentUsers => ScaleKind.ConcurrentUsers,
        ScaleMeasure.RequestsPerSecond => ScaleKind.RequestsPerSecond,
        ScaleMeasure.TransactionsPerDay => ScaleKind.TransactionsPerDay,
        ScaleMeasure.Latency => ScaleKind.LatencyMilliseconds,
        ScaleMeasure.PeakFactor => ScaleKind.PeakFactor,
        ScaleMeasure.GrowthPercent => ScaleKind.GrowthPercentPerYear,
        ScaleMeasure.Connections => ScaleKind.Connections,
        ScaleMeasure.Availability => ScaleKind.AvailabilityPercent,
        _ => null,
    };
}
