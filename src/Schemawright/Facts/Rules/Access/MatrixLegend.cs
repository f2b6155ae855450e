using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>What the signs of a matrix mean where the document explains them beside it: "V = view, L = own only, * only until it is sent".</summary>
internal sealed class MatrixLegend
{
    private const int LongestLegend = 400;
    private const int LongestSign = 4;

    private readonly Dictionary<string, string> _meanings = new(StringComparer.Ordinal);

    /// <summary>The legend in the blocks right before and behind the table at the place.</summary>
    public static MatrixLegend Beside(Seq<Block> blocks, int at)
    {
        var legend = new MatrixLegend();
        for (var index = Math.Max(0, at - 2); index < Math.Min(blocks.Count, at + 3); index++)
        {
            foreach (var line in Lines(blocks[index]).Where(line => line.Length <= LongestLegend))
            {
                legend.Learn(line);
            }
        }

        return legend;
    }

    /// <summary>The cell's meaning: by the legend, else by its own words.</summary>
    public MatrixCell? Read(string cell)
    {
        var own = MatrixCell.Read(cell);
        if (_meanings.TryGetValue(cell.Trim(), out var said) && Meaning(said) is { } explained)
        {
            return explained;
        }

        var note = MatrixCell.Mark(cell) is { } mark && _meanings.TryGetValue(mark.ToString(), out var words) ? words : null;
        return note is null || own is null ? own : own with { Scope = AccessScopes.Cut(note).Scope is not AccessScope.Unstated and var scope ? scope : AccessScope.Own };
    }

    private static MatrixCell? Meaning(string said)
    {
        if (MatrixCell.Read(said) is { } whole)
        {
            return whole;
        }

        var (verbs, rest) = AccessVerbs.Open(said, thirdPerson: true);
        var scope = AccessScopes.Cut(rest).Scope;
        return said.Opens("no", "not", "cannot") ? new([], null, false)
            : verbs.Count > 0 || scope != AccessScope.Unstated ? new(verbs, scope == AccessScope.Unstated ? null : scope, true)
            : null;
    }

    private void Learn(string line)
    {
        var text = line.Opens("legend", "key") ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..] : line;
        foreach (var entry in text.Split([',', ';', '|', '·']))
        {
            var sign = entry.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? equals : entry.IndexOf(':', StringComparison.Ordinal);
            if (sign > 0 && entry[..sign].Trim(' ', '`', '*', '(') is { Length: > 0 and <= LongestSign } name)
            {
                _meanings.TryAdd(name, entry[(sign + 1)..].Trim(' ', '.', ')'));
            }
        }

        if (text.Length > 2 && text.TrimStart() is ['*' or '¹' or '²' or '³' or '†', ..] marked)
        {
            _meanings.TryAdd(marked[..1], marked[1..].Trim(' ', '.', ':', '=', ')'));
        }
    }

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        ParagraphBlock paragraph => [paragraph.Raw.Replace("\\*", "*", StringComparison.Ordinal), paragraph.Text],
        // A note that begins with a star is a bullet for Markdown.
        ListBlock list => list.Items.SelectMany(item => (string[])[item.Text, "* " + item.Text]),
        _ => [],
    };
}
