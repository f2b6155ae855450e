using Schemawright.Collections;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>The columns behind a report: what is added up, and the ways to what it is told for.</summary>
internal static class ReadModelParts
{
    /// <summary>The way to the time zone in which the days of the table's rows begin, where a span of time is told by moments.</summary>
    public static ReadModelPath? Zone(DataDesign design, TableDesign table, Seq<ReadModelPath> keys)
    {
        if (table.Zone is not { } zone || LocalDays.Target(design, table) is not { ReadableBy.Count: 0 } || keys.All(key => key.Span is null || table.Find(key.Column)?.Type.Kind != DataKind.Timestamp))
        {
            return null;
        }

        var links = new List<string>();
        foreach (var role in zone.Path.Take(zone.Path.Count - 1))
        {
            var key = table.ForeignKeys.First(key => key.Role == role);
            links.Add(key.Name);
            table = design.Find(key.ReferencedTable)!;
        }

        return new(links.ToSeq(), zone.Attribute, null);
    }

    /// <summary>The figure over the table's columns; null where a value or a condition is not for everybody to read.</summary>
    public static ReadModelFigure? Figure(DataDesign design, TableDesign table, ReportFigure figure)
    {
        var column = figure.Attribute is null ? null : RuleColumns.ColumnOf(table, figure.Attribute) is { } name ? table.Find(name) : null;
        var where = figure.Where is null ? null : RuleColumns.Carry(design, table, figure.Where).Expr;
        if ((figure.Attribute is not null && column is not { Role: ColumnRole.Attribute or ColumnRole.Generated, ReadableBy.Count: 0, Privacy: < PrivacyClass.Sensitive }) || (figure.Where is not null && where is null))
        {
            return null;
        }

        var narrowed = string.Join(" and ", Values(where));
        var rows = narrowed.Length == 0 ? table.Name : $"{narrowed} {table.Name}";
        var (label, words) = figure.Measure switch
        {
            ReportMeasure.Count => ($"number_of_{rows}", $"number of {rows}"),
            ReportMeasure.Average => ($"average_{column!.Name}_of_{rows}", $"average {column.Name} of {rows}"),
            _ => ($"total_{column!.Name}_of_{rows}", $"total {column.Name} of {rows}"),
        };
        return new(ObjectNames.Shortened(string.Join('_', label.Split(' ', '-'))), figure.Measure, column?.Name, where, words.Replace('_', ' '));
    }

    /// <summary>Where the row's groups, its currency and its span of time are found; null where one is not for everybody to read.</summary>
    public static Seq<ReadModelPath>? Path(DataDesign design, TableDesign table, Report report, ReportFigure figure)
    {
        var paths = new List<ReadModelPath>();
        foreach (var group in figure.Groups)
        {
            if (Walk(design, table, group) is not { } path)
            {
                return null;
            }

            paths.Add(path);
        }

        var added = report.Figures.Where(other => other.Entity == figure.Entity && other.Attribute is not null).Select(other => table.Find(other.Attribute!)).OfType<ColumnDesign>();
        if (added.Select(amount => CurrencyColumns.Of(table, amount)).OfType<ColumnDesign>().FirstOrDefault() is { } currency && !paths.Exists(path => path.Links.Count == 0 && path.Column == currency.Name))
        {
            // Amounts of two currencies have no sum.
            paths.Add(new([], currency.Name, null));
        }

        if (report.Span is { } span)
        {
            var time = figure.Time is null ? null : RuleColumns.ColumnOf(table, figure.Time);
            if (time is null || table.Find(time)?.Type.Kind is not (DataKind.Date or DataKind.Timestamp or DataKind.LocalTimestamp))
            {
                return null;
            }

            paths.Add(new([], time, span));
        }

        return paths.ToSeq();
    }

    /// <summary>The report's keys, named by its first table; null where two would have one name.</summary>
    public static Seq<ReadModelKey>? Keys(DataDesign design, Report report, ReadModelSource source)
    {
        var keys = source.Keys.Select(path => path.Span is { } span ? new ReadModelKey(span.ToString().ToLowerInvariant(), null) : new(path.Column, Referenced(design, source.Table, path))).ToSeq();
        return keys.Select(key => key.Name).Append(design.Tenancy.TenantColumn ?? "").Distinct(StringComparer.Ordinal).Count() == keys.Count + 1
            && report.Figures.Select(figure => figure.Groups.Count).Distinct().Count() == 1 ? keys : null;
    }

    public static string Plain(ReadModelKey key) => key.Table is not null && key.Name.EndsWith("_id", StringComparison.Ordinal) ? key.Name[..^3] : key.Name;

    private static string? Referenced(DataDesign design, string table, ReadModelPath path)
    {
        var at = path.Links.Aggregate(design.Find(table), (from, link) => design.Find(from!.ForeignKeys.First(key => key.Name == link).ReferencedTable));
        return at!.ForeignKeys.FirstOrDefault(key => key.Column == path.Column)?.ReferencedTable;
    }

    private static ReadModelPath? Walk(DataDesign design, TableDesign table, Ref group)
    {
        var (at, links) = ((TableDesign?)table, new List<string>());
        foreach (var role in group.Path.Take(group.Path.Count - 1))
        {
            var link = at!.ForeignKeys.FirstOrDefault(key => key.Role == role);
            at = link is null ? null : design.Find(link.ReferencedTable);
            if (at is null)
            {
                return null;
            }

            links.Add(link!.Name);
        }

        var column = RuleColumns.ColumnOf(at!, group.Attribute) is { } name ? at!.Find(name) : null;
        return column is { ReadableBy.Count: 0, Privacy: < PrivacyClass.Sensitive, Role: ColumnRole.Attribute or ColumnRole.ForeignKey or ColumnRole.State or ColumnRole.Generated } ? new(links.ToSeq(), column.Name, null) : null;
    }

    /// <summary>The values that narrow the rows, as words of a name.</summary>
    private static IEnumerable<string> Values(Expr? where) => (where switch { null => [], And all => all.Terms, var one => (Seq<Expr>)[one] }).OfType<Compare>()
        .Select(term => term is { Left: Ref left, Right: Literal right } ? right.Kind == LiteralKind.Text ? right.Text.ToLowerInvariant().Replace(' ', '_') : left.Attribute.StartsWith("is_", StringComparison.Ordinal) ? left.Attribute[3..] : left.Attribute : "");
}
