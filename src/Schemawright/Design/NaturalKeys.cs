using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Writes stated uniqueness within the tenant, among live rows, over comparable columns.</summary>
internal sealed class NaturalKeys(DataDesign design, ObjectNames names, Findings findings)
{
    private static readonly DiagnosticKind KeyHasNoColumn = new(
        "SW4031", Severity.Warning, "A unique key names an attribute the table does not have",
        "a unique key of {0} names {1}, which the table does not have",
        "The uniqueness cannot be promised, so nothing enforces it.",
        "state {1} as an attribute of {0}, or correct the key");

    private readonly List<Decision> _decisions = [];
    private readonly ReusedKeys _reuse = new(findings);

    public Seq<Decision> Decisions => _decisions.ToSeq();

    /// <summary>Asks what concerns the keys of all tables together.</summary>
    public void Ask() => _reuse.Ask();

    public TableDesign AddTo(TableDesign table)
    {
        var entity = design.Domain.Find(table.Entity!)!;
        foreach (var key in entity.Keys.Concat(StatedPrimaryKey(table, entity)))
        {
            table = With(table, key);
        }

        return table;
    }

    /// <summary>A stated composite key that gave way to a surrogate stays unique.</summary>
    private static IEnumerable<NaturalKey> StatedPrimaryKey(TableDesign table, Entity entity)
    {
        var ends = entity.StatedPrimaryKey.Count > 0 && table.Find("id") is not null ? entity.StatedPrimaryKey : [];
        return ends.Count == 0 ? [] : [new NaturalKey(ends, false, false, null, entity.Origin)];
    }

    private TableDesign With(TableDesign table, NaturalKey key)
    {
        var columns = new List<string>();
        foreach (var attribute in key.Attributes)
        {
            var column = EqualityColumn(table, attribute);
            if (column is null)
            {
                findings.Report(KeyHasNoColumn, key.Origin.Sources.Count > 0 ? key.Origin.Sources[0] : null, table.Name, attribute);
                return table;
            }

            if (!columns.Contains(column))
            {
                columns.Add(column);
            }
        }

        // A part of "unique within the tenant" alone would allow each tenant one row.
        return columns.Count < key.Attributes.Count && columns.TrueForAll(column => column == design.Tenancy.TenantColumn) ? table : Unique(table, key, columns);
    }

    private TableDesign Unique(TableDesign table, NaturalKey key, List<string> columns)
    {
        var everywhere = key.Global && !IsRepeatedPerTenant(table);
        var tenant = table.Scope == TenantScope.Scoped && !everywhere ? design.Tenancy.TenantColumn : null;
        // References come first, so that the key's index also finds the rows that refer to one.
        var ordered = columns.OrderBy(column => column == tenant ? 0 : table.Find(column) is { Role: ColumnRole.ForeignKey } ? 1 : 2);
        Seq<string> all = tenant is null || columns.Contains(tenant) ? ordered.ToSeq() : [tenant, .. ordered];
        var live = SoftDeletion.LiveRowsOf(table) is { } rows && !_reuse.IsRefused(table, key) ? rows : null;
        var where = DesignEdits.AllOf(live, key.Where is null ? null : RuleColumns.Carry(design, table, key.Where).Expr);
        var known = all == table.PrimaryKey.Columns || table.Uniques.Any(unique => unique.Columns == all && unique.Where == where);
        if (known)
        {
            return table;
        }

        Explain(table, key, columns);
        var unique = new UniqueDesign(names.Claim(table.Name, columns, "key"), all, where, key.Origin);
        return LowerCased(table with { Uniques = [.. table.Uniques, unique] }, key, columns);
    }

    /// <summary>Each tenant keeps a record of its own of the same thing, so the same value must be able to stand in several.</summary>
    private bool IsRepeatedPerTenant(TableDesign table) =>
        table.Scope == TenantScope.Scoped && table.Find(design.Tenancy.TenantColumn!)!.Origin.Sources.Count == 0
        && design.Tables.Any(link => link.Kind == TableKind.Junction && link.ForeignKeys.Any(key => key.ReferencedTable == table.Name)
            && link.ForeignKeys.Any(key => key.ReferencedTable == design.Tenancy.TenantTable && key.Origin.Sources.Count > 0));

    private void Explain(TableDesign table, NaturalKey key, List<string> columns)
    {
        if (key.Global && table.Scope == TenantScope.Scoped && IsRepeatedPerTenant(table))
        {
            _decisions.Add(new($"D03-{table.Name}-{columns[0]}-per-tenant", 3, $"{string.Join(", ", columns)} of {table.Name} is unique within a tenant.",
                "Each tenant keeps its own record of whoever works with several, so the same value stands once in each.", key.Origin.Sources));
        }
        else if (key.Global && table.Scope == TenantScope.Scoped)
        {
            _decisions.Add(new($"D03-{table.Name}-{columns[0]}-everywhere", 3,
                $"{string.Join(", ", columns)} of {table.Name} is unique over all tenants.",
                "The documents ask for uniqueness in the whole system; a tenant can learn that a value is in use elsewhere, and nothing more.", key.Origin.Sources));
        }
    }

    /// <summary>Text that is compared without case is stored in lower case: an expression index is useless under row-level security.</summary>
    private TableDesign LowerCased(TableDesign table, NaturalKey key, List<string> columns)
    {
        var texts = columns.Select(table.Find).OfType<ColumnDesign>()
            .Where(column => key.IgnoreCase && column.Type.Kind is DataKind.ShortText or DataKind.LongText or DataKind.Unknown && column.Role == ColumnRole.Attribute);
        var checks = texts.Select(column => new CheckDesign(
            names.Claim(table.Name, [column.Name, "lower"], "check"), new Compare(CompareOp.Equal, Ref.To(column.Name), new Lower(Ref.To(column.Name))),
            null, $"{column.Name} is stored in lower case, so that it is unique whatever the case.", key.Origin));
        return table with { Checks = [.. table.Checks, .. checks] };
    }

    private static string? EqualityColumn(TableDesign table, string attribute)
    {
        var name = ObjectNames.Shortened(attribute);
        return table.Find(name)?.Name
            ?? table.ForeignKeys.FirstOrDefault(key => key.Role == attribute || key.Column == attribute + "_id")?.Column
            ?? table.Find(RuleColumns.BlindIndexOf(name))?.Name;
    }
}
