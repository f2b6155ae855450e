using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Tells figures to plan for from the many others: machine sizes, timeouts, markets, prices.</summary>
internal static class ScaleFilters
{
    private static readonly string[] Machine =
        ["cpu", "memory", "ram", "vcpu", "instances", "iops", "rounds", "retries", "attempts", "password*", "timeout", "lockout", "token*", "session*", "downtime", "window*", "rate limit*", "error rate", "coverage", "nps", "csat", "zoom", "load test*", "tested"];

    public static bool Fits(OutlineLine line, string subject, ScaleMeasure measure, Quantity figure, bool inSection)
    {
        var whole = line.Whole;
        if ((whole.Says(Machine) && measure is not (ScaleMeasure.Availability or ScaleMeasure.ConcurrentUsers)) || whole.Says("load test*", "load testing") || figure.Kind is QuantityKind.Money)
        {
            return false;
        }

        return measure switch
        {
            ScaleMeasure.ConcurrentUsers => !whole.Says("sessions", "uploads", "requests per user"),
            ScaleMeasure.Availability => figure.Low > 50 && !whole.Says("satisfied", "adoption"),
            ScaleMeasure.Latency => (inSection || IsAnswer(whole, figure)) && IsResponseTime(line, whole, figure),
            ScaleMeasure.PeakFactor => IsPeak(line, whole, inSection),
            ScaleMeasure.GrowthPercent => inSection || whole.Says("growing", "growth of"),
            ScaleMeasure.Bytes => inSection && line.Topic != HeadingTopic.Prose && !whole.Says("per file", "upload*", "maximum file", "file size", "ssd", "vcores", "tier"),
            ScaleMeasure.BytesPerItem => figure.PerNoun is not ("file" or "service" or "instance" or "page" or "request" or "each"),
            ScaleMeasure.Connections or ScaleMeasure.RequestsPerSecond => inSection,
            ScaleMeasure.Rows or ScaleMeasure.RowsPerPeriod or ScaleMeasure.TransactionsPerDay => IsCount(line, subject, figure, inSection),
            _ => false,
        };
    }

    private static bool IsResponseTime(OutlineLine line, string whole, Quantity figure) =>
        line.Topic != HeadingTopic.Prose && figure.PerNoun is null
        && !whole.Says("every", "ttl", "retention", "cooldown", "auto-save", "maintenance", "rto", "rpo", "persists", "delay", "interval");

    /// <summary>Outside a section on scale: an answer bounded in milliseconds or a few seconds.</summary>
    private static bool IsAnswer(string whole, Quantity figure) =>
        figure.High <= 10_000 && (figure.Bound is QuantityBound.LessThan or QuantityBound.AtMost || whole.Says("p95", "p99", "percentile"))
        && whole.Says("respond*", "response*", "load", "loads", "answer*", "returns", "return", "latency", "query", "queries", "search", "searches", "lookup*", "results", "list", "page", "view");

    private static bool IsPeak(OutlineLine line, string whole, bool inSection) =>
        line.Topic != HeadingTopic.Prose && (inSection || whole.Says("normal load", "peak*", "load spike*"))
        && whole.Says("peak*", "load", "traffic", "season*", "month-end", "normal", "spike*", "period*", "submissions", "activity", "checks");

    /// <summary>A number of things: in a section on scale any noun will do, elsewhere the words must speak of growth.</summary>
    private static bool IsCount(OutlineLine line, string subject, Quantity figure, bool inSection)
    {
        if (subject.Length < 3 || figure.Kind != QuantityKind.Number || !char.IsLetter(subject[0]) || figure.Low < 2 || figure.PerNoun is "page"
            || subject.Says("years", "months", "week", "weeks", "percent", "month", "year", "connection", "screens", "pixels", "capacity", "interval", "hours", "devices"))
        {
            return false;
        }

        var grows = line.Whole.Says("initially", "growth from", "scale to", "at launch", "grow to", "growing to", "we expect", "is expected", "are expected", "expects", "anticipate*", "expected") || Horizons.Within(line.Whole) is not null
            || (figure.PerPeriod is PeriodUnit.Year or PeriodUnit.Month or PeriodUnit.Day && figure.Low >= 100);
        return line.Topic == HeadingTopic.Prose ? grows && figure.Low >= 50 && !line.HeadingsSay(3, "market*", "competit*", "risk*", "goals", "launch*", "milestone*", "audience", "metrics") : inSection || (grows && (figure.Low >= 50 || line.Whole.Says("we expect", "are expected")));
    }
}
