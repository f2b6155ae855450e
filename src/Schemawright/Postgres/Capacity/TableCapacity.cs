using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Capacity;

/// <summary>The room of one table at a number of rows.</summary>
/// <param name="RowBytes">Of a row in its page, without indexes.</param>
public sealed record TableSize(double Rows, double RowBytes, double Heap, double Toast, double Indexes)
{
    public double Total => Heap + Toast + Indexes;
}

/// <summary>The arithmetic of one table: the widths of its columns and the shapes of its indexes, then pages for any number of rows.</summary>
public sealed class TableCapacity(PgSchema schema, PgTable table, TableDesign? design)
{
    private const double DaysInUse = 1000;

    public QualifiedName Name => table.Name;

    /// <param name="rowsOf">How many rows each table holds, by its name.</param>
    public TableSize At(Func<string, double> rowsOf)
    {
        var rows = rowsOf(table.Name.Name.Text);
        var columns = Columns(rowsOf);
        var heap = HeapSize.Of([.. columns], rows, (table.FillFactor ?? 100) / 100.0);
        return new(rows, heap.RowBytes, heap.Heap, heap.Toast, Indexes(columns).Sum(index => IndexSize.Of(index, rows)));
    }

    public Seq<ColumnWidth> Columns(Func<string, double> rowsOf)
    {
        var rows = rowsOf(table.Name.Name.Text);
        return Ddl.TableDdl.InOrder(table).Select(column => Column(column, design?.Find(column.Name.Text), rows, rowsOf)).ToSeq();
    }

    private ColumnWidth Column(PgColumn column, ColumnDesign? known, double rows, Func<string, double> rowsOf)
    {
        var type = schema.Domains.FirstOrDefault(domain => domain.Name.ToString() == column.Type)?.BaseType ?? column.Type;
        var width = StoredWidth.Of(type, known);
        var parent = table.ForeignKeys.FirstOrDefault(key => key.Columns[^1] == column.Name)?.Referenced.Name.Text;
        var isTenant = column.Role == ColumnRole.Tenant;
        var absent = known is not null ? AbsentShare.Of(known) : column.NotNull || isTenant ? 0 : AbsentShare.Optional;
        return new(column.Name, type, width.Bytes, width.Align, width.Varies, absent, Distinct(known, type, parent, rows, rowsOf), IsAscending(column, type))
        {
            IsTenant = isTenant,
            IsReference = parent is not null && !isTenant,
            Length = width.Length,
        };
    }

    private static double Distinct(ColumnDesign? known, string type, string? parent, double rows, Func<string, double> rowsOf) => known switch
    {
        _ when parent is not null => Math.Max(1, Math.Min(rows, rowsOf(parent))),
        { Type.Values.Count: > 0 } => known.Type.Values.Count,
        { Type.Kind: DataKind.Boolean } => 2,
        { Type.Kind: DataKind.CurrencyCode or DataKind.CountryCode or DataKind.LanguageCode or DataKind.TimeZone } => 20,
        _ when type is "date" or "integer" or "smallint" => Math.Min(rows, DaysInUse),
        _ => rows,
    };

    private static bool IsAscending(PgColumn column, string type) =>
        column.Identity || (column.Role == ColumnRole.Key && type == "uuid") || column.Role is ColumnRole.CreatedAt or ColumnRole.UpdatedAt;

    private IEnumerable<IndexShape> Indexes(Seq<ColumnWidth> columns)
    {
        var known = columns.ToDictionary(column => column.Name);
        IEnumerable<PgKey> keys = [.. table.PrimaryKey is { } primary ? new[] { primary } : [], .. table.Uniques];
        return
        [
            .. keys.Select(key => new IndexShape(key.Name.Text, "btree", [.. key.Columns.Select(column => known[column])], true, 1)),
            .. table.Exclusions.Select(exclusion => new IndexShape(exclusion.Name.Text, "gist", Excluded(exclusion, known), false, ShareOf(exclusion.Name))),
            .. table.Indexes.Select(index => new IndexShape(index.Name.Text, index.Method, [.. index.Columns.Select(column => Keyed(column, columns)).OfType<ColumnWidth>(), .. index.Include.Select(column => known[column])], index.Unique, ShareOf(index.Name))),
        ];
    }

    /// <summary>The column that an index's key is, in one of the ways keys are written.</summary>
    private static ColumnWidth? Keyed(SqlText key, Seq<ColumnWidth> columns) => columns.FirstOrDefault(column =>
        key == SqlText.Of($"{column.Name}") || key == SqlText.Of($"{column.Name} DESC") || key == SqlText.Of($"{column.Name} gin_trgm_ops"))
        ?? columns.FirstOrDefault(column => column.Type == "text");

    private ColumnWidth[] Excluded(PgExclusion exclusion, Dictionary<Identifier, ColumnWidth> known)
    {
        var stated = design?.Exclusions.FirstOrDefault(one => FittedName.Fit(one.Name) == exclusion.Name);
        var tenant = table.Columns.Where(column => column.Role == ColumnRole.Tenant).Select(column => column.Name.Text);
        return stated is null ? [] : [.. tenant.Concat(stated.Keys).Append(stated.Start).Append(stated.End).Distinct(StringComparer.Ordinal).Select(name => known[new Identifier(name)])];
    }

    private double ShareOf(Identifier name)
    {
        var where = design?.Indexes.FirstOrDefault(index => FittedName.Fit(index.Name) == name)?.Where
            ?? design?.Exclusions.FirstOrDefault(one => FittedName.Fit(one.Name) == name)?.Where
            ?? design?.Uniques.FirstOrDefault(unique => FittedName.Fit(unique.Name) == name)?.Where;
        return design is null ? 1 : ConditionShare.Of(where, design) * (design.SoftDelete && IsLiveOnly(name) ? AbsentShare.NotDeleted : 1);
    }

    /// <summary>Unique among live rows.</summary>
    private bool IsLiveOnly(Identifier name) => design!.Uniques.Any(unique => unique.Where is null && FittedName.Fit(unique.Name) == name) && table.Indexes.Any(index => index.Name == name);
}
