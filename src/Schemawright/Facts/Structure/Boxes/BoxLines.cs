namespace Schemawright.Facts.Structure.Boxes;

/// <summary>The characters drawings are made of.</summary>
internal static class BoxLines
{
    public const string Bars = "│|┃║├┤╠╣┣┫";
    private const string TopLeft = "┌╔╭┏+";
    private const string BottomLeft = "└╚╰┗+";
    private const string Horizontal = "─-═━=┬┴┼╦╩╬┳┻╋▼▲";
    private const string Down = "│|┃║▼▽v┬▲^:↓↕┼";

    public static bool IsBar(char character) => Bars.Contains(character);

    public static bool IsTopLeft(char character) => TopLeft.Contains(character);

    public static bool IsBottomLeft(char character) => BottomLeft.Contains(character);

    public static bool IsHorizontal(char character) => Horizontal.Contains(character);

    public static bool LeadsDown(char character) => Down.Contains(character);

    public static bool IsRule(string text) => text.Trim() is { Length: > 1 } rule && rule.All(character => IsHorizontal(character) || character == '+');

    /// <summary>The column after a run of horizontal strokes that begins at start and ends in a corner; -1 when it does not.</summary>
    public static int CornerAfter(string line, int start)
    {
        var at = start;
        while (at < line.Length && IsHorizontal(line[at]))
        {
            at++;
        }

        return at - start >= 2 && at < line.Length && "┐┘╗╝╮╯┓┛+".Contains(line[at]) ? at : -1;
    }
}
