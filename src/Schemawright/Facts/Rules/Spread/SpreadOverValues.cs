namespace Schemawright.Facts.Rules.Spread;

/// <summary>
/// Many have the same value: "95 % of the crates are empty", "most crates (95 %) are empty", "of all crates, 95 % are empty and 3 % lent",
/// "empty crates make up 95 % of all crates", and behind a label "Crates: 95 % empty, 3 % lent".
/// </summary>
internal static class SpreadOverValues
{
    private const int LongestValue = 3;

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "in", "the", "a", "an", "state", "status", "marked", "as", "currently", "already", "now", "still", "typically", "usually", "up", "are", "is", "of", "type", "kind", "category", "have", "with" };
    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal) { "and", "but", "while", "at", "which", "that", "because", "so", "or", "again", "today" };

    public static IEnumerable<FoundSpread> At(SpreadWord[] words, int at)
    {
        if (Subject(words, at) is not { } subject)
        {
            return MadeUp(words, at) is { } made ? [made] : [];
        }

        var verb = subject.Next;
        var isStated = SharePhrase.Is(words, verb, "are", "were", "stay", "remain", "is") || (SharePhrase.Is(words, verb, "have", "has", "end", "carry") && SharePhrase.Is(words, verb + 1, "the", "status", "state", "up", "type"));
        return isStated && Value(words, verb + 1) is { } value
            ? [Found(subject.Rows, subject.Share, value.Text, words[at].Start, words[value.Next - 1].End), .. Further(words, value.Next, subject.Rows)]
            : [];
    }

    /// <summary>Behind a label: each share with its value, in either order.</summary>
    public static IEnumerable<FoundSpread> Labelled(SpreadWord[] words, string rows)
    {
        for (var at = 0; at < words.Length;)
        {
            var found = SharePhrase.At(words, at) is { IsLargest: false } share && Value(words, share.Next) is { } value ? (share.Share, value.Text, value.Next)
                : Value(words, at) is { } named && SharePhrase.At(words, named.Next + (SharePhrase.Is(words, named.Next, ":", "(") ? 1 : 0)) is { IsLargest: false } behind ? (behind.Share, named.Text, behind.Next)
                : ((SpreadShare, string, int)?)null;
            if (found is not var (part, text, next))
            {
                yield break;
            }

            yield return Found(rows, part, text, words[at].Start, words[next - 1].End);
            at = next;
            while (SharePhrase.Is(words, at, ",", "and", ")", "/", "|"))
            {
                at++;
            }
        }
    }

    /// <summary>A share of things; a figure may stand beside a word: "most crates (95 %)", "most of the crates, about 95 %,".</summary>
    private static (string Rows, SpreadShare Share, int Next)? Subject(SpreadWord[] words, int at)
    {
        if (SharePhrase.Is(words, at, "of") && SpreadNoun.Several(words, at + 1) is { } whole && SharePhrase.At(words, whole.Next + (SharePhrase.Is(words, whole.Next, ",") ? 1 : 0)) is { IsLargest: false } part)
        {
            return (whole.Text, part.Share, part.Next);
        }

        if (SharePhrase.At(words, at) is not { IsLargest: false } share || SpreadNoun.Several(words, share.Next + (SharePhrase.Is(words, share.Next, "of") ? 1 : 0)) is not { } noun)
        {
            return null;
        }

        if (share.Share.Low is null && SharePhrase.Is(words, noun.Next, "(", ",") && SharePhrase.At(words, noun.Next + 1) is { IsLargest: false } figure && SharePhrase.Is(words, figure.Next, ")", ","))
        {
            return (noun.Text, figure.Share, figure.Next + 1);
        }

        return (noun.Text, share.Share, noun.Next);
    }

    /// <summary>"empty crates make up 95 % of all crates".</summary>
    private static FoundSpread? MadeUp(SpreadWord[] words, int at)
    {
        if (SpreadNoun.Several(words, at) is not { Text: { } named } subject || !named.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        var verb = SharePhrase.Is(words, subject.Next, "make") && SharePhrase.Is(words, subject.Next + 1, "up") || SharePhrase.Is(words, subject.Next, "account") && SharePhrase.Is(words, subject.Next + 1, "for") ? 2
            : SharePhrase.Is(words, subject.Next, "are", "represent", "form") ? 1 : 0;
        var cut = named.LastIndexOf(' ');
        return verb > 0 && SharePhrase.At(words, subject.Next + verb) is { IsLargest: false } share && SharePhrase.Is(words, share.Next, "of") && SpreadNoun.Several(words, share.Next + 1) is { } whole
            && (whole.Text.Length == 0 || whole.Text == named[(cut + 1)..])
            ? Found(named[(cut + 1)..], share.Share, named[..cut], words[at].Start, words[whole.Next - 1].End)
            : null;
    }

    /// <summary>", 3 % lent and 2 % broken" behind the first value.</summary>
    private static IEnumerable<FoundSpread> Further(SpreadWord[] words, int at, string rows)
    {
        var start = at;
        while (SharePhrase.Is(words, start, ",", "and"))
        {
            start++;
        }

        return start == at || SharePhrase.At(words, start) is not { IsLargest: false, Share.Low: not null } ? [] : Labelled(words[start..], rows);
    }

    /// <summary>A word or a few that could be a value; a time or a figure behind them makes a target of it.</summary>
    private static (string Text, int Next)? Value(SpreadWord[] words, int at)
    {
        while (at < words.Length && Fillers.Contains(words[at].Text))
        {
            at++;
        }

        var end = at;
        while (end < words.Length && !words[end].IsMark && words[end].Number is null && !Ends.Contains(words[end].Text))
        {
            end++;
        }

        // "is 20 %" ends a value where the share comes behind it.
        var text = end;
        while (text > at && words[text - 1].Text is "is" or "are" or "about" or "around" or "roughly")
        {
            text--;
        }

        return text > at && text - at <= LongestValue && !words[at..text].Any(word => word.Text is "within" or "by" or "in" or "on" or "than" or "before" or "after" or "under" or "for" or "from" or "to" or "with" or "not" or "never" or "of" or "per")
            ? (string.Join(' ', words[at..text].Select(word => word.Text)), end)
            : null;
    }

    private static FoundSpread Found(string rows, SpreadShare share, string value, int start, int end) => new(rows, SpreadBy.Value, share, value, null, null, start, end);
}
