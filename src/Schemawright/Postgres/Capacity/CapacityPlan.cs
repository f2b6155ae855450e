using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Model;
using Schemawright.Terms;

namespace Schemawright.Postgres.Capacity;

/// <summary>One table through the years.</summary>
/// <param name="Sizes">At the start and after each of <see cref="CapacityPlan.Years"/>.</param>
/// <param name="Limit">Why it stops growing; null when it does not.</param>
public sealed record TableGrowth(string Table, Seq<TableSize> Sizes, string? Limit);

/// <summary>How large the database becomes, table by table, and the server it asks for.</summary>
public sealed class CapacityPlan
{
    /// <summary>Entries the log gets for each new row of an audited table: its creation and two changes.</summary>
    public const double LogEntriesPerRow = 3;

    private readonly DataDesign _design;
    private readonly string _log;
    private readonly Dictionary<string, VolumeDesign> _volumes;
    private readonly Dictionary<string, Period> _removals;

    public CapacityPlan(DataDesign design, PgSchema schema)
    {
        _design = design;
        _log = AuditLowering.LogName(design).Name.Text;
        _volumes = design.Tables.Where(table => table.Volume is not null).DistinctBy(table => table.Name, StringComparer.Ordinal).ToDictionary(table => table.Name, table => table.Volume!, StringComparer.Ordinal);
        // Only a rule that takes every row after a time bounds a table.
        _removals = design.RetentionJobs.Where(job => job is { Where: null, Action: "delete" }).GroupBy(job => job.Table, StringComparer.Ordinal)
            .ToDictionary(jobs => jobs.Key, jobs => jobs.Select(job => job.After).MinBy(period => period.ApproximateSeconds)!, StringComparer.Ordinal);
        var capacities = schema.Tables.Select(table => new TableCapacity(schema, table, design.Find(table.Name.Name.Text))).ToList();
        Tables = capacities.Select(capacity => new TableGrowth(capacity.Name.Name.Text, Years.Select(year => capacity.At(table => Rows(table, year))).ToSeq(), Limit(capacity.Name.Name.Text))).ToSeq();
    }

    public static Seq<int> Years { get; } = [0, 1, 3];

    public Seq<TableGrowth> Tables { get; }

    /// <summary>All tables, with their indexes, after the year at this place of <see cref="Years"/>.</summary>
    public double Total(int place) => Tables.Sum(table => table.Sizes[place].Total);

    public double IndexesAtTheEnd => Tables.Sum(table => table.Sizes[^1].Indexes);

    private double Rows(string table, int year)
    {
        if (!_volumes.TryGetValue(table, out var volume))
        {
            return table == _log ? LogEntries(year) : 0;
        }

        var grown = (double)volume.RowsNow + ((double)volume.RowsPerYear * year);
        return volume.RowsPerYear > 0 && _removals.TryGetValue(table, out var after) ? Math.Min(grown, Math.Max((double)volume.RowsNow, (double)volume.RowsPerYear * InYears(after))) : grown;
    }

    private double LogEntries(int year)
    {
        var audited = _design.Tables.Where(known => known is { Audited: true, Volume: not null }).Sum(known => (double)known.Volume!.RowsPerYear) * LogEntriesPerRow;
        return audited * (_design.Audit.KeepFor is { } keep ? Math.Min(year, InYears(keep)) : year);
    }

    private string? Limit(string table) =>
        table == _log && _design.Audit.KeepFor is { } keep ? $"entries leave after {keep}"
        : _volumes.TryGetValue(table, out var volume) && volume.RowsPerYear > 0 && _removals.TryGetValue(table, out var after) ? $"rows leave after {after}" : null;

    private static double InYears(Period period) => (double)period.ApproximateSeconds / (365 * 86400);
}
