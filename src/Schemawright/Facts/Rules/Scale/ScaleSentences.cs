using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Takes the figures out of one line and says what each counts.</summary>
internal static class ScaleSentences
{
    private static readonly string[] System = ["cpu", "memory", "ram", "vcpu", "instances", "iops", "rounds", "retries", "attempts", "minutes up", "password*", "timeout", "lockout", "token*", "session*", "downtime", "window*", "rate limit*", "error rate", "coverage", "npm", "nps", "csat", "zoom"];

    /// <param name="inSection">The line stands in a section on scale; elsewhere only what cannot be anything else is read.</param>
    public static IEnumerable<ScaleFact> Read(OutlineLine line, bool inSection)
    {
        var text = line.Text;
        var figures = Quantities.In(text);
        for (var index = 0; index < figures.Count; index++)
        {
            var figure = figures[index];
            var subject = Subject(line, text, figure, index + 1 < figures.Count ? figures[index + 1].Start : text.Length);
            var measure = ScaleMeasures.Of($"{line.Label} {subject} {(figure.Kind == QuantityKind.Percent ? text : "")}", figure);
            if (IsHorizon(text, figure) || !Fits(line, subject, measure, figure, inSection))
            {
                continue;
            }

            yield return new ScaleFact(
                measure is ScaleMeasure.Latency && line.Label is { } label ? label : subject, measure, figure.Low, figure.High, ScaleMeasures.Per(subject, figure), figure.PerNoun,
                Horizon(line, text, figure), measure == ScaleMeasure.Latency ? Percentiles.Of(After(text, figure, 30)) ?? Percentiles.Of(line.Whole) : null, line.Span, line.Words);
        }
    }

    private static bool Fits(OutlineLine line, string subject, ScaleMeasure measure, Quantity figure, bool inSection)
    {
        var whole = line.Whole;
        if (whole.Says(System) && measure is not (ScaleMeasure.Availability or ScaleMeasure.Latency or ScaleMeasure.ConcurrentUsers) || figure.Kind is QuantityKind.Money)
        {
            return false;
        }

        return measure switch
        {
            ScaleMeasure.ConcurrentUsers => !whole.Says("sessions", "uploads", "requests per user"),
            ScaleMeasure.Availability => figure.Low > 50 && !whole.Says("satisfied", "adoption"),
            ScaleMeasure.Latency => inSection && line.Topic != HeadingTopic.Prose && !whole.Says("every", "ttl", "retention", "cooldown", "auto-save", "downtime", "maintenance", "rto", "rpo", "persists") && figure.PerNoun is null,
            ScaleMeasure.PeakFactor => whole.Says("peak*", "load", "traffic", "season*", "month-end", "normal", "spike*", "period*", "submissions", "activity", "checks") && (inSection || whole.Says("normal load", "peak*")) && line.Topic != HeadingTopic.Prose,
            ScaleMeasure.GrowthPercent => inSection || whole.Says("growing", "growth of"),
            ScaleMeasure.Bytes => inSection && line.Topic != HeadingTopic.Prose && !whole.Says("per file", "upload*", "maximum file", "file size", "ssd", "vcores", "tier"),
            ScaleMeasure.BytesPerItem => figure.PerNoun is not ("file" or "service" or "instance" or "page" or "request" or "each"),
            ScaleMeasure.Connections => inSection,
            ScaleMeasure.RequestsPerSecond => inSection,
            ScaleMeasure.Rows or ScaleMeasure.RowsPerPeriod or ScaleMeasure.TransactionsPerDay => IsCount(line, subject, figure, inSection),
            _ => false,
        };
    }

    /// <summary>A number of things: in a section on scale any noun will do, elsewhere the words must speak of growth.</summary>
    private static bool IsCount(OutlineLine line, string subject, Quantity figure, bool inSection)
    {
        if (subject.Length < 3 || figure.Kind != QuantityKind.Number || !char.IsLetter(subject[0]) || figure.Low < 2 || subject.Says("years", "months", "week", "weeks", "vcpu", "percent", "month", "year", "connection", "screens", "pixels"))
        {
            return false;
        }

        var grows = line.Whole.Says("initially", "within two years", "scale to", "at launch", "grow to", "growing to") || Horizons.Within(line.Whole) is not null || (figure.PerPeriod is PeriodUnit.Year or PeriodUnit.Month or PeriodUnit.Day && figure.Low >= 100);
        return line.Topic == HeadingTopic.Prose ? grows && figure.Low >= 50 && !line.HeadingsSay(3, "market*", "competit*", "risk*", "goals", "launch*", "milestone*", "audience", "metrics") : inSection || (grows && figure.Low >= 50);
    }

    /// <summary>The nouns after the figure, up to the next clause; for a lone figure the label.</summary>
    private static string Subject(OutlineLine line, string text, Quantity figure, int next)
    {
        var words = text[figure.End..Math.Max(figure.End, next)].TrimStart('+', ' ', '/');
        foreach (var stop in (ReadOnlySpan<string>)[",", ";", "(", ".", " within ", " by ", " for ", " in ", " on ", " with ", " at ", " initially", " during ", " to ", " per ", " from ", " and ", " a year", " each", " while ", " of ", " up ", "|", " using ", "<", " under ", " who ", " that "])
        {
            words = words.IndexOf(stop, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? words[..at] : words;
        }

        words = words.Trim(' ', ':', '<', '>', '~', '$', '-', '+');
        words = words.StartsWith("total ", StringComparison.OrdinalIgnoreCase) ? words[6..] : words;
        return words.Length > 0 && figure.Kind is QuantityKind.Number or QuantityKind.Factor ? words : line.Label ?? words;
    }

    private static int? Horizon(OutlineLine line, string text, Quantity figure) =>
        Horizons.Within(After(text, figure, 60)) ?? (After(text, figure, 40).Says("initially", "at launch", "at first") ? (int?)0 : null) ?? (After(text, figure, 60).Find("by year") >= 0 ? Horizons.Of(After(text, figure, 60)) : null)
        ?? (line.Label is { } label ? Horizons.Of(label) : null) ?? line.Keys.Select(Horizons.Of).LastOrDefault(months => months is not null);

    /// <summary>The "2 years" of "within 2 years" and the "1" of "Year 1" are no figures of their own.</summary>
    private static bool IsHorizon(string text, Quantity figure)
    {
        var before = text[..figure.Start].TrimEnd();
        return (figure.Period is { Unit: PeriodUnit.Month or PeriodUnit.Year or PeriodUnit.Week or PeriodUnit.Day or PeriodUnit.Quarter })
            || before.EndsWith("year", StringComparison.OrdinalIgnoreCase) || before.EndsWith("month", StringComparison.OrdinalIgnoreCase) || before.EndsWith("phase", StringComparison.OrdinalIgnoreCase);
    }

    private static string After(string text, Quantity figure, int length) => text.Substring(figure.End, Math.Min(length, text.Length - figure.End));
}
