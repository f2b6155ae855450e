using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Design;

/// <summary>How the tables would be spread over several servers by tenant, once one server is too small.</summary>
/// <param name="Tables">Spread by the tenant's key, parents before children; the tenants' own table first.</param>
/// <param name="Copied">Small tables all tenants share: a copy on every server.</param>
/// <param name="Lost">What several servers cannot keep as one does, one sentence each.</param>
public sealed record DistributionDesign(Seq<SpreadTable> Tables, Seq<string> Copied, Seq<string> Lost, string Reason, Origin Origin);

/// <param name="Column">The tenant's key in it.</param>
public sealed record SpreadTable(string Table, string Column);

/// <summary>Decides whether the stated volume outgrows one server, and what then goes where.</summary>
internal static class Distribution
{
    private const string DistributionDecision = "D10-distribution";
    private const decimal TooLarge = 4_000_000_000_000m;
    private const decimal TooMany = 20_000_000_000m;
    private const decimal SmallEnoughToCopy = 1_000_000m;
    private const int Years = 3;
    private const decimal MostRows = 1_000_000_000_000_000m;

    public static DataDesign Apply(DataDesign design)
    {
        var rows = design.Tables.Sum(Rows);
        var bytes = design.Tables.Sum(table => Rows(table) * table.Volume!.BytesPerRow);
        if (rows < TooMany && bytes < TooLarge)
        {
            return design;
        }

        var figures = FormattableString.Invariant($"After {Years} years the documents expect about {rows:#,0} rows and {bytes / 1_000_000_000_000m:#,0.#} TB");
        var origin = new Origin(DesignEdits.SourcesOf(design.Tables.Where(table => Rows(table) > rows / 10).Select(table => table.Volume!.Origin)), DistributionDecision);
        if (design.Tenancy.TenantTable is not { } root || design.Tenancy.TenantColumn is not { } column)
        {
            return design.Decide(new Decision(DistributionDecision, 10, "The tables stay on one server; only readers are spread, over replicas.", $"{figures}, more than one server should hold, but there are no tenants: no column cuts the rows so that what belongs together stays together.", origin.Sources));
        }

        var plan = Plan(design, root, column, $"{figures}, more than one server should hold", origin);
        return (design with { Distribution = plan }).Decide(new Decision(DistributionDecision, 10,
            $"The tables can be spread over several servers by {column} (Citus); this is prepared as a file of its own and not applied.",
            $"{plan.Reason}, and {plan.Tables.Count} of {design.Tables.Count} tables carry the tenant in their keys, so a tenant's rows stay on one server together.", origin.Sources));
    }

    private static decimal Rows(TableDesign table) => Math.Min(MostRows, table.Volume!.RowsNow) + (Years * Math.Min(MostRows, table.Volume.RowsPerYear));

    private static DistributionDesign Plan(DataDesign design, string root, string column, string reason, Origin origin)
    {
        var spread = design.Tables.Where(table => table.Scope != TenantScope.Global).OrderBy(table => table.Name == root ? 0 : 1)
            .Select(table => new SpreadTable(table.Name, table.Name == root ? table.PrimaryKey.Columns[^1] : column)).ToSeq();
        var shared = design.Tables.Where(table => table.Scope == TenantScope.Global).ToList();
        var copied = shared.Where(table => Rows(table) <= SmallEnoughToCopy).Select(table => table.Name).ToSeq();
        return new(spread, copied, [.. Lost(design, spread, [.. copied], shared)], reason, origin);
    }

    private static IEnumerable<string> Lost(DataDesign design, Seq<SpreadTable> spread, HashSet<string> copied, List<TableDesign> shared)
    {
        var columns = spread.ToDictionary(table => table.Table, table => table.Column, StringComparer.Ordinal);
        foreach (var table in design.Tables)
        {
            foreach (var unique in table.Uniques.Where(unique => columns.TryGetValue(table.Name, out var key) && !unique.Columns.Has(key)))
            {
                yield return $"{unique.Name}: unique over all tenants, which no single server can see; it would hold within a tenant only.";
            }

            foreach (var key in table.ForeignKeys.Where(key => !IsKept(table, key, columns, copied)))
            {
                yield return $"{key.Name}: the row referred to may lie on another server.";
            }
        }

        foreach (var table in shared.Where(table => !copied.Contains(table.Name)))
        {
            yield return $"{table.Name}: too large to copy to every server and of no tenant; it stays on the coordinator.";
        }

        var triggers = design.Tables.Count(table => columns.ContainsKey(table.Name) && (table.Audited || table.RowRules.Count + table.Quotas.Count + table.Minimums.Count + table.Balances.Count + table.Transitions.Count > 0));
        if (triggers > 0)
        {
            yield return FormattableString.Invariant($"The triggers of {triggers} tables (audit, rules over rows and changes of state): Citus takes no table that has any, so the file drops them, and the application must keep these rules, or the tables stay on one server.");
        }
    }

    /// <summary>A reference holds to a copy, or within one tenant when both sides carry its key at the same place.</summary>
    private static bool IsKept(TableDesign table, ForeignKeyDesign key, Dictionary<string, string> columns, HashSet<string> copied) =>
        copied.Contains(key.ReferencedTable) ? true
        : columns.TryGetValue(table.Name, out var own) && columns.TryGetValue(key.ReferencedTable, out var other)
            && key.Columns.Zip(key.ReferencedColumns).Any(pair => pair.First == own && pair.Second == other);
}
