using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design.Passes;

/// <summary>Estimates each table's volume and splits only those whose removal by age pays for it.</summary>
internal sealed class PlanPartitions : IDesignPass
{
    private const decimal ManyRowsPerYear = 10_000_000;
    private const decimal ManyRows = 100_000_000;

    public int ChecklistItem => 14;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var volumes = new Volumes(design);
        var jobs = design.RetentionJobs.ToLookup(job => job.Table, StringComparer.Ordinal);
        var choices = new List<Decision>();
        var planned = design.EachTable(table => Planned(table with { Volume = volumes[table.Name] }, jobs[table.Name], choices));
        return Distribution.Apply(new LongValues(findings).Measured(Archives.Settle(planned, findings)).Decide([Summary(planned), .. choices]));
    }

    private static TableDesign Planned(TableDesign table, IEnumerable<RetentionJob> jobs, List<Decision> choices)
    {
        var volume = table.Volume!;
        if (volume.RowsPerYear <= ManyRowsPerYear && volume.RowsNow <= ManyRows)
        {
            return table;
        }

        var figures = FormattableString.Invariant($"{volume.RowsNow:#,0} rows and {volume.RowsPerYear:#,0} more a year");
        var obstacle = Obstacle(table);
        if (obstacle is not null)
        {
            choices.Add(new($"D14-{table.Name}", 14, $"{table.Name} stays one table.", $"It is large ({figures}), but {obstacle}.", volume.Origin.Sources));
            return table;
        }

        var leaving = jobs.Where(job => job is { Anchor: "created_at", Where: null, Action: "delete" or RetentionPlan.Archive }).OrderBy(job => job.Action == RetentionPlan.Archive).FirstOrDefault();
        var archived = leaving?.Action == RetentionPlan.Archive;
        var reason = $"{figures}: {(leaving is null ? "a stretch of time is read, checked and maintained by itself" : archived ? "a month's rows leave by detaching their partition" : "a month's rows leave by dropping their partition")}. The range is the key's own time, so the key stays unique over all partitions.";
        choices.Add(new($"D14-{table.Name}", 14, $"{table.Name} is split by month over its key.", reason, volume.Origin.Sources));
        return table with { Partition = new("id", true, new(1, PeriodUnit.Month), 3, leaving?.After, reason) { Archived = archived } };
    }

    private static string? Obstacle(TableDesign table)
    {
        if (table.Find("id") is not { Type.Kind: DataKind.Uuid } || !table.PrimaryKey.Columns.Has("id"))
        {
            return "its key carries no time to split by";
        }

        return table.Uniques.Count > 0 || table.Exclusions.Count > 0 ? "its unique keys and exclusions would hold only within a month" : null;
    }

    private static Decision Summary(DataDesign design)
    {
        var largest = design.Tables.MaxBy(table => table.Volume!.RowsNow + table.Volume.RowsPerYear);
        var split = design.Tables.Count(table => table.Partition is not null);
        return new("D14-volumes", 14, $"{(split == 0 ? "No business table is" : $"{split} of {design.Tables.Count} tables {(split == 1 ? "is" : "are")}")} partitioned; {design.Audit.Table} is, by month.",
            (largest is null ? "There are no business tables."
                : FormattableString.Invariant($"The largest is {largest.Name} with {largest.Volume!.RowsNow:#,0} rows and {largest.Volume.RowsPerYear:#,0} more a year ({largest.Volume.Basis.TrimEnd('.')}); splitting begins to pay at {ManyRowsPerYear:#,0} a year or {ManyRows:#,0} in all.")) + Outside(design),
            largest?.Volume!.Origin.Sources ?? []);
    }

    /// <summary>Where the documents state far more data than the rows can make, the rest is files.</summary>
    private static string Outside(DataDesign design)
    {
        var stated = design.Domain.Scale.Where(figure => figure is { Kind: ScaleKind.Bytes, Entity: null }).MaxBy(figure => figure.Value);
        var rows = design.Tables.Sum(table => (table.Volume!.RowsNow + (3 * table.Volume.RowsPerYear)) * table.Volume.BytesPerRow);
        return stated is null || stated.Value < rows * 10 ? ""
            : FormattableString.Invariant($" The rows of three years make about {rows / 1_000_000_000:#,0.##} GB, so the stated volume ({stated.Words}) must be mostly files, which are kept outside the database.");
    }
}
