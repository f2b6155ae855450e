using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>
/// Tells where rows lie in the order of a time: they are only ever added, and the time says when. There the summaries of a BRIN index find a stretch of
/// time as a B-tree does, in a thousandth of its bytes and with hardly a cost on writing.
/// </summary>
internal static class AppendedTimes
{
    private const decimal FewestRows = 10_000_000;
    private const int YearsAhead = 3;

    /// <summary>Rows of all tenants lie between each other, so a tenant's own stretch is found by its key and the time instead.</summary>
    public static bool Orders(TableDesign table, string column) =>
        table.Scope != TenantScope.Scoped
        && table.Immutables.Any(frozen => frozen.When is null && (frozen.Columns.Count == 0 || table.Columns.Where(known => known.Role is ColumnRole.Attribute or ColumnRole.ForeignKey or ColumnRole.State).All(known => frozen.Columns.Has(known.Name))))
        && table.Find(column) is { Nullable: false, Role: ColumnRole.Attribute or ColumnRole.CreatedAt, Type: { IsArray: false, Kind: DataKind.Timestamp or DataKind.LocalTimestamp or DataKind.Date } } time
        && (time.Role == ColumnRole.CreatedAt || !IsAhead(time.Name))
        && table.Volume is { } volume && volume.RowsNow + (YearsAhead * volume.RowsPerYear) >= FewestRows;

    /// <summary>What lies ahead, an end or a term, is not known in the order in which rows are added.</summary>
    private static bool IsAhead(string name) => name.Split('_').Any(word => word is "due" or "end" or "ends" or "expires" or "expiry" or "until" or "valid" or "planned" or "scheduled" or "birth" or "born" or "deadline" or "arrival" or "departure" or "start" or "starts");
}
