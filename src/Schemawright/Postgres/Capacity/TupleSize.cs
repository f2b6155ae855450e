namespace Schemawright.Postgres.Capacity;

/// <summary>The average room of a row's values side by side: each begins where its type may, and absent ones take none.</summary>
internal static class TupleSize
{
    private const int Maximum = 8;

    /// <summary>Followed over all places modulo eight at which the next column can begin, weighed by how often it does.</summary>
    public static double Values(IEnumerable<ColumnWidth> columns)
    {
        var at = new double[Maximum];
        at[0] = 1;
        double bytes = 0;
        foreach (var column in columns)
        {
            bytes += Place(column, ref at);
        }

        return bytes + at.Select((share, place) => share * Padding(place, Maximum)).Sum();
    }

    /// <summary>Header with the map of absent values, values, and the pointer in the page.</summary>
    public static double Row(IReadOnlyCollection<ColumnWidth> columns)
    {
        var complete = columns.Aggregate(1.0, (share, column) => share * (1 - column.Absent));
        var mapped = Aligned(23 + Math.Ceiling(columns.Count / 8.0));
        return (24 * complete) + (mapped * (1 - complete)) + Values(columns) + 4;
    }

    /// <summary>An index entry with its pointer in the page.</summary>
    public static double Entry(IReadOnlyCollection<ColumnWidth> columns)
    {
        var complete = columns.Aggregate(1.0, (share, column) => share * (1 - column.Absent));
        return 8 + (8 * (1 - complete)) + Values(columns) + 4;
    }

    public static double Aligned(double bytes) => Math.Ceiling(bytes / Maximum) * Maximum;

    private static double Place(ColumnWidth column, ref double[] at)
    {
        var next = new double[Maximum];
        var present = 1 - column.Absent;
        double bytes = 0;
        for (var place = 0; place < Maximum; place++)
        {
            var padding = Padding(place, column.Align);
            bytes += at[place] * present * (padding + column.Bytes);
            next[place] += at[place] * column.Absent;
            for (var end = 0; column.Varies && end < Maximum; end++)
            {
                next[end] += at[place] * present / Maximum;
            }

            if (!column.Varies)
            {
                next[(place + padding + (int)column.Bytes) % Maximum] += at[place] * present;
            }
        }

        at = next;
        return bytes;
    }

    private static int Padding(int place, int align) => (align - (place % align)) % align;
}
