using Schemawright.Design;
using Schemawright.Postgres.Model;

namespace Schemawright.Proof.Plans;

/// <summary>How many rows each table will hold, as the documents declare or the design assumes, and how many stand for them here.</summary>
internal sealed class DeclaredScale(PgSchema schema, DataDesign design)
{
    private const int Years = 3;
    private const decimal MostRows = 1_000_000_000;
    private const int AllSamples = 160_000;

    /// <summary>Fewer show nothing: some index might hold none of them.</summary>
    private const int FewestRows = 200;

    /// <summary>Rows at launch and those of the years after it; the log of changes holds one for each row at least.</summary>
    public long DeclaredOf(PgTable table) => design.Find(table.Name.Name.Text)?.Volume is { } volume
        ? (long)Math.Clamp(volume.RowsNow + (Years * volume.RowsPerYear), 1, MostRows)
        : (long)Math.Clamp(design.Tables.Where(known => known.Audited).Sum(known => (known.Volume?.RowsNow ?? 0) + (Years * (known.Volume?.RowsPerYear ?? 0))), 1000, MostRows);

    /// <summary>The rows the planner is to see.</summary>
    public long RowsOf(PgTable table) => Math.Max(FewestRows, DeclaredOf(table));

    public long RowsOf(string table) => schema.Find(table) is { } known ? RowsOf(known) : FewestRows;

    /// <summary>Rows that are really stored: all of a small table, and of a large one enough to tell how its values are spread.</summary>
    public int SampleOf(PgTable table) => (int)Math.Min(RowsOf(table), Math.Clamp(AllSamples / Math.Max(1, schema.Tables.Count), 2000, 8000));

    /// <summary>So many years of rows lie behind.</summary>
    public static string Span(PgTable table) => table.Partitioning is null ? $"interval '{Years} years'" : PastPartitions.Span;
}
