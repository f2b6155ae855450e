using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;

namespace Schemawright.Postgres.Capacity;

/// <summary>
/// Columns by alignment where rows are many: what begins at eight bytes, then at four, at two and anywhere, then what differs in length, so that
/// no room is lost between them. Elsewhere the order of the documents is worth more than a few bytes.
/// </summary>
internal static class ColumnOrder
{
    /// <summary>From so many rows on after three years the order pays.</summary>
    private const double ManyRows = 10_000_000;

    /// <summary>Rows begin at every eighth byte: less is seldom seen.</summary>
    private const double LeastSaved = 4;

    private const int Years = 3;

    public static PgSchema Apply(DataDesign design, PgSchema schema) => schema with { Tables = schema.Tables.Select(table => Of(design, schema, table)).ToSeq() };

    private static PgTable Of(DataDesign design, PgSchema schema, PgTable table)
    {
        var known = design.Find(table.Name.Name.Text);
        var rows = known?.Volume is { } volume ? (double)(volume.RowsNow + (Years * volume.RowsPerYear)) : 0;
        // The log is in no document, grows with every table and has an order of its own.
        if (rows < ManyRows && table.Name.Schema != Lowering.Target.Audit)
        {
            return table;
        }

        var aligned = table with { Columns = Sorted(schema, table, known), IsAligned = true };
        var saved = RowBytes(schema, table with { Columns = TableDdl.InOrder(table).ToSeq() }, known, rows) - RowBytes(schema, aligned, known, rows);
        return saved < LeastSaved ? table : aligned with { SavedByOrder = saved };
    }

    private static Seq<PgColumn> Sorted(PgSchema schema, PgTable table, TableDesign? known)
    {
        var widths = new TableCapacity(schema, table, known).Columns(_ => 1).ToDictionary(width => width.Name);
        return table.Columns.OrderBy(column => TableDdl.IsKey(table, column) ? 0 : 1).ThenBy(column => widths[column.Name].Varies ? 1 : 0)
            .ThenByDescending(column => widths[column.Name].Varies ? 0 : widths[column.Name].Align).ToSeq();
    }

    private static double RowBytes(PgSchema schema, PgTable table, TableDesign? known, double rows) => new TableCapacity(schema, table, known).At(_ => rows).RowBytes;
}
