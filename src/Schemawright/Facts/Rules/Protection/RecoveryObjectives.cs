using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Finds recovery objectives wherever they stand: "RPO 15 minutes, RTO 2 hours", "a 4-hour RTO", "lose at most 5 minutes of data".</summary>
/// <param name="Start">Where its words begin.</param>
/// <param name="End">Where they end.</param>
internal sealed record RecoveryObjectives(RecoveryMeasure Measure, Period Period, int Start, int End)
{
    private const int Near = 45;

    private static readonly (string Words, RecoveryMeasure Measure)[] Names =
    [
        ("recovery point objective", RecoveryMeasure.Rpo), ("recovery time objective", RecoveryMeasure.Rto), ("recovery point", RecoveryMeasure.Rpo), ("recovery time", RecoveryMeasure.Rto), ("rpo", RecoveryMeasure.Rpo), ("rto", RecoveryMeasure.Rto),
        ("data loss", RecoveryMeasure.Rpo), ("lose at most", RecoveryMeasure.Rpo), ("lose no more than", RecoveryMeasure.Rpo), ("lose up to", RecoveryMeasure.Rpo), ("loss of at most", RecoveryMeasure.Rpo), ("loss of up to", RecoveryMeasure.Rpo), ("of data may be lost", RecoveryMeasure.Rpo), ("of data can be lost", RecoveryMeasure.Rpo), ("of work may be lost", RecoveryMeasure.Rpo), ("of work can be lost", RecoveryMeasure.Rpo), ("may lose at most", RecoveryMeasure.Rpo), ("can afford to lose", RecoveryMeasure.Rpo), ("we can lose", RecoveryMeasure.Rpo), ("we may lose", RecoveryMeasure.Rpo),
        ("back online within", RecoveryMeasure.Rto), ("back within", RecoveryMeasure.Rto), ("up again within", RecoveryMeasure.Rto), ("running again within", RecoveryMeasure.Rto), ("back up within", RecoveryMeasure.Rto), ("restored within", RecoveryMeasure.Rto), ("service restored in", RecoveryMeasure.Rto), ("recoverable within", RecoveryMeasure.Rto), ("back in operation within", RecoveryMeasure.Rto), ("recover within", RecoveryMeasure.Rto),
    ];

    /// <summary>Each objective with the time that stands nearest behind it, else right before it.</summary>
    public static IEnumerable<RecoveryObjectives> In(string text)
    {
        if (!Array.Exists(Names, name => text.Find(name.Words) >= 0) || SpeaksOfDeletedRows(text) || IsDueBack(text))
        {
            return [];
        }

        var found = new List<RecoveryObjectives>();
        var places = Names.Select(name => (name.Words, name.Measure, At: text.Find(name.Words))).Where(name => name.At >= 0).OrderBy(name => name.At).ThenByDescending(name => name.Words.Length).ToArray();
        var end = 0;
        for (var index = 0; index < places.Length; index++)
        {
            var (words, measure, at) = places[index];
            if (at < end)
            {
                continue;
            }

            end = at + words.Length;
            var limit = places.Skip(index + 1).Where(next => next.At >= end && next.Measure != measure).Select(next => next.At).FirstOrDefault(text.Length);
            var behind = Periods.Find(text[..limit], end);
            if (behind is not null && behind.Start - end <= Near)
            {
                found.Add(new(measure, behind.Period, at, behind.End));
                end = behind.End;
            }
            else if (Nothing(text[..limit], end) is > 0 and var zero)
            {
                found.Add(new(measure, new(0, PeriodUnit.Second), at, zero));
                end = zero;
            }
            else if (Before(text, at) is { } before && (found.Count == 0 || before.Start >= found[^1].End))
            {
                found.Add(new(measure, before.Period, before.Start, end));
            }
        }

        return found.DistinctBy(objective => objective.Measure);
    }

    /// <summary>"Softly deleted boats can be restored within 30 days": rows that come back, and no server.</summary>
    private static bool SpeaksOfDeletedRows(string text) =>
        text.Says("deleted", "soft delete", "soft-delete", "soft-deleted", "undelete*", "trash", "recycle bin", "archived") && !text.Says("rto", "rpo", "recovery time", "recovery point", "service", "system", "database", "server", "backup*", "outage", "disaster");

    /// <summary>"A set is due back within 90 days", "keys must be back within a week": things that are returned, and no server.</summary>
    private static bool IsDueBack(string text) =>
        text.Find("back within") is > 0 and var at && text[..at].TrimEnd() is var before && !text.Says("rto", "rpo", "lose", "loss", "outage", "disaster", "failure", "crash", "incident", "backup*")
        && !before.Says("service", "system", "database", "server", "application", "app", "platform", "site", "product", "everything", "we") && before.Length > 0;

    /// <summary>"RPO 0", "RPO: zero": the place behind it; 0 where a figure with a unit, or something else, stands there.</summary>
    private static int Nothing(string text, int from)
    {
        var at = from;
        while (at < text.Length && (text[at] is ' ' or ':' or '=' or '|' or '*' or '(' || text[at..].Opens("of", "is")))
        {
            at += text[at] is 'o' or 'i' ? 2 : 1;
        }

        var word = text[at..].Opens("zero") ? 4 : text[at..].Opens("none") ? 4 : at < text.Length && text[at] == '0' ? 1 : 0;
        var next = at + word < text.Length ? text[at + word] : ' ';
        return word > 0 && !char.IsLetterOrDigit(next) && !(next == '.' && at + word + 1 < text.Length && char.IsDigit(text[at + word + 1])) ? at + word : 0;
    }

    /// <summary>The text without its objectives, so that their times are taken for no others.</summary>
    public static string Without(string text) =>
        In(text).OrderByDescending(objective => objective.Start).Aggregate(text, (rest, objective) => rest[..objective.Start] + rest[objective.End..]);

    /// <summary>"a 15-minute RPO".</summary>
    private static FoundPeriod? Before(string text, int at)
    {
        FoundPeriod? last = null;
        for (var period = Periods.Find(text); period is not null && period.End <= at; period = Periods.Find(text, period.End))
        {
            last = period;
        }

        return last is not null && at - last.End <= 3 ? last : null;
    }
}
