using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>The design being lowered, with the names its objects get in the database.</summary>
internal sealed class Target
{
    public static readonly Identifier App = new("app");
    public static readonly Identifier Audit = new("audit");

    private readonly Dictionary<string, TableDesign> _tables;
    private readonly Dictionary<string, TableDesign> _ofEntities;
    private readonly ILookup<string, ForeignKeyDesign> _references;

    public Target(DataDesign design, Findings findings)
    {
        Design = design;
        Findings = findings;
        Product = ProductName.Of(design.Domain.AppName);
        _tables = design.Tables.DistinctBy(table => table.Name, StringComparer.Ordinal).ToDictionary(table => table.Name, StringComparer.Ordinal);
        _ofEntities = design.Tables.Where(table => table.Entity is not null)
            .DistinctBy(table => table.Entity!, StringComparer.Ordinal).ToDictionary(table => table.Entity!, StringComparer.Ordinal);
        _references = design.Tables.SelectMany(table => table.ForeignKeys).ToLookup(key => key.ReferencedTable, StringComparer.Ordinal);
        Cycles = new RequiredCycles(design);
        TenantRoot = design.Tables.FirstOrDefault(table => table.Scope == TenantScope.TenantRoot);
        TenantType = TenantRoot?.Find(TenantKeyOf(TenantRoot))?.Type is { } type ? ColumnTypes.BaseOf(type) : "uuid";
    }

    public DataDesign Design { get; }

    public Findings Findings { get; }

    public string Product { get; }

    public TableDesign? TenantRoot { get; }

    /// <summary>The stored type of a tenant's key.</summary>
    public string TenantType { get; }

    public bool HasTenants => Design.Tables.Any(table => table.Scope != TenantScope.Global);

    public string? TenantColumn => Design.Tenancy.TenantColumn;

    /// <summary>Where the product's days, months and years begin.</summary>
    public SqlLiteral Zone => SqlLiteral.String(LocalDays.Of(Design.Domain));

    public RequiredCycles Cycles { get; }

    public IEnumerable<ForeignKeyDesign> ReferencesTo(string table) => _references[table];

    public TableDesign? Table(string name) => _tables.GetValueOrDefault(name);

    public TableDesign? OfEntity(string entity) => _ofEntities.GetValueOrDefault(entity);

    public static QualifiedName NameOf(string table) => new(App, FittedName.Fit(table));

    public Identifier Role(string name) => FittedName.Of(Product, name);

    public Identifier Owner => Role(Design.Roles.FirstOrDefault(role => role.Purpose == RolePurpose.Owner)?.Name ?? "owner");

    public IEnumerable<RoleDesign> RolesFor(RolePurpose purpose) => Design.Roles.Where(role => role.Purpose == purpose);

    /// <summary>The column by which rows of the table belong to a tenant; null for a global table.</summary>
    public string? TenantKey(TableDesign table) => table.Scope switch
    {
        TenantScope.TenantRoot => TenantKeyOf(table),
        TenantScope.Scoped => table.Columns.FirstOrDefault(column => column.Role == ColumnRole.Tenant)?.Name ?? TenantColumn,
        _ => null,
    };

    public Seq<TableDesign> TablesOf(Func<TableDesign, bool> condition) => Design.Tables.Where(condition).ToSeq();

    private static string TenantKeyOf(TableDesign table) => table.PrimaryKey.Columns.Count > 0 ? table.PrimaryKey.Columns[^1] : "id";
}
