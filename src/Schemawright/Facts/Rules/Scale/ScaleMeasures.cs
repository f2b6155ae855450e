using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Decides what a figure measures from its unit and the words beside it.</summary>
internal static class ScaleMeasures
{
    /// <param name="subject">The words that name what is counted.</param>
    /// <param name="figure">The figure itself.</param>
    public static ScaleMeasure Of(string subject, Quantity figure) => figure.Kind switch
    {
        QuantityKind.Bytes => figure.PerNoun is null ? ScaleMeasure.Bytes : ScaleMeasure.BytesPerItem,
        QuantityKind.Percent => subject.Says("uptime", "availability", "sla") ? ScaleMeasure.Availability : subject.Says("grow*", "growth", "increase*") ? ScaleMeasure.GrowthPercent : ScaleMeasure.Other,
        QuantityKind.Factor => ScaleMeasure.PeakFactor,
        QuantityKind.Time => ScaleMeasure.Latency,
        QuantityKind.Money => ScaleMeasure.Other,
        _ => OfCount(subject, figure),
    };

    /// <summary>"daily active users" are people, not events of a day.</summary>
    public static bool IsPopulation(string subject) => subject.Says("active users", "active customers", "active members", "active accounts", "registered users", "active clients");

    /// <summary>The period of a rate: from the figure, else from the subject ("Monthly uploads", "Requests/second").</summary>
    public static Period? Per(string subject, Quantity figure)
    {
        if (IsPopulation(subject))
        {
            return null;
        }

        if (figure.PerPeriod is { } unit)
        {
            return new Period(1, unit);
        }

        var slash = subject.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && Units.Time(subject[(slash + 1)..].Trim()) is { } named ? new Period(1, named)
            : subject.After("per") is > 0 and var at && Units.Time(subject[at..].Trim().Split(' ')[0]) is { } spelled ? new Period(1, spelled)
            : Periods.Frequency(subject);
    }

    private static ScaleMeasure OfCount(string subject, Quantity figure) =>
        IsPopulation(subject) ? ScaleMeasure.Rows
        : subject.Says("concurrent", "simultaneous", "simultaneously") ? ScaleMeasure.ConcurrentUsers
        : subject.Says("connection", "connections", "pool size") ? ScaleMeasure.Connections
        : subject.Says("request", "requests", "rps", "api calls", "qps") && Per(subject, figure) is not null ? ScaleMeasure.RequestsPerSecond
        : subject.Says("transaction", "transactions") && Per(subject, figure) is { Unit: PeriodUnit.Day } ? ScaleMeasure.TransactionsPerDay
        : Per(subject, figure) is { Unit: PeriodUnit.Second or PeriodUnit.Minute } ? ScaleMeasure.RequestsPerSecond
        : Per(subject, figure) is not null ? ScaleMeasure.RowsPerPeriod
        : ScaleMeasure.Rows;
}
