namespace Schemawright.Postgres.Capacity;

/// <summary>The pages of an index.</summary>
/// <param name="Method">btree, gin, gist or brin.</param>
/// <param name="Keys">Its columns; an expression over columns counts as them.</param>
/// <param name="Unique">Equal entries cannot be packed together, for there are none.</param>
/// <param name="Share">Of the rows that have an entry.</param>
internal sealed record IndexShape(string Name, string Method, IReadOnlyList<ColumnWidth> Keys, bool Unique, double Share);

/// <summary>Index arithmetic: the width of entries, how often they repeat, and how full pages stay for the order in which keys arrive.</summary>
internal static class IndexSize
{
    private const int Usable = 8152;
    private const double FullInOrder = 0.90;
    private const double FullAtRandom = 0.69;
    private const double WaitingList = 4 * 1024 * 1024;
    private const double WaitingEntry = 20;

    public static double Of(IndexShape index, double rows) => index.Method switch
    {
        "brin" => 3 * HeapSize.Page,
        "gin" => Words(index, rows * index.Share),
        "gist" => Pages(RangeEntry(index), rows * index.Share, 0.66),
        _ => Btree(index, rows * index.Share),
    };

    /// <summary>New words wait in a list, whose pages stay in the file and are used again once the list has been worked in.</summary>
    private static double Words(IndexShape index, double rows)
    {
        var sorted = Pages(WordBytes(index), rows, 0.75) + HeapSize.Page;
        var waiting = Math.Min(WaitingList, rows * Terms(index) * WaitingEntry);
        return Math.Max(sorted, waiting + (sorted / (1 + (sorted / Math.Max(1, waiting)))));
    }

    private static double Btree(IndexShape index, double rows)
    {
        var entry = TupleSize.Entry(index.Keys);
        var repeats = index.Unique || !index.Keys.All(CanBePacked) ? 1 : Repeats(index, rows);
        return HeapSize.Page + Pages(repeats > 1 ? Packed(entry, repeats) : entry, rows, repeats > 1.2 ? PackedFill(repeats) : Fill(index, rows, entry));
    }

    private static double Pages(double entry, double rows, double fill)
    {
        var leaves = Math.Ceiling(rows * entry / (Usable * fill));
        var above = leaves > 1 ? Math.Ceiling(leaves * (entry + 8) / (Usable * 0.7)) : 0;
        return Math.Max(1, leaves + above) * HeapSize.Page;
    }

    /// <summary>Rows of an equal key: a reference already says whose tenant it is, so the tenant tells no more.</summary>
    private static double Repeats(IndexShape index, double rows)
    {
        var telling = index.Keys.Any(column => column.IsReference) ? index.Keys.Where(column => !column.IsTenant) : index.Keys;
        var distinct = telling.Aggregate(1.0, (product, column) => Math.Min(rows, product * Math.Max(1, column.Distinct)));
        return rows / Math.Max(1, distinct);
    }

    /// <summary>Equal keys are packed when a page would split, so some stay apart for a while.</summary>
    private static double Packed(double entry, double repeats)
    {
        var apart = Math.Pow((1 - Math.Exp(-repeats)) / repeats, repeats > 8 ? 0.65 : 0.55);
        return (entry * apart) + (6 * (1 - apart));
    }

    private static double PackedFill(double repeats) => repeats > 300 ? 0.90 : 0.78;

    /// <summary>In order: pages stay full. In order within groups: each group's last page splits in halves and the left half stays so.</summary>
    private static double Fill(IndexShape index, double rows, double entry)
    {
        var rising = index.Keys.Select((column, place) => (column, place)).FirstOrDefault(key => key.column.Ascending, (column: null!, place: -1));
        if (rising.place <= 0)
        {
            return rising.place == 0 ? FullInOrder : FullAtRandom;
        }

        var before = index.Keys.Take(rising.place).ToList();
        var groups = before.Aggregate(1.0, (product, column) => Math.Min(rows, product * Math.Max(1, column.Distinct)));
        var pagesEach = rows / groups / (Usable / entry);
        return groups <= 1 ? FullInOrder : 0.52 + (0.18 / (1 + (0.8 * pagesEach)));
    }

    private static bool CanBePacked(ColumnWidth column) =>
        !column.Type.StartsWith("numeric", StringComparison.Ordinal) && !column.Type.EndsWith("[]", StringComparison.Ordinal) && column.Type is not ("jsonb" or "real" or "double precision" or "interval");

    /// <summary>Each position of a text is a trigram of its own; a place in its list takes about two bytes.</summary>
    private static double WordBytes(IndexShape index) => Terms(index) * 1.9;

    private static double Terms(IndexShape index) => index.Keys.Sum(column => (1 - column.Absent) * (column.Length + 2));

    /// <summary>An equality key is kept as the range from itself to itself.</summary>
    private static double RangeEntry(IndexShape index) => 8 + TupleSize.Aligned(index.Keys.Sum(column => column.Type.StartsWith("timestamp", StringComparison.Ordinal) || column.Type is "date" ? column.Bytes + 3 : (2 * column.Bytes) + 4)) + 4;
}
