using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Design.Seeding;

/// <summary>Rows for development: two tenants with people and work of their own, the same on every run.</summary>
internal sealed class DevelopmentSeeds(DataDesign design)
{
    public const string SeedDecision = "D12-seeds";

    private const int Tenants = 2;

    private readonly Dictionary<string, List<SeedRow>> _rows = new(StringComparer.Ordinal);
    private readonly AskedValues _asked = new(design);
    private readonly List<string> _left = [];

    /// <summary>Tables without rows, because no made-up value would satisfy their rules.</summary>
    public Seq<string> Left => _left.ToSeq();

    public Seq<SeedDesign> All()
    {
        foreach (var table in design.Tables)
        {
            _rows[table.Name] = new SeedRows(design, table, _rows, _asked).Make(TenantsOf(table), RowsPerTenant(table));
        }

        new SettledBalances(design, _rows).Settle();
        _left.AddRange(design.Tables.Select(table => table.Name).Where(name => _rows[name].Count == 0));
        return design.Tables.Where(table => _rows[table.Name].Count > 0).Select(table => Seed(table, _rows[table.Name])).ToSeq();
    }

    private static SeedDesign Seed(TableDesign table, List<SeedRow> rows)
    {
        var columns = table.Columns.Select(column => column.Name).Where(name => rows.Exists(row => row.Values.ContainsKey(name))).ToSeq();
        var values = rows.Select(row => columns.Select(column => row[column]).ToSeq()).ToSeq();
        return new(table.Name, columns, values, false, table.PrimaryKey.Columns, $"Made-up rows of {table.Name} for development.", Origin.Decided(SeedDecision));
    }

    private IEnumerable<int> TenantsOf(TableDesign table) => table.Scope switch
    {
        TenantScope.Global => [0],
        _ => Enumerable.Range(1, Tenants),
    };

    /// <summary>People come once per role, everything else twice per tenant; a tenant once.</summary>
    private int RowsPerTenant(TableDesign table)
    {
        if (table.Scope == TenantScope.TenantRoot)
        {
            return 1;
        }

        var roles = design.Domain.Actors.Select(actor => actor.RoleValue).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var people = table.Columns.FirstOrDefault(column => column.Type is { Kind: DataKind.Enumeration, IsArray: false } && column.Type.Values.Any(roles.Contains));
        return people is null ? 2 : Math.Clamp(people.Type.Values.Count, 2, 8);
    }
}
