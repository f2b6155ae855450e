namespace Schemawright.Facts.Structure.Boxes;

/// <summary>A stretch of a line of the drawing.</summary>
/// <param name="Line">The index of the line in the fence.</param>
/// <param name="Start">The index of the first character.</param>
internal sealed record BoxText(int Line, int Start, string Text);

/// <summary>A drawn box: its title above the first rule, its body below.</summary>
internal sealed class Box(int top, int left, int right)
{
    public int Top { get; } = top;

    public int Left { get; } = left;

    public int Right { get; } = right;

    /// <summary>The line of the lower border; -1 while the box is open.</summary>
    public int Bottom { get; set; } = -1;

    public bool HasRule { get; set; }

    public List<BoxText> Title { get; } = [];

    public List<BoxText> Body { get; } = [];

    public bool Covers(int column) => column >= Left - 1 && column <= Right + 1;
}

/// <summary>The space between two boxes that stand side by side, on one line.</summary>
internal sealed record BoxGap(Box Left, Box Right, BoxText Text);

/// <summary>The boxes of a drawing and what lies between them.</summary>
internal sealed record BoxDrawing(IReadOnlyList<Box> Boxes, IReadOnlyList<BoxGap> Gaps, IReadOnlyList<BoxTrail> Trails);

/// <summary>A line running down from one box to another.</summary>
/// <param name="Marks">The multiplicities beside it, from top to bottom, with how far down they stand.</param>
internal sealed record BoxTrail(Box From, Box To, IReadOnlyList<(int Line, string Mark)> Marks, int FirstLine, int LastLine);
