namespace Schemawright.Facts.Structure;

/// <summary>The names that stand right before and after words that tie two of them.</summary>
internal static class SynonymNouns
{
    private const int MostWords = 3;

    private static readonly char[] Marks = ['"', '\'', '`', '*', '“', '”', '‘', '’'];

    private static readonly HashSet<string> Breaks = new(StringComparer.OrdinalIgnoreCase)
    {
        "is", "are", "was", "were", "has", "have", "had", "of", "for", "with", "by", "to", "in", "on", "at", "from", "as", "and", "or", "but", "that", "which", "who", "whose", "may", "can", "must", "shall", "will",
        "should", "when", "where", "if", "because", "since", "so", "not", "no", "be", "been", "called", "named", "here", "below", "above", "we", "it", "they", "this", "these", "those", "its", "their", "our", "throughout",
    };

    private static readonly HashSet<string> Determiners = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "each", "every", "any", "all", "some", "one", "term", "terms", "word", "words", "just", "simply", "either",
    };

    /// <summary>Null when no name stands there.</summary>
    public static string? Before(string text)
    {
        var kept = new List<string>();
        foreach (var word in Words(text).Reverse())
        {
            var plain = word.Trim(Marks);
            if (!IsWord(plain) || Breaks.Contains(plain) || Determiners.Contains(plain) || kept.Count == MostWords)
            {
                break;
            }

            kept.Insert(0, plain);
        }

        return kept.Count == 0 ? null : string.Join(' ', kept);
    }

    /// <summary>One name, or several parted by commas and "or".</summary>
    public static IEnumerable<string> After(string text)
    {
        var kept = new List<string>();
        var isLast = false;
        foreach (var word in Words(text))
        {
            var ends = word.TrimEnd(Marks);
            var plain = ends.TrimEnd(',', ')', '.', ';', ':').Trim(Marks).TrimStart('(');
            var separates = plain.ToLowerInvariant() is "or" or "and";
            var determines = Determiners.Contains(plain);
            if (!separates && !determines && (!IsWord(plain) || Breaks.Contains(plain) || kept.Count == MostWords))
            {
                break;
            }

            if (!separates && !determines)
            {
                kept.Add(plain);
            }

            if (ends.Length > 0 && (ends[^1] is ')' or '.' or ';' or ':' || (isLast && ends[^1] == ',')))
            {
                break;
            }

            isLast |= separates;
            if ((separates || ends.EndsWith(',')) && kept.Count > 0)
            {
                yield return string.Join(' ', kept);
                kept.Clear();
            }
        }

        if (kept.Count > 0)
        {
            yield return string.Join(' ', kept);
        }
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsWord(string word) => word.Length > 1 && word.All(character => char.IsLetter(character) || character is '_' or '-' or '’' or '\'');
}
