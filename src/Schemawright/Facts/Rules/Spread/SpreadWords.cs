using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Spread;

/// <summary>Cuts a line into the clauses that full stops and semicolons part, and these into words.</summary>
internal static class SpreadWords
{
    private const int LongestLine = 600;
    private const int LongestClause = 60;

    /// <summary>A line without a share, or of more words than a sentence has, tells no spread.</summary>
    public static IEnumerable<SpreadWord[]> Clauses(string text)
    {
        if (text.Length > LongestLine)
        {
            yield break;
        }

        var clause = new List<SpreadWord>();
        foreach (var word in Of(text))
        {
            if (word.Text is "." or ";")
            {
                yield return [.. clause.Take(LongestClause)];
                clause.Clear();
            }
            else
            {
                clause.Add(word);
            }
        }

        yield return [.. clause.Take(LongestClause)];
    }

    private static IEnumerable<SpreadWord> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '*' or '_' or '`' or '~' or '≈')
            {
                at++;
                continue;
            }

            var start = at;
            if (char.IsAsciiDigit(text[at]) && Numbers.TryRead(text, at, out var number, out var end))
            {
                yield return new(text[start..end], start, end, number);
                at = end;
                continue;
            }

            at = char.IsLetterOrDigit(text[at]) ? EndOfWord(text, at) : at + 1;
            yield return new(text[start..at].ToLowerInvariant(), start, at, null);
        }
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (text[at] is '-' or '\'' or '’' or '_' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]))))
        {
            at++;
        }

        return at;
    }
}
