using Schemawright.Collections;
using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Boxes;

/// <summary>
/// Finds the boxes of a drawing, line by line. Hand-drawn cells often stand a column or two beside their borders,
/// so a cell belongs to the open box whose edge is nearest.
/// </summary>
internal sealed class BoxScanner
{
    private const int Tolerance = 4;

    private readonly Seq<CodeLine> _lines;
    private readonly List<Box> _boxes = [];
    private readonly List<Box> _open = [];
    private readonly List<BoxGap> _gaps = [];
    private readonly BoxTrails _trails = new();

    private BoxScanner(Seq<CodeLine> lines) => _lines = lines;

    public static BoxDrawing Scan(Seq<CodeLine> lines)
    {
        var scanner = new BoxScanner(lines);
        for (var line = 0; line < lines.Count; line++)
        {
            scanner.Read(line);
        }

        return new(scanner._boxes, scanner._gaps, scanner._trails.Found);
    }

    private string Text(int line) => line < _lines.Count ? _lines[line].Text : "";

    private void Read(int line)
    {
        var text = Text(line);
        Close(text, line);
        ReadCells(text, line);
        var opened = Open(text, line);
        _trails.Advance(text, line, opened, _open);
    }

    private List<Box> Open(string text, int line)
    {
        var opened = new List<Box>();
        for (var at = 0; at + 3 < text.Length; at++)
        {
            if (!BoxLines.IsTopLeft(text[at]) || BoxLines.CornerAfter(text, at + 1) is not (var corner and > 0))
            {
                continue;
            }

            if (text[at] == '+' && !HasBarBelow(line, at))
            {
                at = corner - 1;
                continue;
            }

            if (!_open.Exists(box => Math.Abs(box.Left - at) <= 1))
            {
                var box = new Box(line, at, corner);
                opened.Add(box);
                _boxes.Add(box);
            }

            // Two ASCII boxes may share the corner.
            at = text[corner] == '+' ? corner - 1 : corner;
        }

        _open.AddRange(opened);
        _open.Sort((left, right) => left.Left.CompareTo(right.Left));
        return opened;
    }

    private bool HasBarBelow(int line, int column)
    {
        var below = Text(line + 1);
        return column < below.Length && BoxLines.IsBar(below[column]);
    }

    private void Close(string text, int line)
    {
        for (var index = _open.Count - 1; index >= 0; index--)
        {
            var box = _open[index];
            var corner = Near(text, box.Left, BoxLines.IsBottomLeft);
            if (corner < 0 || line == box.Top || BoxLines.CornerAfter(text, corner + 1) < 0)
            {
                continue;
            }

            if (text[corner] == '+' && HasBarBelow(line, corner))
            {
                box.HasRule = true;
                continue;
            }

            box.Bottom = line;
            _open.RemoveAt(index);
            _trails.Start(box, text, Text(line + 1), line);
        }
    }

    private static int Near(string text, int column, Func<char, bool> wanted)
    {
        for (var distance = 0; distance <= Tolerance; distance++)
        {
            foreach (var at in (int[])[column - distance, column + distance])
            {
                if (at >= 0 && at < text.Length && wanted(text[at]))
                {
                    return at;
                }
            }
        }

        return -1;
    }

    private void ReadCells(string text, int line)
    {
        Box? previous = null;
        var from = 0;
        foreach (var box in _open)
        {
            var bar = NearestBar(text, box.Left, from);
            if (bar < 0)
            {
                continue;
            }

            if (previous is not null && from <= bar)
            {
                _gaps.Add(new(previous, box, new(line, from, text[from..bar])));
            }

            var end = NextBar(text, bar + 1);
            AddCell(box, new(line, bar + 1, text[(bar + 1)..end]));
            previous = box;
            from = Math.Min(text.Length, end + 1);
        }
    }

    private static int NearestBar(string text, int column, int from)
    {
        var best = -1;
        for (var at = Math.Max(from, column - Tolerance); at <= column + Tolerance && at < text.Length; at++)
        {
            if (BoxLines.IsBar(text[at]) && (best < 0 || Math.Abs(at - column) < Math.Abs(best - column)))
            {
                best = at;
            }
        }

        return best;
    }

    private static int NextBar(string text, int from)
    {
        var at = from;
        while (at < text.Length && !BoxLines.IsBar(text[at]))
        {
            at++;
        }

        return at;
    }

    private static void AddCell(Box box, BoxText cell)
    {
        if (BoxLines.IsRule(cell.Text))
        {
            box.HasRule = true;
        }
        else if (cell.Text.Trim().Length > 0)
        {
            (box.HasRule || IsBullet(cell.Text) ? box.Body : box.Title).Add(cell);
        }
    }

    private static bool IsBullet(string text) => text.TrimStart() is { Length: > 2 } line && line[0] is '-' or '•' or '*' && line[1] == ' ';
}
