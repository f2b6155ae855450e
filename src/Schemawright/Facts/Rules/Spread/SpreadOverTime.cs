using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Spread;

/// <summary>
/// Many are young, or young ones are read: "80 % of the weighings are less than a month old", "90 % of the weighing queries are for the
/// last 30 days", "a fifth of the weighings are older than a year".
/// </summary>
internal static class SpreadOverTime
{
    private const int Furthest = 8;

    private static readonly HashSet<string> Reading = new(StringComparer.Ordinal)
    {
        "reads", "queries", "lookups", "look-ups", "requests", "searches", "accesses", "views", "reports", "traffic",
    };

    private static readonly HashSet<string> Demands = new(StringComparer.Ordinal) { "must", "shall", "should", "may", "can", "cannot", "not", "never", "if", "when", "%", "take", "respond", "complete", "finish" };

    public static FoundSpread? At(SpreadWord[] words, int at, string text)
    {
        if (SharePhrase.At(words, at) is not { IsLargest: false, Share.Low: not null } share || SpreadNoun.Several(words, share.Next + (SharePhrase.Is(words, share.Next, "of") ? 1 : 0)) is not { } noun)
        {
            return null;
        }

        var last = noun.Text.Split(' ')[^1];
        var (rows, next) = Reading.Contains(last) ? Read(words, noun, last) : (noun.Text, noun.Next);
        return Age(words, next, text) is var (within, older, end) && (Reading.Contains(last) ? !older : words.Skip(next).Take(1).Any(word => word.Text is "are" or "were" or "is"))
            ? new(rows, Reading.Contains(last) ? SpreadBy.Reads : SpreadBy.Age, older ? new(100 - share.Share.High, 100 - share.Share.Low) : share.Share, "", null, within, words[at].Start, end)
            : null;
    }

    /// <summary>"weighing queries" and "queries of weighings" read the weighings.</summary>
    private static (string Rows, int Next) Read(SpreadWord[] words, SpreadNoun noun, string last)
    {
        var before = noun.Text[..^last.Length].Trim();
        return before.Length == 0 && SharePhrase.Is(words, noun.Next, "of", "on", "to", "against") && SpreadNoun.Several(words, noun.Next + 1) is { } behind ? (behind.Text, behind.Next) : (before, noun.Next);
    }

    /// <summary>"the last 30 days", "less than a month old", "this week"; older than it where it says so.</summary>
    private static (Period Within, bool Older, int End)? Age(SpreadWord[] words, int from, string text)
    {
        for (var at = from; at < Math.Min(words.Length, from + Furthest); at++)
        {
            if (Demands.Contains(words[at].Text) || words[at].IsMark)
            {
                return null;
            }

            var isCurrent = SharePhrase.Is(words, at, "current", "this");
            if (isCurrent || SharePhrase.Is(words, at, "last", "past", "latest", "newest", "recent"))
            {
                return at + 1 < words.Length && PeriodAt(words, at + 1, text) is var (period, end) ? (period, false, end) : null;
            }

            if (SharePhrase.Is(words, at, "younger", "newer", "less", "older", "more") && SharePhrase.Is(words, at + 1, "than") && PeriodAt(words, at + 2, text) is var (age, behind))
            {
                var older = words[at].Text is "older" or "more";
                return words[at].Text is not ("less" or "more") || words.Any(word => word.Start >= behind && word.Text == "old") ? (age, older, behind) : null;
            }
        }

        return null;
    }

    private static (Period Period, int End)? PeriodAt(SpreadWord[] words, int at, string text)
    {
        if (at >= words.Length)
        {
            return null;
        }

        var unit = Units.Time(words[at].Text) ?? (SharePhrase.Is(words, at, "a", "an", "one") && at + 1 < words.Length ? Units.Time(words[at + 1].Text) : null);
        return unit is { } one ? (new(1, one), words[Math.Min(words.Length - 1, Units.Time(words[at].Text) is null ? at + 1 : at)].End)
            : Periods.Find(text, words[at].Start) is { } found && found.Start == words[at].Start ? (found.Period, found.End)
            : null;
    }
}
