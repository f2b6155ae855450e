namespace Schemawright.Documents;

/// <summary>Lines indented under a title, which people write as a list without bullets; Markdown takes them for one paragraph.</summary>
internal static class IndentedLines
{
    private const int FewestLines = 3;
    private const int LongestTitle = 40;
    private const int LongestLine = 80;
    private const int Indent = 2;

    /// <summary>The places of the title and of the lines under it; null for a paragraph of other lines.</summary>
    /// <param name="margin">How far the paragraph itself is indented.</param>
    public static IReadOnlyList<(int Start, int End)>? Of(string raw, int margin)
    {
        var found = new List<(int Start, int End)>();
        for (var start = 0; start < raw.Length;)
        {
            var stop = raw.IndexOf('\n', start);
            stop = stop < 0 ? raw.Length : stop;
            var first = start;
            while (first < stop && raw[first] is ' ' or '\t')
            {
                first++;
            }

            if (first == stop || !Fits(raw.AsSpan(first, stop - first).TrimEnd(), found.Count == 0, first - start - margin + (raw[start] == '\t' ? Indent : 0)))
            {
                return null;
            }

            found.Add((first, stop));
            start = stop + 1;
        }

        return found.Count >= FewestLines ? found : null;
    }

    /// <summary>A title stands at the margin; a line under it is indented and no sentence.</summary>
    private static bool Fits(ReadOnlySpan<char> line, bool isTitle, int indent) =>
        isTitle ? line.Length <= LongestTitle && line[^1] is not ('.' or ',' or ';') && line[0] is not ('>' or '|' or '<') : indent >= Indent && line.Length <= LongestLine && line[^1] is not '.';
}
