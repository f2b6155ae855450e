namespace Schemawright.Reports;

/// <summary>Finds the names a mistyped one may have meant.</summary>
public static class Nearest
{
    private const int LongestCompared = 80;

    /// <summary>At most so many names, the nearest first; none when nothing is near.</summary>
    public static IReadOnlyList<string> To(string word, IEnumerable<string> names, int most = 3)
    {
        var wanted = Plain(word);
        var limit = Math.Max(2, wanted.Length / 3);
        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => (Name: name, Distance: Near(wanted, Plain(name))))
            .Where(pair => pair.Distance <= limit)
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .Take(most).Select(pair => pair.Name)];
    }

    /// <summary>A name that holds the word is near, though much longer.</summary>
    private static int Near(string word, string name) =>
        word.Length >= 3 && name.Contains(word, StringComparison.Ordinal) ? 1 : Distance(word, name);

    private static string Plain(string word) =>
        string.Concat((word.Length > LongestCompared ? word[..LongestCompared] : word).ToLowerInvariant().Where(char.IsLetterOrDigit));

    /// <summary>The least number of letters to insert, delete, change or swap.</summary>
    private static int Distance(string left, string right)
    {
        var (before, previous, current) = (new int[right.Length + 1], Enumerable.Range(0, right.Length + 1).ToArray(), new int[right.Length + 1]);
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }
}
