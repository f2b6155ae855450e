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
        WriteOrder(source, plan, text);
        SpreadOfRows.Write(source, text);
        WriteServer(ServerSize.Of(plan, source.Domain), text);
    }

    /// <summary>Where columns do not stand as the documents list them, and what that saves.</summary>
    private static void WriteOrder(DocumentSource source, CapacityPlan plan, MarkdownText text)
    {
        var aligned = source.Schema.Tables.Where(table => table.IsAligned).Select(table => (Table: table, Growth: plan.Tables.First(growth => growth.Table == table.Name.Name.Text))).ToList();
        if (aligned.Count > 0)
        {
            text.Paragraph("Columns stand by alignment, widest first and texts last, where a table has no order of its own or ten million rows after three years; all others stand as the documents list them:");
            text.Bullets(aligned.Select(one => $"{MarkdownEscape.Code(one.Table.Name.Name.Text)}: {English.Figure((decimal)Math.Round(one.Table.SavedByOrder))} bytes saved a row, {Bytes(one.Table.SavedByOrder * one.Growth.Sizes[2].Rows)} after three years."));
        }
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
