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
            else if (fact.Measure == ScaleMeasure.BytesPerItem)
            {
                domain.Dispositions.Add(new(fact.Source, Fate.Context, "The size of a row follows from the types of its columns; files are kept outside the database.", fact.Words));
            }
        }

        AskAboutDifferences(figures);
        var found = figures.Select(entry => entry.Figure).Concat(PerParent(figures)).Distinct().ToSeq();
        AskAboutUncounted(found);
        return found;
    }

    /// <summary>One question for the product's main things of which no document says how many there are.</summary>
    private void AskAboutUncounted(Seq<ScaleFigure> found)
    {
        if (!domain.Facts.Corpus.Documents.Any(document => document.Kind == Documents.DocumentKind.ScaleRequirements))
        {
            return; // the missing document is asked for as a whole
        }

        var counted = found.Where(figure => figure.Kind is ScaleKind.Rows or ScaleKind.RowsPerYear).Select(figure => figure.Entity).ToHashSet(StringComparer.Ordinal);
        var open = domain.Entities.All.Where(entity => entity.Kind == EntityKind.Core && !counted.Contains(entity.Name) && domain.LinksOf(entity).Any(link => link.Parent != domain.Tenant))
            .Select(entity => entity.Name).ToList();
        if (open.Count > 0)
        {
            domain.Findings.Missing(
                "volumes", "*", $"How many rows will there be of {Words.Some(open)}, at the start and each year?",
                [new("as many as their parents suggest, five for each", []), new("the figures that the answer states in a sentence", [])],
                "Five rows are assumed for each row of their largest parent.", impact: 2, uncertainty: 3, affects: open);
        }
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

    /// <summary>"4 lines per order" becomes lines, once the orders are counted: as many as there are, and as many more as there are more each year; parts of parts after their wholes.</summary>
    private List<ScaleFigure> PerParent(List<(ScaleFigure Figure, ScaleFact Fact)> figures)
    {
        var counted = figures.Select(entry => entry.Figure).Where(figure => figure is { Kind: ScaleKind.Rows or ScaleKind.RowsPerYear, Entity: not null })
            .GroupBy(figure => (figure.Entity!, figure.Kind)).ToDictionary(same => same.Key, same => same.MaxBy(figure => figure.Value)!);
        var open = domain.Facts.Scale.Where(fact => fact.PerWhat is not null && fact.Measure is ScaleMeasure.Rows or ScaleMeasure.RowsPerPeriod).ToList();
        var found = new List<ScaleFigure>();
        for (var before = -1; before != found.Count;)
        {
            before = found.Count;
            foreach (var fact in open.ToList())
            {
                var parts = OfParent(fact, counted).ToList();
                if (parts.Count > 0)
                {
                    found.AddRange(parts);
                    open.Remove(fact);
                }
            }

            foreach (var part in found.Skip(Math.Max(0, before)))
            {
                counted.TryAdd((part.Entity!, part.Kind), part);
            }
        }

        return found;
    }

    private IEnumerable<ScaleFigure> OfParent(ScaleFact fact, Dictionary<(string, ScaleKind), ScaleFigure> counted)
    {
        if (words.Find(fact.Subject) is not { } entity || words.Find(fact.PerWhat) is not { } parent || entity == parent)
        {
            yield break;
        }

        foreach (var kind in fact.Measure == ScaleMeasure.Rows ? new[] { ScaleKind.Rows, ScaleKind.RowsPerYear } : [ScaleKind.Rows])
        {
            if (counted.TryGetValue((parent.Name, kind), out var whole))
            {
                var told = fact.Measure == ScaleMeasure.Rows ? kind : ScaleKind.RowsPerYear;
                yield return new(entity.Name, told, InYears(Product(fact.High ?? fact.Low, whole.Value), fact.Per, told), whole.HorizonMonths, null, fact.Words, Origin.At(fact.Source).And(whole.Origin));
            }
        }
    }

    private void AskAboutDifferences(List<(ScaleFigure Figure, ScaleFact Fact)> figures)
    {
        var comparable = figures.Where(entry => entry.Figure.Kind is ScaleKind.Rows or ScaleKind.RowsPerYear or ScaleKind.ConcurrentUsers or ScaleKind.AvailabilityPercent or ScaleKind.PeakFactor or ScaleKind.Connections);
        foreach (var same in comparable.GroupBy(entry => (entry.Figure.Entity, entry.Figure.Kind, entry.Figure.HorizonMonths, Subject: entry.Figure.Entity is null ? Naming.EntityKey(entry.Fact.Subject) : words.Noun(entry.Fact.Subject))))
        {
            var different = same.DistinctBy(entry => entry.Figure.Value).OrderByDescending(entry => entry.Figure.Value).ToList();
            if (different.Count > 1 && (different.Select(entry => entry.Fact.Source.Document).Distinct(StringComparer.Ordinal).Skip(1).Any() || IsSaidTwice(different)))
            {
                var subject = same.Key.Entity ?? "the system";
                var topic = $"{subject}/{same.Key.Kind}/{same.Key.HorizonMonths}/{same.Key.Subject}";
                Side[] sides = [.. different.Select(entry => new Side($"{Figure(entry.Figure.Value)}: {entry.Fact.Words.Trim()}", [entry.Fact.Source]))];
                domain.Findings.Contradiction(
                    "scale", topic, $"Which figure holds for {Noun(same.Key.Kind)} of {subject}{Horizon(same.Key.HorizonMonths)}: {string.Join(" or ", different.Select(entry => Figure(entry.Figure.Value)))}?",
                    sides, $"The largest figure, {Figure(different[0].Figure.Value)}, is planned for.", impact: 2, uncertainty: 3, affects: [subject]);
                Answered(topic, sides, [.. different.Select(entry => entry.Figure)], [.. same.Select(entry => entry.Figure)], figures);
            }
        }
    }

    /// <summary>One document says two figures of the same words: "40 berths" and, elsewhere, "60 berths".</summary>
    private static bool IsSaidTwice(List<(ScaleFigure Figure, ScaleFact Fact)> different) =>
        different.Exists(entry => entry.Figure is { Entity: not null, HorizonMonths: not null }) && different.Select(entry => entry.Fact.Source.Line).Distinct().Count() == different.Count
        && different.Select(entry => Naming.EntityKey(entry.Fact.Subject)).Distinct(StringComparer.Ordinal).Count() == 1;

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

    private static string Figure(decimal value) => value.ToString("#,0.####", System.Globalization.CultureInfo.InvariantCulture);

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
