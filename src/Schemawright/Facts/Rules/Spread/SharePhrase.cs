using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Spread;

/// <summary>A part of all as sentences say it: "about 20 %", "two thirds", "nine out of ten", "the largest three", "most".</summary>
/// <param name="IsLargest">It picks the greatest ones: "the top 5 %".</param>
/// <param name="Next">The word behind it.</param>
internal sealed record SharePhrase(SpreadShare Share, bool IsLargest, int Next)
{
    private static readonly HashSet<string> Roundings = new(StringComparer.Ordinal)
    {
        "about", "around", "roughly", "approximately", "nearly", "almost", "some", "over", "circa", "ca", "only", "just", "typically", "usually", "currently", "estimated",
    };

    private static readonly HashSet<string> Greatest = new(StringComparer.Ordinal) { "top", "largest", "biggest", "busiest", "heaviest", "leading", "greatest", "keenest", "main" };

    private static readonly Dictionary<string, decimal> Fractions = new(StringComparer.Ordinal)
    {
        ["half"] = 50, ["third"] = 100m / 3, ["thirds"] = 100m / 3, ["quarter"] = 25, ["quarters"] = 25, ["fifth"] = 20, ["fifths"] = 20, ["tenth"] = 10, ["tenths"] = 10,
    };

    /// <summary>The share that begins with the word at the place; null when none does.</summary>
    public static SharePhrase? At(SpreadWord[] words, int at) => Vague(words, at) ?? Exact(words, AfterRoundings(words, at)) ?? Largest(words, AfterRoundings(words, at));

    private static int AfterRoundings(SpreadWord[] words, int at)
    {
        while (at < words.Length)
        {
            var two = Is(words, at, "up") && Is(words, at + 1, "to") || Is(words, at, "at") && Is(words, at + 1, "least", "most") || Is(words, at, "more", "less") && Is(words, at + 1, "than") || Is(words, at, "an") && Is(words, at + 1, "estimated");
            if (!two && !Roundings.Contains(words[at].Text))
            {
                break;
            }

            at += two ? 2 : 1;
        }

        return at;
    }

    private static SharePhrase? Exact(SpreadWord[] words, int at) => Percent(words, at) ?? Fraction(words, at) ?? OutOf(words, at);

    private static SharePhrase? Percent(SpreadWord[] words, int at)
    {
        if (NumberAt(words, at) is not { } low)
        {
            return null;
        }

        var sign = AfterPercent(words, at + 1);
        var joined = sign > 0 ? sign : at + 1;
        if (Is(words, joined, "-", "–", "—", "to") && NumberAt(words, joined + 1) is { } high && AfterPercent(words, joined + 2) is > 0 and var end)
        {
            return high >= low && high <= 100 ? new(new(low, high), IsLargest: false, end) : null;
        }

        return sign > 0 && low is > 0 and <= 100 ? new(new(low, low), IsLargest: false, sign) : null;
    }

    private static int AfterPercent(SpreadWord[] words, int at) =>
        Is(words, at, "%", "percent", "pct") ? at + 1 : Is(words, at, "per") && Is(words, at + 1, "cent") ? at + 2 : 0;

    /// <summary>"half", "a third", "two thirds", "three-quarters".</summary>
    private static SharePhrase? Fraction(SpreadWord[] words, int at)
    {
        if (at >= words.Length)
        {
            return null;
        }

        var parts = words[at].Text.Split('-');
        if (parts.Length == 2 && Numbers.OfWord(parts[0]) is { } joined && Fractions.TryGetValue(parts[1], out var unit))
        {
            return Of(joined * unit, at + 1);
        }

        var counted = words[at].Text is "a" or "one" ? 1 : NumberAt(words, at);
        return Fractions.TryGetValue(words[at].Text, out var alone) ? Of(alone, at + 1)
            : counted is { } times && at + 1 < words.Length && Fractions.TryGetValue(words[at + 1].Text, out var part) ? Of(times * part, at + 2)
            : null;
    }

    /// <summary>"nine out of ten", "9 in 10".</summary>
    private static SharePhrase? OutOf(SpreadWord[] words, int at)
    {
        var whole = Is(words, at + 1, "out") && Is(words, at + 2, "of") ? at + 3 : Is(words, at + 1, "in", "of") && Is(words, at + 2, "every") ? at + 3 : Is(words, at + 1, "in") ? at + 2 : 0;
        return whole > 0 && NumberAt(words, at) is { } some && NumberAt(words, whole) is { } all && all is > 1 and <= 1000 && some is > 0 && some < all ? Of(100m * some / all, whole + 1) : null;
    }

    /// <summary>"the largest", "the top 10", "the busiest 5 %", "the most active tenth".</summary>
    private static SharePhrase? Largest(SpreadWord[] words, int at)
    {
        at += Is(words, at, "the", "our") ? 1 : 0;
        var counted = NumberAt(words, at) is not null && (IsGreatest(words, at + 1) > 0) ? NumberAt(words, at) : null;
        var end = IsGreatest(words, counted is null ? at : at + 1);
        if (end == 0)
        {
            return null;
        }

        return Exact(words, end) is { } share ? share with { IsLargest = true }
            : (counted ?? NumberAt(words, end)) is { } number ? number < 1 ? null : new(new(number, number, Counted: true), IsLargest: true, counted is null ? end + 1 : end)
            : new(new(1, 1, Counted: true), IsLargest: true, end);
    }

    private static int IsGreatest(SpreadWord[] words, int at) =>
        at < words.Length && Greatest.Contains(words[at].Text) ? at + 1 : Is(words, at, "most") && Is(words, at + 1, "active", "frequent", "popular", "used") ? at + 2 : 0;

    private static SharePhrase? Vague(SpreadWord[] words, int at)
    {
        var start = at + (Is(words, at, "the", "a", "an", "only") ? 1 : 0);
        start += Is(words, start, "vast", "great", "large", "overwhelming", "small", "tiny") && start > at ? 1 : 0;
        return Is(words, at, "most") && IsGreatest(words, at) == 0 ? new(new(null, null), IsLargest: false, at + 1)
            : Is(words, at, "almost", "nearly") && Is(words, at + 1, "all") ? new(new(null, null), IsLargest: false, at + 2)
            : start > at && Is(words, start, "majority", "bulk", "minority", "fraction", "handful", "few") ? new(new(null, null), IsLargest: false, start + 1)
            : null;
    }

    public static bool Is(SpreadWord[] words, int at, params ReadOnlySpan<string> any)
    {
        foreach (var text in any)
        {
            if (at >= 0 && at < words.Length && words[at].Text == text)
            {
                return true;
            }
        }

        return false;
    }

    private static decimal? NumberAt(SpreadWord[] words, int at) => at < words.Length ? words[at].Number ?? Numbers.OfWord(words[at].Text) : null;

    private static SharePhrase? Of(decimal percent, int next) => percent is > 0 and <= 100 ? new(new(Math.Round(percent, 1), Math.Round(percent, 1)), IsLargest: false, next) : null;
}
