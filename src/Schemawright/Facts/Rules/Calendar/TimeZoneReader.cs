using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Calendar;

/// <summary>Reads in which time zone the product counts its days: "All times are in Europe/Lisbon", "Days begin at midnight Tokyo time", "Time zone: CET".</summary>
internal sealed class TimeZoneReader : IFactReader
{
    private const int LongestSentence = 200;

    private static readonly string[] Counted =
        ["all times", "times", "all dates", "dates", "dates and times", "timestamps", "days", "all days", "business days", "working days", "calendar days", "deadlines", "all deadlines", "months", "reports", "reporting days", "midnight", "the day", "opening hours", "time zone", "timezone", "time zones"];

    private static readonly string[] Said =
        ["are in", "is in", "are given in", "are stated in", "are shown in", "are displayed in", "are understood in", "are understood as", "are counted in", "are reckoned in", "are calculated in", "are computed in", "are based on", "are local to", "are interpreted in", "refer to", "follow", "follows", "begin at", "begins at", "begin in", "begins in", "end at", "ends at", "use", "uses", "run on", "is", "are"];

    /// <summary>Of somebody's own zone, of what is merely stored, and of one thing among others.</summary>
    private static readonly string[] Others = ["stored", "saved", "persisted", "user's", "users'", "their own", "its own", "each", "every", "per", "tenant's", "customer's", "viewer's", "depending", "unless", "example", "e.g.", "converted", "not"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document))
        {
            if (line.Form == OutlineForm.Program || line.Whole.Length > LongestSentence || line.Topic is HeadingTopic.Prose || line.Whole.Says(Others) || !(IsLabelled(line) || IsSaid(line)) || ZoneNames.In(line.Whole) is not { } zone)
            {
                continue;
            }

            facts.Add(new ZoneFact(zone, line.Span, line.Words));
            facts.Classify(line.Span, StatementClass.Rule, $"says that days are counted in {zone}");
        }
    }

    private static bool IsLabelled(OutlineLine line) => line.Label is { } label && label.Trim().ToLowerInvariant() is "time zone" or "timezone" or "time zones" or "product time zone" or "reference time zone";

    /// <summary>What is counted comes first, then the verb, and the zone behind both.</summary>
    private static bool IsSaid(OutlineLine line) => Array.Exists(Counted, counted => line.Whole.Opens(counted) || line.Whole.Opens("the " + counted)) && line.Whole.After(Said) > 0;
}
