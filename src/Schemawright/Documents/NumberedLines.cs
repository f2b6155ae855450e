namespace Schemawright.Documents;

/// <summary>
/// Lines that begin with a section number such as "3.2.1", in texts that use such numbers instead of Markdown's marks: a short title is a heading, a
/// sentence a paragraph of its own, though no blank line parts them.
/// </summary>
internal static class NumberedLines
{
    private const int LongestTitle = 60;
    private const int MostWordsOfATitle = 6;
    private const int MostLevels = 6;

    private static readonly HashSet<string> Verbs = new("shall must should will can may is are has have be cannot need needs was were do does".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>How many figures the number before the line's words has: 3 for "3.2.1 Words"; 0 for a line without one.</summary>
    public static int Levels(ReadOnlySpan<char> line)
    {
        var (at, levels) = (0, 0);
        while (at < line.Length && char.IsAsciiDigit(line[at]))
        {
            var start = at;
            while (at < line.Length && char.IsAsciiDigit(line[at]))
            {
                at++;
            }

            if (at - start > 3)
            {
                return 0; // a year, a figure
            }

            levels++;
            at += at < line.Length && line[at] == '.' ? 1 : 0;
        }

        return levels is > 0 and <= MostLevels && at + 1 < line.Length && line[at] is ' ' or '\t' && char.IsUpper(line[at..].TrimStart()[0]) ? levels : 0;
    }

    /// <summary>The text without a section number of two figures or more before it.</summary>
    public static string Unnumbered(string text) => Levels(text) > 1 ? text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..].TrimStart() : text;

    /// <summary>True when the words after the number are a title: few, and no sentence.</summary>
    public static bool IsTitle(string line)
    {
        var words = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim();
        return words.Length is > 0 and <= LongestTitle && words[^1] is not ('.' or ':' or ';' or ',' or '?' or '!') && words.Split(' ') is { Length: <= MostWordsOfATitle } parts && !Array.Exists(parts, Verbs.Contains);
    }

    /// <summary>The places of the pieces of a paragraph that begin with such a number of two figures or more; one piece when there are none.</summary>
    public static IEnumerable<(int Start, int End)> Pieces(string paragraph)
    {
        var start = 0;
        for (var end = paragraph.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = paragraph.IndexOf('\n', end + 1))
        {
            var next = paragraph.AsSpan(end + 1).TrimStart(' ');
            if (Levels(next) > 1 || (Levels(paragraph.AsSpan(start).TrimStart(' ')) > 0 && IsTitle(paragraph[start..end].Trim())))
            {
                yield return (start, end);
                start = end + 1;
            }
        }

        yield return (start, paragraph.Length);
    }
}
