namespace Schemawright.Postgres.Capacity;

/// <summary>The pages of a table's rows, and of the long values that moved out of them.</summary>
/// <param name="RowBytes">Of a row with its pointer, on average.</param>
internal sealed record HeapSize(double RowBytes, double Heap, double Toast)
{
    public const int Page = 8192;
    private const int Usable = 8168;
    private const int LongestRow = 2032;
    private const int Chunk = 1996;
    private const int Pointer = 18;

    public static HeapSize Of(IReadOnlyList<ColumnWidth> columns, double rows, double fillFactor)
    {
        var (kept, moved) = Moved([.. columns]);
        var row = TupleSize.Row(kept);
        var fitting = Usable * fillFactor / row;
        // Rows of one length leave the same rest on every page; others fill it half.
        var perPage = Math.Max(1, kept.Any(column => column.Varies || column.Absent > 0) && fitting > 2 ? fitting - 0.5 : Math.Floor(fitting));
        var pages = Math.Ceiling(rows / perPage);
        var maps = pages > 4 ? (3 + Math.Floor(pages / 4000)) * Page : 0;
        var seen = pages > 0 ? (1 + Math.Floor(pages / 32672)) * Page : 0;
        return new(row, (pages * Page) + maps + seen, Outside(columns, moved, rows));
    }

    /// <summary>The longest value leaves first, until the row is short enough.</summary>
    private static (List<ColumnWidth> Kept, List<ColumnWidth> Moved) Moved(List<ColumnWidth> columns)
    {
        var moved = new List<ColumnWidth>();
        while (TupleSize.Row(columns.ConvertAll(column => column with { Absent = 0 })) > LongestRow
            && columns.Where(column => column.CanLeaveTheRow).MaxBy(column => column.Bytes) is { } longest)
        {
            moved.Add(longest);
            columns[columns.IndexOf(longest)] = longest with { Bytes = Pointer, Align = 1, Varies = false };
        }

        return (columns, moved);
    }

    private static double Outside(IReadOnlyList<ColumnWidth> columns, List<ColumnWidth> moved, double rows)
    {
        if (!columns.Any(column => column.Varies))
        {
            return 0;
        }

        var chunks = moved.Sum(column => rows * (1 - column.Absent) * Math.Ceiling(column.Length / Chunk));
        var bytes = moved.Sum(column => rows * (1 - column.Absent) * (column.Length + (40 * Math.Ceiling(column.Length / Chunk))));
        return Page + (Math.Ceiling(bytes / Usable) * Page) + (Math.Ceiling(chunks * 20 / (0.9 * 8152)) * Page);
    }
}
