using Schemawright.Collections;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Which columns an index carries so that a list is shown from it alone: those the documents say it shows, where that pays.</summary>
internal static class CoveredLists
{
    /// <summary>A smaller table stays in memory as a whole.</summary>
    private const decimal FewestRows = 100_000;

    /// <summary>More would be a second copy of the table.</summary>
    private const int MostColumns = 4;

    private const int LongestText = 100;

    private const int Years = 3;

    /// <returns>Empty where one of them is not to be had from an index, is wide or changes, or the table is small.</returns>
    public static Seq<string> Of(DataDesign design, TableDesign table, AccessPath path, IEnumerable<string> indexed, Expr? where)
    {
        var shown = path.Shown.Count > 0 ? path.Shown : OfLists(design, path);
        var columns = shown.Select(name => RuleColumns.ColumnOf(table, name)).ToList();
        if (columns.Count == 0 || path.Kind == AccessPathKind.Report || columns.Exists(name => name is null || !IsCarried(table, name)) || Rows(table) < FewestRows)
        {
            return [];
        }

        var more = columns.OfType<string>().Concat(table.SoftDelete && where is null ? [SoftDeletion.Column] : []).Distinct(StringComparer.Ordinal).Except([.. indexed, design.Tenancy.TenantColumn ?? ""], StringComparer.Ordinal).ToSeq();
        return more.Count > MostColumns ? [] : more;
    }

    /// <summary>"The claim list shows …" is said of every list of claims.</summary>
    private static Seq<string> OfLists(DataDesign design, AccessPath path) => path.Kind is AccessPathKind.Lookup or AccessPathKind.Search ? []
        : design.Domain.AccessPaths.Where(list => list.Entity == path.Entity && list is { Kind: AccessPathKind.List, Equality.Count: 0, Range: null, OrderBy: null }).Select(list => list.Shown).FirstOrDefault(shown => shown.Count > 0, []);

    /// <summary>A value that changes would be written to the index too, and no update could stay on its page.</summary>
    private static bool IsCarried(TableDesign table, string column) => table.Find(column) switch
    {
        { Role: ColumnRole.Key or ColumnRole.Tenant or ColumnRole.ForeignKey or ColumnRole.CreatedAt } => true,
        { Role: ColumnRole.Attribute or ColumnRole.Generated, Type: { IsArray: false, Kind: not (DataKind.LongText or DataKind.Json or DataKind.Binary or DataKind.Url or DataKind.Unknown or DataKind.Coordinates) } type, ReadableBy.Count: 0 } known =>
            (type.Length ?? 0) <= LongestText && known.AverageBytes is null or <= LongestText && !table.Transitions.Any(machine => machine.Column == column),
        _ => false,
    };

    private static decimal Rows(TableDesign table) => table.Volume is { } volume ? volume.RowsNow + (Years * volume.RowsPerYear) : 0;
}
