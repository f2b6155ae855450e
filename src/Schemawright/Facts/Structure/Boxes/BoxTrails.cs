namespace Schemawright.Facts.Structure.Boxes;

/// <summary>Follows the lines that run down from closed boxes until they reach another.</summary>
internal sealed class BoxTrails
{
    private readonly List<Trail> _running = [];
    private readonly List<BoxTrail> _found = [];

    public IReadOnlyList<BoxTrail> Found => _found;

    private sealed class Trail(Box from, int column, int line)
    {
        public Box From { get; } = from;

        public int Column { get; set; } = column;

        public int FirstLine { get; } = line;

        public List<(int Line, string Mark)> Marks { get; } = [];
    }

    /// <summary>Begins where the lower border or the line below it leads down.</summary>
    public void Start(Box box, string border, string below, int line)
    {
        for (var column = Math.Max(0, box.Left); column <= box.Right && column < below.Length; column++)
        {
            if (BoxLines.LeadsDown(below[column]) && IsAlone(below, column) && !(column < border.Length && BoxLines.IsBottomLeft(border[column]) && below[column] is '|' or '│'))
            {
                _running.Add(new(box, column, line));
                return;
            }
        }
    }

    /// <param name="opened">Boxes whose upper border lies on this line.</param>
    /// <param name="open">Boxes the line runs through: a stroke inside one is its edge.</param>
    public void Advance(string text, int line, List<Box> opened, List<Box> open)
    {
        for (var index = _running.Count - 1; index >= 0; index--)
        {
            var trail = _running[index];
            if (trail.FirstLine >= line)
            {
                continue;
            }

            if (opened.Find(box => box.Covers(trail.Column)) is { } target)
            {
                _found.Add(new(trail.From, target, trail.Marks, trail.FirstLine, line));
                _running.RemoveAt(index);
            }
            else if (!Follow(trail, text, line) || open.Exists(box => box.Top < line && trail.Column > box.Left + 1 && trail.Column < box.Right - 1))
            {
                _running.RemoveAt(index);
            }
        }
    }

    private static bool Follow(Trail trail, string text, int line)
    {
        foreach (var column in (int[])[trail.Column, trail.Column - 1, trail.Column + 1])
        {
            if (column >= 0 && column < text.Length && BoxLines.LeadsDown(text[column]) && IsAlone(text, column))
            {
                trail.Column = column;
                if (Mark(text, column) is { } mark)
                {
                    trail.Marks.Add((line, mark));
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>A stroke between words is a letter or the edge of text, not a line.</summary>
    private static bool IsAlone(string text, int column) =>
        (column == 0 || !char.IsLetter(text[column - 1])) && (column + 1 >= text.Length || !char.IsLetter(text[column + 1]));

    /// <summary>The multiplicity within two columns of the line: 1, *, N, 0..1.</summary>
    private static string? Mark(string text, int column)
    {
        var after = text[(column + 1)..Math.Min(text.Length, column + 8)].TrimStart().Split(' ')[0];
        if (BoxMarks.Parse(after) is not null)
        {
            return after;
        }

        var before = text[Math.Max(0, column - 6)..column].TrimEnd().Split(' ')[^1];
        return BoxMarks.Parse(before) is null ? null : before;
    }
}
