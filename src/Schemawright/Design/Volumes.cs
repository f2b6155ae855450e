using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>How many rows each table will hold: from the stated figures, else from its parents, and it says which.</summary>
internal sealed class Volumes
{
    private const decimal RowsOfAnUnknownRoot = 1_000;
    private const decimal ChildrenPerParent = 5;
    private const decimal ReferenceRows = 100;
    private const decimal MostAssumed = 10_000_000;
    private const decimal MostGrowth = 10_000;
    private const decimal MostCounted = 1_000_000_000_000_000_000m;

    private readonly Dictionary<string, VolumeDesign> _known = new(StringComparer.Ordinal);
    private readonly ILookup<string, ScaleFigure> _figures;
    private readonly ScaleFigure? _growth;

    public Volumes(DataDesign design)
    {
        _figures = design.Domain.Scale.Where(figure => figure.Entity is not null).ToLookup(figure => figure.Entity!, StringComparer.Ordinal);
        _growth = design.Domain.Scale.Where(figure => figure is { Kind: ScaleKind.GrowthPercentPerYear, Entity: null }).MaxBy(figure => figure.Value);
        foreach (var table in design.Tables)
        {
            _known[table.Name] = Of(table);
        }
    }

    public VolumeDesign this[string table] => _known[table];

    private VolumeDesign Of(TableDesign table)
    {
        var rows = _figures[table.Entity!].Where(figure => figure.Kind == ScaleKind.Rows).GroupBy(figure => figure.HorizonMonths ?? 0).OrderBy(same => same.Key).Select(same => same.MaxBy(figure => figure.Value)!).ToList();
        var rate = _figures[table.Entity!].Where(figure => figure.Kind == ScaleKind.RowsPerYear).OrderByDescending(figure => figure.HorizonMonths ?? 0).FirstOrDefault();
        return rows.Count > 0 || rate is not null ? Stated(table, rows, rate, GrowthRate(table)) : Assumed(table);
    }

    /// <summary>The table's own growth in per cent, else that of the whole product.</summary>
    private ScaleFigure? GrowthRate(TableDesign table) =>
        _figures[table.Entity!].Where(figure => figure.Kind == ScaleKind.GrowthPercentPerYear).MaxBy(figure => figure.Value) ?? _growth;

    private static VolumeDesign Stated(TableDesign table, List<ScaleFigure> rows, ScaleFigure? rate, ScaleFigure? growth)
    {
        var now = rows.Count > 0 ? rows[0].Value : 0;
        var byShare = rate is null && rows.Count == 1 ? growth : null;
        var yearly = rate?.Value ?? (byShare is null ? GrowthOf(rows) : Math.Round(Math.Min(now, MostCounted) * Math.Min(byShare.Value, MostGrowth) / 100));
        var further = rate ?? byShare;
        List<ScaleFigure> used = further is null ? rows : [.. rows, further];
        var basis = "The documents say: " + string.Join("; ", used.Select(figure => figure.Words).Distinct(StringComparer.Ordinal));
        return new(now, yearly, RowWidth.Of(table), Growth(yearly), basis, new(DesignEdits.SourcesOf(used.Select(figure => figure.Origin))));
    }

    private static decimal GrowthOf(List<ScaleFigure> rows)
    {
        var (first, last) = (rows[0], rows[^1]);
        var months = (last.HorizonMonths ?? 0) - (first.HorizonMonths ?? 0);
        return months > 0 ? Math.Max(0, Math.Round((last.Value - first.Value) * 12 / months)) : 0;
    }

    private VolumeDesign Assumed(TableDesign table)
    {
        var origin = Origin.Decided("D14-volumes");
        var parents = table.ForeignKeys.Where(key => key.ReferencedTable != table.Name && _known.ContainsKey(key.ReferencedTable)).ToList();
        if (table.Kind == TableKind.Reference || parents.Count == 0)
        {
            var rows = table.Kind == TableKind.Reference ? ReferenceRows : RowsOfAnUnknownRoot;
            return new(rows, 0, RowWidth.Of(table), Growth(0), FormattableString.Invariant($"No figure is stated; {rows:#,0} rows are assumed."), origin);
        }

        var parent = parents.MaxBy(key => _known[key.ReferencedTable].RowsNow)!;
        var basis = _known[parent.ReferencedTable];
        var per = table.Uniques.Any(unique => unique.Columns[^1] == parent.Column && unique.Columns.Count <= 2 && unique.Where is null) ? 1 : ChildrenPerParent;
        var (now, yearly) = (Children(basis.RowsNow, per), Children(basis.RowsPerYear, per));
        return new(now, yearly, RowWidth.Of(table), Growth(yearly),
            FormattableString.Invariant($"No figure is stated; {per} per row of {parent.ReferencedTable} are assumed."), origin);
    }

    /// <summary>Below many levels of parents a product of guesses says nothing any more, so it stops growing.</summary>
    private static decimal Children(decimal parents, decimal per) => parents >= MostAssumed ? parents : parents * per;

    private static string Growth(decimal yearly) => yearly == 0 ? "no growth stated" : FormattableString.Invariant($"+{yearly:#,0} rows a year");
}

/// <summary>Estimated stored bytes of a row with its index entries.</summary>
internal static class RowWidth
{
    private const int TupleHeader = 28;
    private const int IndexEntryOverhead = 16;

    public static int Of(TableDesign table)
    {
        var row = TupleHeader + table.Columns.Sum(column => Bytes(column.Type));
        var keys = table.Uniques.Select(unique => unique.Columns).Append(table.PrimaryKey.Columns).Concat(table.ForeignKeys.Select(key => key.Columns));
        return row + keys.Sum(columns => IndexEntryOverhead + columns.Sum(name => table.Find(name) is { } column ? Bytes(column.Type) : 0));
    }

    private static int Bytes(DataType type) => type.Kind switch
    {
        _ when type.IsArray => 64,
        DataKind.Uuid => 16,
        DataKind.Boolean => 1,
        DataKind.Integer or DataKind.Date => 4,
        DataKind.Identity or DataKind.BigInteger or DataKind.Timestamp or DataKind.LocalTimestamp or DataKind.Time => 8,
        DataKind.Decimal or DataKind.Money or DataKind.Percentage => 10,
        DataKind.LongText => 400,
        DataKind.Json => 300,
        DataKind.Binary => 96,
        DataKind.Enumeration => 12,
        DataKind.CurrencyCode or DataKind.CountryCode or DataKind.LanguageCode => 4,
        DataKind.Url => 80,
        DataKind.Coordinates or DataKind.Duration => 16,
        _ => Math.Clamp((type.Length ?? 48) / 2, 8, 200),
    };
}
