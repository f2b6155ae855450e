using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.Exports;

/// <summary>Where each table stands in a drawing: parents left of their children, and each near what it refers to.</summary>
internal sealed record DiagramLayout(Seq<DiagramBox> Boxes, int Width, int Height)
{
    private const int Margin = 24;
    private const int BetweenColumns = 84;
    private const int BetweenBoxes = 26;

    public DiagramBox? Of(string table) => Boxes.FirstOrDefault(box => string.Equals(box.Table.Name, table, StringComparison.Ordinal));

    public static DiagramLayout Of(ModelTables model)
    {
        var tables = model.Tables.ToList();
        var levels = Levels(tables);
        var columns = tables.GroupBy(table => levels[table.Name]).OrderBy(level => level.Key).Select(level => level.Select(table => new DiagramBox(table, Rows(table), 0, 0)).ToList()).ToList();
        var height = columns.Select(ColumnHeight).DefaultIfEmpty(0).Max() + (2 * Margin);
        var placed = new Dictionary<string, DiagramBox>(StringComparer.Ordinal);
        var x = Margin;
        foreach (var column in columns)
        {
            var y = (height - ColumnHeight(column)) / 2;
            foreach (var box in column.OrderBy(box => Middle(box, placed, height)).ThenBy(box => box.Table.Name, StringComparer.Ordinal))
            {
                placed[box.Table.Name] = box with { X = x, Y = y };
                y += box.Height + BetweenBoxes;
            }

            x += column.Max(box => box.Width) + BetweenColumns;
        }

        return new(tables.Select(table => placed[table.Name]).ToSeq(), columns.Count == 0 ? 2 * Margin : x - BetweenColumns + Margin, height);
    }

    /// <summary>A reference to the tenant alone is in every table; drawn, it would hide the others.</summary>
    public static bool IsDrawn(TablePair table, PgForeignKey key) =>
        key.Columns.Any(column => table.Table.Find(column.Text) is { Role: not ColumnRole.Tenant });

    private static Dictionary<string, int> Levels(List<TablePair> tables)
    {
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            // Parents come first; what closes a circle has no level yet and does not count.
            levels[table.Name] = table.Table.ForeignKeys.Where(key => IsDrawn(table, key))
                .Select(key => levels.TryGetValue(key.Referenced.Name.Text, out var parent) ? parent + 1 : 0).DefaultIfEmpty(0).Max();
        }

        return levels;
    }

    private static int ColumnHeight(List<DiagramBox> column) => column.Sum(box => box.Height) + ((column.Count - 1) * BetweenBoxes);

    private static double Middle(DiagramBox box, Dictionary<string, DiagramBox> placed, int height) =>
        box.Table.Table.ForeignKeys.Where(key => IsDrawn(box.Table, key)).Select(key => placed.GetValueOrDefault(key.Referenced.Name.Text)).OfType<DiagramBox>()
            .Select(parent => parent.Y + (parent.Height / 2.0)).DefaultIfEmpty(height / 2.0).Average();

    /// <summary>What every table has (its tenant, times and version) is left out.</summary>
    private static Seq<ColumnPair> Rows(TablePair table) => table.Columns
        .Where(column => column.Column.Role is not (ColumnRole.Tenant or ColumnRole.CreatedAt or ColumnRole.UpdatedAt or ColumnRole.CreatedBy or ColumnRole.UpdatedBy or ColumnRole.Version or ColumnRole.StateSince or ColumnRole.DeletedAt)).ToSeq();
}

/// <summary>A table as it is drawn.</summary>
internal sealed record DiagramBox(TablePair Table, Seq<ColumnPair> Rows, int X, int Y)
{
    public const int RowHeight = 19;
    public const int HeadHeight = 27;
    public const int Padding = 10;

    private const double CharacterWidth = 7.3;

    public int Width => Math.Max((int)Math.Ceiling(((NameLength + TypeLength + 3) * CharacterWidth) + (2 * Padding)), (int)Math.Ceiling((Table.Name.Length * CharacterWidth * 1.15) + (2 * Padding)));

    public int Height => HeadHeight + (Rows.Count * RowHeight) + 6;

    private int NameLength => Rows.Select(row => row.Name.Length).DefaultIfEmpty(0).Max();

    private int TypeLength => Rows.Select(row => SvgExport.TypeOf(row).Length).DefaultIfEmpty(0).Max();

    /// <summary>The middle of the row of the column that alone says which parent.</summary>
    public int RowOf(PgForeignKey key)
    {
        var index = Rows.ToList().FindLastIndex(row => key.Columns.Contains(row.Column.Name));
        return Y + HeadHeight + (Math.Max(index, 0) * RowHeight) + (RowHeight / 2);
    }
}
