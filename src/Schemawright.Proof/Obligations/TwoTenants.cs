using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>A row of one table in each of two tenants, and a third row not yet stored in the second.</summary>
internal sealed class TwoTenants
{
    private const int FirstNumberOfOther = 5000;

    public TwoTenants(Staging staging, TableDesign table)
    {
        var (own, other) = (staging.World(), staging.World(FirstNumberOfOther));
        Own = table.Scope == TenantScope.TenantRoot ? own.Tenant! : own.Fresh(table);
        Other = table.Scope == TenantScope.TenantRoot ? other.Tenant! : other.Fresh(table);
        Further = other.Fresh(table);
        OwnTenant = RowSql.TenantKey(own.Tenant)!;
        OtherTenant = RowSql.TenantKey(other.Tenant)!;
        Setup = [.. staging.Sql.All([Own]), .. staging.Sql.All([Other, Further], except: Further)];
        Table = staging.Sql.NameOf(table).ToString();
    }

    public PlannedRow Own { get; }

    public PlannedRow Other { get; }

    public PlannedRow Further { get; }

    public string OwnTenant { get; }

    public string OtherTenant { get; }

    /// <summary>With the table's own triggers off: here the policies have to answer, not the rules.</summary>
    public IEnumerable<string> Statements => ["SET LOCAL session_replication_role = replica", .. Setup, "SET LOCAL session_replication_role = origin", $"ALTER TABLE {Table} DISABLE TRIGGER USER"];

    private IReadOnlyList<string> Setup { get; }

    private string Table { get; }

    public static Identifier SomeColumn(TableDesign table) =>
        new((table.Columns.FirstOrDefault(column => column.Generated is null && !table.IsKey(column.Name) && column.Role != ColumnRole.Tenant) ?? table.Columns[0]).Name);
}
