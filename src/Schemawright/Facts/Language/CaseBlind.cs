namespace Schemawright.Facts.Language;

/// <summary>Finds words in text in any case, by the letter of them that English uses least.</summary>
internal static class CaseBlind
{
    private const string MostUsedFirst = " etaoinsrhldcumfpgwybvkxjqz";

    private static readonly int[] Rarity = [.. Enumerable.Range(0, 128).Select(code => MostUsedFirst.IndexOf(char.ToLowerInvariant((char)code), StringComparison.Ordinal) is >= 0 and var rank ? rank : MostUsedFirst.Length)];

    /// <summary>Where the words stand in the text for the first time from the place on, or -1.</summary>
    public static int Seek(this string text, ReadOnlySpan<char> words, int from = 0)
    {
        if (words.Length == 0 || RarestLetter(words) is not (>= 0 and var anchor))
        {
            var found = text.AsSpan(from).IndexOf(words, StringComparison.OrdinalIgnoreCase);
            return found < 0 ? -1 : from + found;
        }

        var (lower, upper) = (char.ToLowerInvariant(words[anchor]), char.ToUpperInvariant(words[anchor]));
        var last = text.Length - words.Length;
        for (var at = from; at <= last; at++)
        {
            var next = text.AsSpan(at + anchor, last - at + 1).IndexOfAny(lower, upper);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (text.AsSpan(at, words.Length).Equals(words, StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>True when the words stand anywhere in the text, be it inside others.</summary>
    public static bool Holds(this string text, string words) => Seek(text, words) >= 0;

    private static int RarestLetter(ReadOnlySpan<char> words)
    {
        var rarest = -1;
        for (var index = 0; index < words.Length; index++)
        {
            if (words[index] < 128 && (rarest < 0 || Rarity[words[index]] > Rarity[words[rarest]]))
            {
                rarest = index;
            }
        }

        return rarest;
    }
}
