namespace Schemawright.Facts.Rules.Spread;

/// <summary>
/// Few have many: "a tenth of the growers deliver half of the crates", "half of the crates come from a tenth of the growers",
/// "the largest farm has 40 % of all rows", "one grower delivers a third of the crates".
/// </summary>
internal static class SpreadOverHolders
{
    private const int LongestVerb = 5;

    private static readonly HashSet<string> Demands = new(StringComparer.Ordinal) { "must", "shall", "should", "may", "can", "cannot", "could", "not", "never", "if", "when", "after", "before", "until", "unless", "within", "than", "need", "needs" };
    private static readonly HashSet<string> Turning = new(StringComparer.Ordinal) { "by", "from", "to", "with", "in", "on", "at", "for", "under", "against", "among", "concern" };

    public static FoundSpread? At(SpreadWord[] words, int at)
    {
        if (Side(words, at) is not { } first)
        {
            return null;
        }

        for (var next = first.Next + 1; next <= Math.Min(words.Length - 1, first.Next + LongestVerb); next++)
        {
            if (Breaks(words[next - 1], first, next - 1))
            {
                return null;
            }

            if (Side(words, next) is { } second && Join(words, first, second, words[first.Next..next]) is { } found)
            {
                return found with { Start = words[at].Start, End = words[second.Next - 1].End };
            }
        }

        return null;
    }

    /// <summary>A colon may stand for the verb behind the largest one: "Largest farm: 40 % of the rows".</summary>
    private static bool Breaks(SpreadWord word, HeldSide side, int at) =>
        Demands.Contains(word.Text) || word.Number is not null || (word.IsMark && !(word.Text == ":" && side.IsLargest && at == side.Next));

    private static FoundSpread? Join(SpreadWord[] words, HeldSide first, HeldSide second, SpreadWord[] verb)
    {
        var turned = Turning.Contains(verb[^1].Text) && !(verb[^1].Text == "for" && verb.Length > 1 && verb[^2].Text is "account" or "accounts" or "responsible" or "stand" or "stands");
        var (rows, holder) = turned ? (first, second) : (second, first);
        return rows.IsLargest || rows.Share.Counted || rows.Next > words.Length || (holder.Share is { Counted: false, Low: >= 100 }) || holder.Noun.Length == 0
            ? null
            : new(rows.Noun, SpreadBy.Holder, rows.Share, holder.Noun, holder.Share, null, 0, 0);
    }

    /// <summary>A share of things, the largest of them, or a few by their number.</summary>
    private static HeldSide? Side(SpreadWord[] words, int at)
    {
        if (SharePhrase.At(words, at) is { } share)
        {
            var start = share.Next + (SharePhrase.Is(words, share.Next, "of") ? 1 : 0);
            var isOne = share.Share is { Counted: true, Low: 1 };
            return (isOne ? SpreadNoun.One(words, start) : SpreadNoun.Several(words, start)) is { } noun ? new(share.Share, noun.Text, share.IsLargest, noun.Next) : null;
        }

        var single = SharePhrase.Is(words, at, "one") ? at + 1 : SharePhrase.Is(words, at, "a") && SharePhrase.Is(words, at + 1, "single") ? at + 2 : 0;
        return single > 0 && SpreadNoun.One(words, single) is { } one ? new(new(1, 1, Counted: true), one.Text, IsLargest: false, one.Next)
            : Counted(words, at) is { } several ? several : null;
    }

    /// <summary>"three growers", by a word alone: a number in digits counts what there is.</summary>
    private static HeldSide? Counted(SpreadWord[] words, int at) =>
        at < words.Length && words[at].Number is null && Language.Numbers.OfWord(words[at].Text) is >= 2 and <= 20 and var count && SpreadNoun.Several(words, at + 1) is { } noun
            ? new(new(count, count, Counted: true), noun.Text, IsLargest: false, noun.Next)
            : null;

    private sealed record HeldSide(SpreadShare Share, string Noun, bool IsLargest, int Next);
}
