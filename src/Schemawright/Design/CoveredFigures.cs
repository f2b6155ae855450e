using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>
/// Which columns an index carries beside its own, so that a figure over many parts of a whole is added up from the index alone: a total that a
/// rule compares with every change, and a report that is computed whenever it is read.
/// </summary>
internal static class CoveredFigures
{
    /// <summary>Below so many parts for a whole, looking into the table costs less than an index several times as large.</summary>
    private const decimal FewestParts = 50;

    /// <summary>More would be a second copy of the table.</summary>
    private const int MostColumns = 3;

    /// <returns>Empty where the index leads to few rows, or no figure reads them.</returns>
    public static (Seq<string> Columns, Origin Origin) For(DataDesign design, TableDesign table, WantedIndex index)
    {
        var key = table.ForeignKeys.FirstOrDefault(known => index.Method == IndexMethod.Btree && index.Where is null && known.Columns.SequenceEqual(index.Columns.Select(column => column.Name), StringComparer.Ordinal));
        if (key is null || design.Find(key.ReferencedTable) is not { } whole || Rows(table) < FewestParts * Rows(whole))
        {
            return ([], index.Origin);
        }

        var figures = Compared(whole, table, key).Concat(Reported(design, table, key)).ToList();
        var read = figures.SelectMany(figure => figure.Columns).Concat(figures.Count > 0 && table.SoftDelete ? [SoftDeletion.Column] : [])
            .Select(name => RuleColumns.ColumnOf(table, name)).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(name => !index.Columns.Any(column => column.Name == name) && name != design.Tenancy.TenantColumn).ToSeq();
        return read.Count is 0 or > MostColumns || !read.All(name => IsNarrow(table, name)) ? ([], index.Origin)
            : (read, figures.Aggregate(index.Origin, (origin, figure) => origin.And(figure.Origin)));
    }

    /// <summary>Each change of a part adds up all parts of its whole.</summary>
    private static IEnumerable<(IEnumerable<string> Columns, Origin Origin)> Compared(TableDesign whole, TableDesign part, ForeignKeyDesign key) =>
        from balance in whole.Balances
        from figure in balance.Must.Nodes().OfType<Aggregate>()
        where (figure.Entity == part.Entity || figure.Entity == part.Name) && (figure.Role == key.Role || figure.Role == key.Column)
        select (Read(figure.Attribute, figure.Where), balance.Origin);

    /// <summary>A report for each whole that is kept nowhere.</summary>
    private static IEnumerable<(IEnumerable<string> Columns, Origin Origin)> Reported(DataDesign design, TableDesign part, ForeignKeyDesign key) =>
        from report in design.ReadModels
        where report.Every is null
        from source in report.Sources
        where source.Table == part.Name && source.Keys is [{ Links: [var link] }] && link == key.Name
        select (source.Figures.SelectMany(figure => Read(figure.Column, figure.Where)), report.Origin);

    private static IEnumerable<string> Read(string? column, Expr? where) =>
        [.. column is null ? Array.Empty<string>() : [column], .. where is null ? [] : where.Refs().Where(reference => reference.IsOwn).Select(reference => reference.Attribute)];

    private static bool IsNarrow(TableDesign table, string column) => table.Find(column) is
    {
        Type: { IsArray: false, Kind: not (DataKind.LongText or DataKind.Json or DataKind.Binary or DataKind.Url or DataKind.Unknown) },
        Role: ColumnRole.Attribute or ColumnRole.State or ColumnRole.Generated or ColumnRole.DeletedAt or ColumnRole.CreatedAt or ColumnRole.ForeignKey,
    };

    private static decimal Rows(TableDesign table) => table.Volume is { } volume ? volume.RowsNow + volume.RowsPerYear : 0;
}
