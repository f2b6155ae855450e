namespace Schemawright.Documents;

/// <summary>
/// What the lines of a list item are. Markdown takes every line up to the next bullet as the item's own text; people also write lines that stand
/// for themselves, as if each had a bullet, and labels such as "Rules:" that head the bullets after them.
/// </summary>
/// <param name="End">Where the item's own text ends.</param>
/// <param name="Under">The places of lines that stand for themselves, as if each were a bullet under the item.</param>
/// <param name="Label">The place of the line that heads what comes after the item; null when there is none.</param>
internal sealed record ItemLines(int End, IReadOnlyList<(int Start, int End)> Under, (int Start, int End)? Label)
{
    private const int FewestLines = 2;
    private const int LongestTitle = 40;
    private const int LongestLine = 80;
    private const int MostWordsOfALabel = 4;

    public static ItemLines Of(SourceText source, int start, int end)
    {
        var lines = Split(source.Text, start, end);
        var label = lines.Count > 1 && IsUnindented(source.Text, lines[^1].Start) && IsLabel(source.Text[lines[^1].Start..lines[^1].End]) ? lines[^1] : ((int, int)?)null;
        var own = label is null ? lines : lines[..^1];
        var stand = own.Count > FewestLines && IsTitle(source.Text[own[0].Start..own[0].End]) && own.Skip(1).All(line => Stands(source.Text[line.Start..line.End]));
        return new(stand ? own[0].End : own[^1].End, stand ? own[1..] : [], label);
    }

    private static List<(int Start, int End)> Split(string text, int start, int end)
    {
        var lines = new List<(int, int)>();
        while (start < end)
        {
            var stop = text.IndexOf('\n', start, end - start);
            stop = stop < 0 ? end : stop;
            var first = start;
            while (first < stop && text[first] is ' ' or '\t')
            {
                first++;
            }

            var last = stop;
            while (last > first && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            lines.Add((first, last));
            start = stop + 1;
        }

        return lines.Count == 0 ? [(end, end)] : lines;
    }

    private static bool IsUnindented(string text, int at) => at == 0 || text[at - 1] == '\n';

    /// <summary>"Rules:", "**Rules**", "Parts: Wheel": a few words in front, the first in capitals; no sentence.</summary>
    private static bool IsLabel(string line)
    {
        var plain = line.Replace("**", "", StringComparison.Ordinal);
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        var bold = line.Length > 4 && line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal);
        var title = colon < 0 ? plain : plain[..colon];
        return (colon > 0 || bold) && plain.Length <= LongestLine && char.IsUpper(plain[0]) && title.Split(' ').Length <= MostWordsOfALabel && title.All(character => char.IsLetterOrDigit(character) || character is ' ' or '_' or '-') && !plain.EndsWith('.');
    }

    private static bool IsTitle(string line) => line.Length is > 0 and <= LongestTitle && line[^1] is not (',' or '.' or ';') && IsBegun(line);

    /// <summary>A wrapped sentence goes on in small letters or ends in a full stop.</summary>
    private static bool Stands(string line) => line.Length is > 0 and <= LongestLine && line[^1] is not ('.' or '!' or '?') && IsBegun(line);

    private static bool IsBegun(string line) => char.IsUpper(line[0]) || line[0] is '`' or '*' || line.AsSpan().IndexOfAny('_', ':') > 0 && char.IsLetter(line[0]) && !line.Contains(' ', StringComparison.Ordinal);
}
