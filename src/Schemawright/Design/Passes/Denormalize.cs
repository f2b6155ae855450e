using Schemawright.Collections;
using Schemawright.Design.Stack;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Design.Passes;

/// <summary>Says which redundancy is wanted: the tenant's key, which foreign keys keep true, and nothing without a figure.</summary>
internal sealed class Denormalize : IDesignPass
{
    public int ChecklistItem => 5;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var copied = design.Tables.Where(table => table.Find(design.Tenancy.TenantColumn ?? "") is { Origin.Sources.Count: 0 }).ToList();
        var reported = new ReadModels(design, findings).Apply();
        return StackPlan.Apply(reported.Decide([.. Copied(design, copied), Aggregates(reported)]), findings);
    }

    private static IEnumerable<Decision> Copied(DataDesign design, List<TableDesign> copied)
    {
        if (copied.Count > 0)
        {
            yield return new("D05-tenant-column", 5,
                $"{design.Tenancy.TenantColumn} is repeated on {copied.Count} tables whose parents already say it: {string.Join(", ", copied.Take(8).Select(table => table.Name))}{(copied.Count > 8 ? ", …" : "")}.",
                "Row-level security then compares one column instead of joining, and the composite foreign keys make a wrong copy impossible.",
                design.Tenancy.Origin.Sources);
        }
    }

    /// <summary>A total is computed when read, unless the documents give a time that a computed total could not keep.</summary>
    private static Decision Aggregates(DataDesign design)
    {
        var reports = design.Domain.AccessPaths.Where(path => path.Kind == AccessPathKind.Report).ToList();
        var fast = design.Domain.Scale.Where(figure => figure.Kind == ScaleKind.LatencyMilliseconds).MinBy(figure => figure.Value);
        var kept = design.ReadModels.Count(model => model.Every is not null);
        var basis = (reports.Count, fast) switch
        {
            _ when kept > 0 => $"What reports add up is kept in {kept} materialised view{(kept == 1 ? "" : "s")} beside the tables and made anew from them, so it can be old but never disagree.",
            (0, _) => "The documents ask for no report, so no figure is read often enough to pay for keeping it.",
            (_, null) => $"The documents ask for {reports.Count} reports and give no response time, so their figures are computed when read.",
            _ => FormattableString.Invariant($"The {reports.Count} reports read by indexes on the keys they group by; the tightest stated time is {fast!.Value:0.##} ms ({fast.Words})."),
        };
        return new("D05-no-stored-totals", 5, "No table stores a total, a count or a name of another table.", basis,
            DesignEdits.SourcesOf([.. reports.Select(path => path.Origin), .. fast is null ? [] : new[] { fast.Origin }]));
    }
}
