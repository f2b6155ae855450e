using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Writes each reference as a foreign key that carries the tenant where both ends belong to one.</summary>
internal sealed class ForeignKeys(DataDesign design, ObjectNames names)
{
    private readonly ILookup<string, Relationship> _links = design.Domain.Relationships.ToLookup(link => link.Child, StringComparer.Ordinal);
    private readonly Dictionary<string, TableDesign> _tables = design.Tables.ToDictionary(table => table.Entity!, StringComparer.Ordinal);

    private string? Tenant => design.Tenancy.TenantColumn;

    public TableDesign AddTo(TableDesign table)
    {
        var stated = _links[table.Entity!].Where(link => _tables.ContainsKey(link.Parent)).DistinctBy(link => link.ForeignKey, StringComparer.Ordinal).ToList();
        var keys = stated.Select(link => Stated(table, link)).ToList();
        if (table.Scope == TenantScope.Scoped && !keys.Exists(key => key.Column == Tenant))
        {
            keys.Insert(0, ToTenant(table));
        }

        return table with
        {
            // The tenant's comes first: it is the first thing wrong with a row of nobody.
            ForeignKeys = keys.OrderBy(key => key.Column == Tenant ? 0 : 1).ToSeq(),
            Uniques = [.. table.Uniques, .. stated.Where(link => link.Children.Max == 1).Select(link => OneToOne(table, link)).OfType<UniqueDesign>()],
        };
    }

    private ForeignKeyDesign Stated(TableDesign table, Relationship link)
    {
        var parent = _tables[link.Parent];
        var column = ObjectNames.Shortened(link.ForeignKey);
        var lead = LeadOf(table, parent, column);
        Seq<string> columns = lead is null ? [column] : [lead, column];
        return new(names.Claim(table.Name, [column], "fkey"), columns, parent.Name, parent.PrimaryKey.Columns, DeleteRuleOf(table, link, column), Describe(link), link.Origin)
        {
            Role = link.Role,
            Column = column,
        };
    }

    /// <summary>The child's column that must equal the parent's tenant; null where the parent belongs to none.</summary>
    private string? LeadOf(TableDesign child, TableDesign parent, string column) => (child.Scope, parent.Scope) switch
    {
        (_, TenantScope.Global or TenantScope.TenantRoot) => null,
        (TenantScope.TenantRoot, TenantScope.Scoped) => child.PrimaryKey.Columns[0],
        (TenantScope.Scoped, TenantScope.Scoped) when column != Tenant => Tenant,
        _ => null,
    };

    private ForeignKeyDesign ToTenant(TableDesign table)
    {
        var root = design.Find(design.Tenancy.TenantTable!)!;
        return new(
            names.Claim(table.Name, [Tenant!], "fkey"), [Tenant!], root.Name, root.PrimaryKey.Columns, DeleteRule.Restrict,
            $"Each row belongs to one {LayOutTables.Words(root.Entity!)}.", table.Find(Tenant!)!.Origin)
        {
            Role = LayOutTables.Snake(root.Entity!),
            Column = Tenant!,
        };
    }

    private static DeleteRule DeleteRuleOf(TableDesign table, Relationship link, string column) =>
        link.OnDelete == DeleteRule.SetNull && table.Find(column) is not { Nullable: true } ? DeleteRule.Restrict : link.OnDelete;

    private UniqueDesign? OneToOne(TableDesign table, Relationship link)
    {
        var column = ObjectNames.Shortened(link.ForeignKey);
        Seq<string> columns = table.Scope == TenantScope.Scoped && column != Tenant ? [Tenant!, column] : [column];
        var live = SoftDeletion.LiveRowsOf(table);
        return columns == table.PrimaryKey.Columns ? null : new(names.Claim(table.Name, [column], "key"), columns, live, link.Origin);
    }

    private static string Describe(Relationship link) => link.Label.Length > 0
        ? $"{LayOutTables.Words(link.Parent)} {link.Label} {LayOutTables.Words(link.Child)}"
        : $"Each {LayOutTables.Words(link.Child)} refers to {(link.Parents.Min == 1 ? "one" : "at most one")} {LayOutTables.Words(link.Parent)}.";
}
