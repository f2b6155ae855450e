using Schemawright.Design;
using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

/// <summary>The rows of one attempt: one tenant, the row in question, and every row they refer to.</summary>
internal sealed class PlannedWorld
{
    private const int MostGrown = 12;

    private readonly Dictionary<string, PlannedRow> _defaults = new(StringComparer.Ordinal);
    private int _nextNumber;

    public PlannedWorld(DataDesign design, ServerClock clock, int firstNumber = 1)
    {
        Design = design;
        Clock = clock;
        _nextNumber = firstNumber;
        Evaluator = new ExprEvaluator(this);
        Tenant = design.Tenancy.TenantTable is { } tenants && design.Find(tenants) is { } table ? Default(table) : null;
    }

    public DataDesign Design { get; }

    public ServerClock Clock { get; }

    public ExprEvaluator Evaluator { get; }

    public PlannedRow? Tenant { get; }

    /// <summary>Required columns may be left out, because what demands them is set aside.</summary>
    public bool IsRelaxed { get; init; }

    /// <summary>Rows that refer to one that stands may be added, where a rule counts them.</summary>
    public bool MayGrow { get; set; }

    public List<PlannedRow> Rows { get; } = [];

    /// <summary>Rows that were added because a rule counts them.</summary>
    public List<PlannedRow> Grown { get; } = [];

    /// <summary>The one row of a table that others refer to unless a rule needs another.</summary>
    public PlannedRow Default(TableDesign table) => _defaults.TryGetValue(table.Name, out var known) ? known : Add(table, isDefault: true);

    /// <summary>A new row whose references lead to default rows.</summary>
    public PlannedRow Fresh(TableDesign table) => Add(table, isDefault: false);

    /// <summary>A new row that refers to this one by that column; no other row is planned for its sake there.</summary>
    public PlannedRow Fresh(TableDesign table, string column, PlannedRow parent) => Add(table, isDefault: false, column, parent);

    public void Forget(PlannedRow row)
    {
        Rows.Remove(row);
        if (_defaults.GetValueOrDefault(row.Table.Name) == row)
        {
            _defaults.Remove(row.Table.Name);
        }
    }

    /// <summary>One more row of those the figure counts or sums; null when there are many already, or nothing refers to this row.</summary>
    public PlannedRow? Grow(PlannedRow parent, Aggregate figure)
    {
        if (Grown.Count >= MostGrown || ChildLink(parent.Table, figure) is not var (table, link))
        {
            return null;
        }

        var child = Fresh(table, link.Column, parent);
        Grown.Add(child);
        return child;
    }

    /// <summary>Takes a grown row back, with what was planned for its sake.</summary>
    public void Shrink(PlannedRow child, IReadOnlySet<PlannedRow> known)
    {
        Grown.Remove(child);
        foreach (var row in Rows.Where(row => !known.Contains(row)).ToArray())
        {
            Forget(row);
        }
    }

    /// <summary>The planned rows an aggregate over this row counts or sums.</summary>
    public IEnumerable<PlannedRow> ChildrenOf(PlannedRow parent, Aggregate figure) =>
        ChildLink(parent.Table, figure) is var (table, link)
            ? Rows.Where(row => row.Table == table && row[link.Column] is KeyValue key && ReferenceEquals(key.Row, parent))
            : [];

    public (TableDesign Table, ForeignKeyDesign Link)? ChildLink(TableDesign parent, Aggregate figure)
    {
        var table = Design.OfEntity(figure.Entity) ?? Design.Find(figure.Entity);
        var link = table?.ForeignKeys.FirstOrDefault(key => key.ReferencedTable == parent.Name && (key.Role == figure.Role || key.Column == figure.Role))
            ?? table?.ForeignKeys.FirstOrDefault(key => key.ReferencedTable == parent.Name);
        return table is not null && link is not null ? (table, link) : null;
    }

    private PlannedRow Add(TableDesign table, bool isDefault, string? known = null, PlannedRow? parent = null)
    {
        var row = new PlannedRow(table, _nextNumber++);
        Rows.Add(row);
        if (isDefault)
        {
            _defaults.Add(table.Name, row); // Before its parents, so that a cycle of references closes on this row.
        }

        foreach (var column in table.Columns.Where(column => column.Generated is null))
        {
            row.Values[column.Name] = parent is not null && column.Name == known ? new KeyValue(parent) : Initial(row, column, isDefault);
        }

        RowRules.Settle(this, row);
        return row;
    }

    private Value Initial(PlannedRow row, ColumnDesign column, bool isDefault)
    {
        if (column.Role == ColumnRole.Tenant && (Tenant ?? TenantInMaking()) is { } tenant && tenant != row)
        {
            return new KeyValue(tenant);
        }

        var link = row.Table.ForeignKeys.FirstOrDefault(key => key.Column == column.Name);
        if (link is null || Design.Find(link.ReferencedTable) is not { } parent)
        {
            return TypicalValues.Of(row, column, Clock);
        }

        return column.Nullable ? Value.Null : new KeyValue(isDefault || !IsTelling(row.Table, column.Name) ? Default(parent) : Fresh(parent));
    }

    /// <summary>The column closes a key made of references alone, or keeps times apart, so that a second row needs another parent.</summary>
    private static bool IsTelling(TableDesign table, string column) =>
        table.Exclusions.Any(exclusion => exclusion.Keys.Contains(column, StringComparer.Ordinal))
        || table.Uniques.Select(unique => unique.Columns).Append(table.PrimaryKey.Columns)
            .Any(key => key.Count > 0 && key[^1] == column && key.All(part => part == column || table.ForeignKeys.Any(link => link.Columns.Contains(part, StringComparer.Ordinal))));

    /// <summary>While the first tenant is planned, rows it refers to already belong to it.</summary>
    private PlannedRow? TenantInMaking() => Design.Tenancy.TenantTable is { } tenants ? _defaults.GetValueOrDefault(tenants) : null;
}
