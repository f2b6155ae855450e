using Schemawright.Postgres.Capacity;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>How large each table becomes, what the figures assume, and the server they ask for.</summary>
internal static class CapacityTables
{
    public static void Write(DocumentSource source, MarkdownText text)
    {
        var plan = new CapacityPlan(source.Design, source.Schema);
        text.Paragraph("Capacity, from the volumes above and the widths of the columns (tables with their indexes and long values; pages, headers, alignment and fill counted):");
        text.Table(["Table", "Bytes a row", "Rows after a year", "Rows after three", "At first", "After a year", "After three", "Of it indexes"], plan.Tables.Select(Row));
        text.Paragraph($"Together {Bytes(plan.Total(0))} at first, {Bytes(plan.Total(1))} after a year and {Bytes(plan.Total(2))} after three.");
        text.Paragraph("What the widths assume: an optional value is there in two rows of three; a text without a stated length has 24 characters, a long one 400, a structured value 300 bytes, "
            + $"a list three entries; states are equally frequent; a new row leaves {CapacityPlan.LogEntriesPerRow:0} entries in the audit log. A measured table is held against its estimate by the query in Key Metrics.");
        SpreadOfRows.Write(source, text);
        WriteServer(ServerSize.Of(plan, source.Domain), text);
    }

    private static string[] Row(TableGrowth table) =>
    [
        MarkdownEscape.Code(table.Table),
        English.Figure((decimal)Math.Round(table.Sizes[^1].RowBytes)),
        Count(table.Sizes[1].Rows),
        Count(table.Sizes[2].Rows) + (table.Limit is null ? "" : $" ({MarkdownEscape.Text(table.Limit)})"),
        Bytes(table.Sizes[0].Total),
        Bytes(table.Sizes[1].Total),
        Bytes(table.Sizes[2].Total),
        Bytes(table.Sizes[2].Indexes),
    ];

    private static void WriteServer(ServerSize server, MarkdownText text)
    {
        text.Paragraph("The server for three years (`db/operations/server.conf`):");
        text.Bullets(
        [
            $"**Memory**: {English.Figure(server.Memory)} GB, so that what is read again and again stays in it ({Bytes(server.WorkingSet)}: all indexes and a fifth of the rows); a quarter of it as shared buffers.",
            $"**Storage**: {Bytes(server.Disk)}: the tables, three tenths more for dead rows between two vacuums, and two days of log (about {Bytes(server.LogPerDay)} a day).",
            $"**Connections**: a pool of {English.Figure(server.Pool)} in front of the database ({MarkdownEscape.Text(server.PoolBasis)}), and {English.Figure(server.Connections - server.Pool)} for jobs, backups and people. Transaction pooling is safe here, because every setting is made with `SET LOCAL`.",
        ]);
    }

    private static string Count(double rows) => English.Figure((decimal)Math.Round(Math.Min(rows, 1e27)));

    private static string Bytes(double bytes) => English.Bytes((decimal)Math.Min(bytes, 1e27));
}
