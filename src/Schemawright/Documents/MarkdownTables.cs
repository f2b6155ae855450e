namespace Schemawright.Documents;

/// <summary>Cuts a pipe table's line into its cells.</summary>
internal static class MarkdownTables
{
    public static IEnumerable<TableCell> Cells(SourceText source, int line)
    {
        var text = source.Lines[line];
        var bars = Bars(text).ToList();
        if (bars.Count == 0 || !string.IsNullOrWhiteSpace(text[..bars[0]]))
        {
            bars.Insert(0, -1);
        }

        if (!string.IsNullOrWhiteSpace(text[(bars[^1] + 1)..]))
        {
            bars.Add(text.Length);
        }

        for (var index = 0; index + 1 < bars.Count; index++)
        {
            var start = bars[index] + 1;
            var raw = text[start..bars[index + 1]].Trim().Replace("\\|", "|", StringComparison.Ordinal);
            yield return new(PlainText.Of(raw), raw, source.Span(source.LineStart(line) + start, source.LineStart(line) + bars[index + 1]));
        }
    }

    private static IEnumerable<int> Bars(string text)
    {
        var inCode = false;
        for (var index = 0; index < text.Length; index++)
        {
            inCode ^= text[index] == '`';
            if (text[index] == '|' && !inCode && (index == 0 || text[index - 1] != '\\'))
            {
                yield return index;
            }
        }
    }
}
