using System.Collections.Concurrent;

namespace Schemawright.Facts.Language;

/// <summary>Answers that depend on a few words alone and are asked for again and again: headings, names. Forgotten when they are too many.</summary>
internal sealed class Remembered<T>(Func<string, T> answer)
{
    private const int Most = 10_000;
    private const int LongestWords = 120;

    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);
    private int _count;

    public T Of(string words)
    {
        if (_known.TryGetValue(words, out var known))
        {
            return known;
        }

        var found = answer(words);
        if (words.Length > LongestWords)
        {
            return found;
        }

        if (Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _known[words] = found;
        return found;
    }
}
